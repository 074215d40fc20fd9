//! The menu of what is done with all connections at once.

mod all_at_once;
pub mod export;
pub mod print;

use leptos::prelude::*;

use self::{all_at_once::AllAtOnce, export::export, print::print};
use super::super::services::{Tool, use_services};
use crate::{
    components::{
        icon::IconName,
        menu::{Menu, MenuItem},
        tone::Tone,
    },
    i18n::use_i18n,
};

/// The menu. Most of what it offers opens a dialog of its own.
#[component]
pub fn Tools() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let export = export(i18n, services.store);
    let print = print(i18n, services);
    let busy = move |all: AllAtOnce| {
        Memo::new(move |_| all.is_busy().then(|| i18n.detail.busy_elsewhere.to_owned()))
    };
    let (exporting, printing) = (busy(export), busy(print));
    let read_only = Memo::new(move |_| services.read_only_reason(i18n.read_only_reason));
    let item = |label: &str, icon, disabled_reason, on_select| MenuItem {
        label: label.to_owned(),
        icon: Some(icon),
        tone: Tone::Neutral,
        disabled_reason,
        on_select,
    };
    let open = move |tool: Tool| Callback::new(move |()| services.tool.set(Some(tool)));
    let start = |all: AllAtOnce| Callback::new(move |()| all.start());
    let items = move || {
        vec![
            item(
                i18n.tools.test_all,
                IconName::Refresh,
                read_only.get(),
                open(Tool::TestAll),
            ),
            item(i18n.tools.accounts, IconName::Key, None, open(Tool::Accounts)),
            item(
                i18n.tools.export,
                IconName::Download,
                exporting.get(),
                start(export),
            ),
            item(i18n.tools.print, IconName::Print, printing.get(), start(print)),
            item(
                i18n.tools.shortcuts,
                IconName::Keyboard,
                None,
                open(Tool::Shortcuts),
            ),
        ]
    };
    view! { <Menu label=i18n.tools.menu items=Signal::derive(items) /> }
}
