//! What keys do, and the dialog that says so.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::super::services::{Column, Services, Tool, use_services};
use crate::{
    components::{button::Button, dialog::Dialog, dom::focus},
    host::shortcuts::{Shortcuts, on_character},
    i18n::use_i18n,
};

/// The keys that do something wherever the focus is.
const FILTER: &str = "/";
const HELP: &str = "?";

/// Lets the keys do what the dialog says.
pub fn follow_shortcuts(services: Services) {
    if in_use(services) == Shortcuts::Off {
        return;
    }
    on_character(move |key| match key {
        FILTER => go_to_filter(services),
        HELP => {
            services.tool.set(Some(Tool::Shortcuts));
            true
        }
        _ => false,
    });
}

/// Whether a key does something wherever the focus is, so that it is no letter of a name.
pub fn is_shortcut(services: Services, key: &str) -> bool {
    in_use(services) == Shortcuts::On && [FILTER, HELP].contains(&key)
}

fn in_use(services: Services) -> Shortcuts {
    services.host.with_value(|host| host.shortcuts)
}

/// Moves the focus into the filter, unless there is too little to be filtered.
fn go_to_filter(services: Services) -> bool {
    // The reference remembers a filter that is gone.
    let filter = move || {
        services
            .filter_input
            .get_untracked()
            .filter(|filter| filter.is_connected())
    };
    let has_filter = filter().is_some();
    if has_filter {
        services.column.set(Column::List);
        // A narrow screen shows the list with the next frame.
        request_animation_frame(move || {
            focus(services.filter_input);
            filter().iter().for_each(HtmlInputElement::select);
        });
    }
    has_filter
}

/// The dialog with all of them.
#[component]
pub fn ShortcutsDialog() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let close = move |()| services.tool.set(None);
    view! {
        <Dialog
            open=move || services.tool.get() == Some(Tool::Shortcuts)
            on_close=close
            title=i18n.titles.shortcuts
            footer=move || view! { <Button on_click=close>{i18n.close}</Button> }
        >
            <ShortcutList />
        </Dialog>
    }
}

/// Which keys do what, and why some do not if the person has switched them off.
#[component]
fn ShortcutList() -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().shortcuts;
    let shortcuts = in_use(use_services());
    let everywhere = [(FILTER, texts.filter), (HELP, texts.this_list)];
    let in_place = [
        (texts.arrows, texts.moves),
        (texts.ends, texts.to_ends),
        (texts.pages, texts.by_page),
        (texts.letters, texts.to_name),
        (texts.enter, texts.opens),
        (texts.escape, texts.closes),
    ];
    let rows = everywhere
        .into_iter()
        .filter(|_| shortcuts == Shortcuts::On)
        .chain(in_place)
        .map(|(keys, does)| view! { <ShortcutRow keys does /> })
        .collect_view();
    view! {
        {(shortcuts == Shortcuts::Off).then(|| view! { <p>{texts.off}</p> })}
        <dl class="tio-shortcuts">{rows}</dl>
    }
}

/// What one or more keys do.
#[component]
fn ShortcutRow(
    /// The keys, with spaces between them.
    keys: &'static str,
    /// What each of them does.
    does: &'static str,
) -> impl IntoView {
    view! {
        <div class="tio-shortcuts__row">
            <dt>{keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view()}</dt>
            <dd>{does}</dd>
        </div>
    }
}
