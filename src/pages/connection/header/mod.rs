//! The page's title, its figures, and the ways to help.

mod attention;
mod coverage;
mod doubts;
mod overview;
mod tools;

use self::{overview::overview, tools::tools};
use super::{new_tab::new_tab, recovery_banner::recovery_banner, services::use_services};
use crate::{
    components::{
        button::{Appearance, Button},
        section_message::SectionMessage,
        tone::Tone,
    },
    i18n::use_i18n,
    reactive::Signal,
    view::{
        El,
        tags::{self, div, h1},
        when,
    },
};

/// The band above both columns.
pub fn header() -> El {
    let i18n = use_i18n();
    let services = use_services();
    let read_only = when(
        Signal::derive(move || !services.store.can_manage.get()),
        move || SectionMessage::new(Tone::Info, i18n.read_only).body(i18n.read_only_reason),
    );
    let look_up = Button::new(i18n.lookup.open)
        .appearance(Appearance::Link)
        .on_click(move |()| services.looking_up.set(true));
    tags::header()
        .class("tio-header")
        .child(h1().child(i18n.page_title))
        .child(
            div()
                .class("tio-header__links")
                .child(look_up)
                .child(new_tab(
                    services.host.help_url.clone(),
                    i18n.help.link,
                    "noopener noreferrer",
                ))
                .child(tools()),
        )
        .child(div().class("tio-header__figures").child(overview()))
        .child(recovery_banner())
        .child(read_only)
}
