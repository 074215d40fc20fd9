//! The icons, drawn inline so that they take the text's colour and cost no request.

use leptos::prelude::*;

use super::tone::Tone;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// A plus sign.
    Add,
    /// Three dots: more actions.
    More,
    /// A tick in a circle.
    CheckCircle,
    /// An exclamation mark in a triangle.
    Warning,
    /// An exclamation mark in a circle.
    Error,
    /// An `i` in a circle.
    Info,
    /// A question mark in a circle.
    Question,
    /// A key.
    Key,
    /// A globe: all projects.
    Globe,
    /// A cross: dismiss or clear.
    Cross,
    /// An arrow head that points down.
    ChevronDown,
    /// An arrow to the left.
    ArrowLeft,
    /// An arrow out of a box: opens elsewhere.
    ExternalLink,
    /// An eye: what is typed is shown.
    Eye,
    /// A crossed-out eye: what is typed is hidden.
    EyeOff,
    /// A keyboard.
    Keyboard,
    /// An arrow down into a tray: saved as a file.
    Download,
    /// A printer.
    Print,
    /// A bin.
    Trash,
    /// Two arrows in a circle.
    Refresh,
    /// Two bars: switched off.
    Pause,
    /// A circle: still to come.
    Circle,
    /// A bar in a circle: passed over.
    Skipped,
}

impl IconName {
    /// The outline, as strokes on a 16 × 16 grid.
    const fn path(self) -> &'static str {
        match self {
            Self::Add => "M8 3v10M3 8h10",
            Self::More => {
                "M3 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M7.5 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M12 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0"
            }
            Self::Circle => "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
            Self::Skipped => "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM5.5 8h5",
            Self::CheckCircle => "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM5.5 8.2l1.8 1.8 3.4-3.8",
            Self::Warning => "M8 2.2 14.5 13.5h-13ZM8 6.5v3M8 11.5h.01",
            Self::Error => "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 5v3.2M8 10.9h.01",
            Self::Info => "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7.6V11M8 5.1h.01",
            Self::Question => {
                "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM6.3 6.4a1.7 1.7 0 1 1 2.6 1.5c-.6.4-.9.7-.9 1.3M8 11.2h.01"
            }
            Self::Key => "M9.2 8.3a3.2 3.2 0 1 1 0-.6M9.3 8H14v2.5M12 8v1.8",
            Self::Globe => {
                "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM2 8h12M8 2c4 3.6 4 8.4 0 12C4 10.4 4 5.6 8 2Z"
            }
            Self::Cross => "M4 4l8 8M12 4l-8 8",
            Self::ChevronDown => "M4 6.2l4 4 4-4",
            Self::ArrowLeft => "M13.5 8h-11M7 3.5 2.5 8 7 12.5",
            Self::ExternalLink => {
                "M9.5 2.5h4v4M13.5 2.5 8 8M7 3.5H3.5a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V9"
            }
            Self::Eye => "M1.5 8C4 2.9 12 2.9 14.5 8 12 13.1 4 13.1 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
            Self::EyeOff => {
                "M1.5 8C4 2.9 12 2.9 14.5 8 12 13.1 4 13.1 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM2.5 13.5l11-11"
            }
            Self::Keyboard => "M1.5 4h13v8h-13zM4.2 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M11.8 6.5h.01M5 9.5h6",
            Self::Download => "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 11.5v2h11v-2",
            Self::Print => "M4.5 5.5v-3h7v3M4.5 11.5h-2v-6h11v6h-2M4.5 9.5h7v4h-7z",
            Self::Trash => "M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4",
            Self::Refresh => {
                "M13.5 6.5A5.7 5.7 0 0 0 3 5.8M2.5 9.5A5.7 5.7 0 0 0 13 10.2M3 2.8v3h3M13 13.2v-3h-3"
            }
            Self::Pause => "M6 4v8M10 4v8",
        }
    }

    /// The icon that goes with a tone when the author names none.
    #[must_use]
    pub const fn of_tone(tone: Tone) -> Self {
        match tone {
            Tone::Neutral | Tone::Info => Self::Info,
            Tone::Success => Self::CheckCircle,
            Tone::Warning => Self::Warning,
            Tone::Danger => Self::Error,
        }
    }
}

/// How large an icon is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IconSize {
    /// 16 px, beside text.
    #[default]
    Small,
    /// 24 px, on its own.
    Large,
}

/// An icon in the text's colour. It is hidden from assistive technology: the words beside it say the same.
#[component]
pub fn Icon(
    /// Which icon.
    name: IconName,
    /// How large it is drawn.
    #[prop(optional)]
    size: IconSize,
) -> impl IntoView {
    let class = match size {
        IconSize::Small => "tio-icon",
        IconSize::Large => "tio-icon tio-icon--large",
    };
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=name.path()></path>
        </svg>
    }
}
