//! The list that a combobox opens.

use std::ops::Range;

use leptos::{html, prelude::*};

use super::{
    super::{
        built::Build as _,
        button::{Appearance, Button},
        dom::aria_flag,
        dynamic::{dynamic, effect},
        rows::mount_rows,
        windowing::{Windowing, with_pinned},
    },
    options::{ComboboxTexts, OptionRow, Options, OptionsState},
};
use crate::domain::text_match::find_match;

/// How high an option is, in CSS pixels.
const ROW_HEIGHT: f64 = 40.0;

/// What the list shows and whom it tells.
#[derive(Clone, Copy)]
pub(super) struct PopupModel {
    pub options: Signal<Options>,
    pub state: Signal<OptionsState>,
    pub active: Memo<Option<usize>>,
    pub query: Memo<String>,
    pub texts: StoredValue<ComboboxTexts>,
    pub list_id: StoredValue<String>,
    pub on_press: Callback<usize>,
    pub on_range: Callback<Range<usize>>,
    pub on_retry: Callback<()>,
}

impl PopupModel {
    /// The id of the option at `index`, for `aria-activedescendant`.
    pub fn option_id(self, index: usize) -> String {
        self.list_id
            .with_value(|list_id| [list_id, "-", &index.to_string()].concat())
    }
}

/// The list of options with a line below it about those that are not there.
#[component]
pub(super) fn Popup(model: PopupModel, label: Signal<String>) -> impl IntoView {
    let container = NodeRef::<html::Div>::new();
    let total = Signal::derive(move || model.options.with(|options| options.total));
    let windowing = Windowing::new(container, total, ROW_HEIGHT);
    effect(move || model.on_range.run(windowing.rows.get()));
    effect(move || {
        // Another query starts at the top again, even if nothing was active before.
        model.query.track();
        if container.get().is_some() {
            windowing.reveal(model.active.get().unwrap_or(0));
        }
    });
    let rows = NodeRef::new();
    let wanted = move || with_pinned(windowing.rows.get(), model.active.get(), total.get());
    let option = move |index| option_view(model, windowing, total, index);
    mount_rows(rows, Signal::derive(wanted), Callback::new(option));
    let loading = Signal::derive(move || model.state.with(|state| *state == OptionsState::Loading));
    view! {
        <div class="tio-combobox__popup" on:mousedown=move |ev| ev.prevent_default()>
            <div
                class="tio-windowed tio-combobox__list"
                role="listbox"
                tabindex="-1"
                id=model.list_id.get_value()
                aria-label=label
                aria-busy=aria_flag(loading)
                node_ref=container
                on:scroll=move |_| windowing.scrolled()
            >
                <div
                    class="tio-windowed__rows"
                    role="presentation"
                    style:height=windowing.total_height
                    node_ref=rows
                ></div>
            </div>
            {dynamic(move || status_view(model, total))}
        </div>
    }
    .built()
}

fn option_view(model: PopupModel, windowing: Windowing, total: Signal<usize>, index: usize) -> AnyView {
    let row = Memo::new(move |_| model.options.with(|options| (options.get)(index)));
    let active = Signal::derive(move || {
        if model.active.get() == Some(index) {
            "true"
        } else {
            "false"
        }
    });
    let disabled =
        Signal::derive(move || row.with(|row| row.as_ref().is_some_and(|row| row.disabled_reason.is_some())));
    let content = move || match row.get() {
        Some(row) => row_view(row, &model.query.get()),
        None => {
            let loading = model.texts.with_value(|texts| texts.loading.clone());
            view! {
                <span class="tio-skeleton__line" aria-hidden="true"></span>
                <span class="tio-visually-hidden">{loading}</span>
            }
            .built()
        }
    };
    view! {
        <div
            class="tio-windowed__row tio-combobox__option"
            role="option"
            id=model.option_id(index)
            aria-selected=active
            aria-disabled=aria_flag(disabled)
            aria-setsize=Signal::derive(move || total.get().to_string())
            aria-posinset=(index + 1).to_string()
            style:transform=windowing.row_transform(index)
            style:height=windowing.row_height()
            on:click=move |_| model.on_press.run(index)
        >
            {dynamic(content)}
        </div>
    }
    .built()
}

fn row_view(row: OptionRow, query: &str) -> AnyView {
    view! {
        {row
            .avatar_url
            .map(|url| view! { <img class="tio-combobox__avatar" src=url alt="" width="24" height="24" /> })}
        <bdi class="tio-combobox__label">{highlight(&row.label, query)}</bdi>
        <span class="tio-combobox__detail">{highlight(&row.detail, query)}</span>
        {row.disabled_reason.map(|reason| view! { <span class="tio-combobox__reason">{reason}</span> })}
    }
    .built()
}

/// The text with the part that matches the query marked.
fn highlight(text: &str, query: &str) -> AnyView {
    match find_match(text, query) {
        None => text.to_owned().into_any(),
        Some(found) => {
            let before = text[..found.start].to_owned();
            let after = text[found.end..].to_owned();
            view! {
                {before}
                <mark>{text[found].to_owned()}</mark>
                {after}
            }
            .built()
        }
    }
}

/// What is to be said instead of options; none of it can be chosen, so it stands outside the list.
fn status_view(model: PopupModel, total: Signal<usize>) -> AnyView {
    let texts = model.texts.get_value();
    let content = match model.state.get() {
        OptionsState::Ready if total.get() > 0 => return ().into_any(),
        OptionsState::Loading if total.get() > 0 => return ().into_any(),
        OptionsState::Ready => texts.nothing_found.built(),
        OptionsState::Loading => texts.loading.built(),
        OptionsState::Failed(reason) => view! {
            <span>{reason}</span>
            <Button appearance=Appearance::Link on_click=model.on_retry>
                {texts.retry}
            </Button>
        }
        .built(),
    };
    view! { <div class="tio-combobox__status">{content}</div> }.built()
}
