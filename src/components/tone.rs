//! The meaning a colour carries.

/// What a lozenge, message or flag is about. Colour is never the only sign: each tone comes with an icon or a
/// word (WCAG 1.4.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// No judgement: switched off, nothing set up yet.
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// It worked.
    Success,
    /// Works, but someone should look.
    Warning,
    /// Failed, or about to destroy something.
    Danger,
}

impl Tone {
    /// The class that sets the tone's colours as custom properties.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tio-tone--neutral",
            Self::Info => "tio-tone--info",
            Self::Success => "tio-tone--success",
            Self::Warning => "tio-tone--warning",
            Self::Danger => "tio-tone--danger",
        }
    }
}
