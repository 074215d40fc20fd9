//! Signs that something is on its way.

use crate::view::{
    El,
    tags::{div, span},
};

/// A spinner with words for those who do not see it.
pub fn spinner(label: &str) -> El {
    span()
        .class("tio-spinner")
        .attr("role", "status")
        .child(span().class("tio-visually-hidden").child(label))
}

/// Grey lines in place of text that is still loading. Say so elsewhere: it is hidden from assistive technology.
pub fn skeleton(lines: usize) -> El {
    let lines: Vec<_> = (0..lines).map(|_| span().class("tio-skeleton__line")).collect();
    div()
        .class("tio-skeleton")
        .attr("aria-hidden", "true")
        .child(lines)
}
