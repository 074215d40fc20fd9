//! A message that belongs to a part of the page and stays there.

use web_sys::Node;

use super::{
    icon::{IconName, IconSize, icon},
    tone::Tone,
};
use crate::view::{
    Child, View,
    tags::{div, p},
};

/// A message beside the part of the page it is about, with what can be done about it.
///
/// Whether it is read out when it appears is the business of the live region it is put into, which has to be there
/// before it.
#[must_use]
pub struct SectionMessage {
    tone: Tone,
    title: String,
    body: Option<View>,
    actions: Option<View>,
}

impl SectionMessage {
    /// A message that says what happened in a few words.
    pub fn new(tone: Tone, title: impl Into<String>) -> Self {
        Self {
            tone,
            title: title.into(),
            body: None,
            actions: None,
        }
    }

    /// The explanation.
    pub fn body(self, body: impl Child) -> Self {
        Self {
            body: Some(body.into_view()),
            ..self
        }
    }

    /// Buttons and links that mend it.
    pub fn actions(self, actions: impl Child) -> Self {
        Self {
            actions: Some(actions.into_view()),
            ..self
        }
    }
}

impl Child for SectionMessage {
    fn append_to(self, parent: &Node) {
        div()
            .class(["tio-message ", self.tone.class()].concat())
            .child(icon(IconName::of_tone(self.tone), IconSize::Large))
            .child(
                div()
                    .class("tio-message__text")
                    .child(p().class("tio-message__title").child(self.title))
                    .child(self.body.map(|body| div().class("tio-message__body").child(body)))
                    .child(
                        self.actions
                            .map(|actions| div().class("tio-message__actions").child(actions)),
                    ),
            )
            .append_to(parent);
    }
}
