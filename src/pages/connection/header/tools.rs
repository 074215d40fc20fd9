//! The menu of what is done with all connections at once.

use super::super::{
    export::export,
    print::print,
    services::{Tool, use_services},
};
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

/// The menu. Most of what it offers opens a dialog of its own.
pub fn tools() -> El {
    let i18n = use_i18n();
    let services = use_services();
    let export = export(i18n, services);
    let read_only = memo(move || services.read_only_reason(i18n.read_only_reason));
    let print = print(i18n, services);
    let reason = move |busy: bool| busy.then(|| i18n.detail.busy_elsewhere.to_owned());
    let exporting = memo(move || reason(export.is_busy()));
    let printing = memo(move || reason(print.is_busy()));
    let item = |label: &str, icon, disabled_reason, on_select| MenuItem {
        label: label.to_owned(),
        icon: Some(icon),
        tone: Tone::Neutral,
        disabled_reason,
        on_select,
    };
    let open = move |tool: Tool| Callback::new(move |()| services.tool.set(Some(tool)));
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
                Callback::new(move |()| export.start()),
            ),
            item(
                i18n.tools.print,
                IconName::Print,
                printing.get(),
                Callback::new(move |()| print.start()),
            ),
            item(
                i18n.tools.shortcuts,
                IconName::Keyboard,
                None,
                open(Tool::Shortcuts),
            ),
        ]
    };
    menu(i18n.tools.menu, Signal::derive(items))
}
