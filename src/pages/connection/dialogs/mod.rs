//! The page's dialogs, one file or folder each.

pub mod accounts;
pub mod add;
pub mod archived;
pub mod lookup;
mod project_picker;
pub mod shortcuts;
pub mod test_all;
pub mod unsaved;

use leptos::prelude::*;

use super::{
    later::use_later_parts,
    services::{Tool, use_services},
};
use crate::{i18n::use_i18n, pages::later::LaterDialog};

/// All of them. They come later than the page.
#[component]
pub fn Dialogs() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let parts = use_later_parts();
    let tools = [
        (Tool::TestAll, parts.test_all, i18n.titles.test_all),
        (Tool::Accounts, parts.accounts, i18n.titles.accounts),
        (Tool::Archived, parts.archived, i18n.titles.archived),
        (Tool::Shortcuts, parts.shortcuts, i18n.titles.shortcuts),
    ]
    .map(|(tool, part, title)| {
        let wanted = Memo::new(move |_| services.tool.get() == Some(tool));
        view! { <LaterDialog part wanted title on_close=move |()| services.tool.set(None) /> }
    });
    view! {
        {tools}
        <LaterDialog
            part=parts.add
            wanted=Memo::new(move |_| services.adding.with(Option::is_some))
            title=i18n.titles.add
            on_close=move |()| services.adding.set(None)
        />
        <LaterDialog
            part=parts.lookup
            wanted=services.looking_up
            title=i18n.titles.lookup
            on_close=move |()| services.looking_up.set(false)
        />
        <LaterDialog
            part=parts.unsaved
            wanted=Memo::new(move |_| services.navigation.asked.with(Option::is_some))
            title=i18n.titles.unsaved
            on_close=move |()| unsaved::stay(services)
        />
    }
}
