//! What to do first, in the order of the vendor's guide.

use super::super::{new_tab::new_tab, services::use_services};
use crate::{
    components::button::{Appearance, Button},
    i18n::use_i18n,
    reactive::Signal,
    view::{
        El,
        tags::{div, h3, li, ol},
    },
};

/// The steps from nothing to the first connection.
pub fn first_steps() -> El {
    let i18n = use_i18n();
    let services = use_services();
    let texts = &i18n.help;
    let add = Button::new(texts.first_project)
        .appearance(Appearance::Link)
        .disabled_reason(Signal::derive(move || {
            services.read_only_reason(i18n.read_only_reason)
        }))
        .on_click(move |()| services.adding.set(true));
    div()
        .class("tio-first-steps")
        .child(h3().child(texts.first_title))
        .child(
            ol().child(li().child(texts.first_choose).child(" ").child(add).child("."))
                .child(li().child(texts.first_copy))
                .child(li().child(texts.first_save))
                .child(li().child(texts.first_configure)),
        )
        .child(new_tab(
            services.host.help_url.clone(),
            texts.guide,
            "noopener noreferrer",
        ))
}
