//! A status in a few capital letters.

use super::{
    icon::{IconName, IconSize, icon},
    tone::Tone,
};
use crate::{
    reactive::Signal,
    view::{El, tags::span},
};

/// A status lozenge: an icon and a word in the tone's colours. The word is written as it is to be read aloud; CSS
/// shows it in capitals.
pub fn lozenge(tone: Tone, name: IconName, text: Signal<String>) -> El {
    span()
        .class(["tio-lozenge ", tone.class()].concat())
        .child(icon(name, IconSize::Small))
        .child(span().class("tio-lozenge__text").child(text))
}
