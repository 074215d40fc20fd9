//! The menu of what is done with all connections at once.

use super::super::services::{Tool, use_services};
use crate::{
    components::{
        icon::IconName,
        menu::{MenuItem, menu},
        tone::Tone,
    },
    i18n::use_i18n,
    reactive::{Callback, Signal, memo},
    view::El,
};

/// The menu. What it opens are dialogs of their own.
pub fn tools() -> El {
    let i18n = use_i18n();
    let services = use_services();
    let read_only = memo(move || services.read_only_reason(i18n.read_only_reason));
    let items = move || {
        vec![MenuItem {
            label: i18n.tools.test_all.to_owned(),
            icon: Some(IconName::Refresh),
            tone: Tone::Neutral,
            disabled_reason: read_only.get(),
            on_select: Callback::new(move |()| services.tool.set(Some(Tool::TestAll))),
        }]
    };
    menu(i18n.tools.menu, Signal::derive(items))
}
