//! The list that a combobox opens.

use std::ops::Range;

use leptos::{html, prelude::*};

use super::{
    super::{
        button::{Appearance, Button},
        dom::{aria_flag, aria_state},
        in_view::bring_into_view,
        letters,
        rows::Rows,
        subscription,
        windowing::{Windowing, with_pinned},
    },
    options::{ComboboxTexts, OptionRow, Options, OptionsState},
};
use crate::domain::text_match::find_words;

/// How high an option is, in CSS pixels.
const ROW_HEIGHT: f64 = 40.0;

/// What the list shows and whom it tells.
#[derive(Clone, Copy)]
pub(super) struct PopupModel {
    pub options: Signal<Options>,
    pub state: Signal<OptionsState>,
    pub active: Memo<Option<usize>>,
    /// The text that is typed.
    pub query: Memo<String>,
    /// The text that the options are the answer to.
    pub answered: Memo<String>,
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
pub(super) fn Popup(
    /// What it shows and whom it tells.
    model: PopupModel,
    /// The accessible name of the list.
    label: Signal<String>,
) -> impl IntoView {
    let container = NodeRef::<html::Div>::new();
    let total = Signal::derive(move || model.options.with(|options| options.total));
    let windowing = Windowing::new(container, total, ROW_HEIGHT);
    Effect::new(move |_| model.on_range.run(windowing.rows.get()));
    Effect::new(move |_| {
        // Another query starts at the top again, even if nothing was active before.
        model.query.track();
        if container.get().is_some() {
            windowing.reveal(model.active.get().unwrap_or(0));
        }
    });
    keep_active_in_view(model);
    let wanted = Memo::new(move |_| with_pinned(windowing.rows.get(), model.active.get(), total.get()));
    let row = move |index| view! { <OptionView model windowing total index /> }.into_any();
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
                <div class="tio-windowed__rows" role="presentation" style:height=windowing.total_height>
                    <Rows wanted row=Callback::new(row) />
                </div>
            </div>
            <Status model total />
        </div>
    }
}

/// Whatever scrolls around the list, as a dialog in a low window and the host's page do, has the active option in view
/// too: [`Windowing::reveal`] moves the list alone.
fn keep_active_in_view(model: PopupModel) {
    Effect::new(move |_| {
        model.query.track();
        let Some(index) = model.active.get() else { return };
        let id = model.option_id(index);
        // It may have been mounted only now.
        request_animation_frame(move || {
            let option = document().get_element_by_id(&id);
            option.iter().for_each(bring_into_view);
        });
    });
}

/// An option in its place.
#[component]
fn OptionView(
    /// The list that it is in.
    model: PopupModel,
    /// Where its place in that is.
    windowing: Windowing,
    /// How many options there are.
    total: Signal<usize>,
    /// Which of them it is, from 0.
    index: usize,
) -> impl IntoView {
    let row = Memo::new(move |_| {
        subscription::end_on_cleanup();
        model.options.with(|options| options.get.run(index))
    });
    let active = Signal::derive(move || {
        subscription::end_on_cleanup();
        model.active.get() == Some(index)
    });
    let disabled =
        Signal::derive(move || row.with(|row| row.as_ref().is_some_and(|row| row.disabled_reason.is_some())));
    let content = move || match row.get() {
        Some(row) => view! { <Loaded row query=model.answered.get() /> }.into_any(),
        None => view! { <Unloaded texts=model.texts /> }.into_any(),
    };
    view! {
        <div
            class="tio-windowed__row tio-combobox__option"
            role="option"
            id=model.option_id(index)
            aria-selected=aria_state(active)
            aria-disabled=aria_flag(disabled)
            aria-setsize=move || {
                subscription::end_on_cleanup();
                total.get().to_string()
            }
            aria-posinset=(index + 1).to_string()
            style:transform=windowing.row_transform(index)
            style:height=windowing.row_height()
            on:click=move |_| model.on_press.run(index)
        >
            {content}
        </div>
    }
}

/// Stands in for an option that is on its way.
#[component]
fn Unloaded(
    /// The words of the list.
    texts: StoredValue<ComboboxTexts>,
) -> impl IntoView {
    view! {
        <span class:tio-skeleton__line=true aria-hidden="true"></span>
        <span class="tio-visually-hidden">{texts.with_value(|texts| texts.loading.clone())}</span>
    }
}

/// What an option shows.
#[component]
fn Loaded(
    /// The option.
    row: OptionRow,
    /// What to mark in it.
    query: String,
) -> impl IntoView {
    let avatar = row
        .avatar_url
        .map(|url| view! { <img class="tio-combobox__avatar" src=url alt="" width="24" height="24" /> });
    let reason = row
        .disabled_reason
        .map(|reason| view! { <span class="tio-combobox__reason">{reason}</span> });
    view! {
        {avatar}
        <bdi class="tio-combobox__label">
            <Highlighted text=row.label query=query.clone() />
        </bdi>
        <span class="tio-combobox__detail">
            <Highlighted text=row.detail query />
        </span>
        {reason}
    }
}

/// A text with the parts that match the query marked.
#[component]
fn Highlighted(
    /// The whole text.
    text: String,
    /// What is marked in it.
    query: String,
) -> impl IntoView {
    let mut parts = Vec::new();
    let mut end = 0;
    for found in find_words(&text, &query, letters::folded) {
        let mark = text[found.clone()].to_owned();
        parts.push(text[end..found.start].to_owned().into_any());
        parts.push(view! { <mark>{mark}</mark> }.into_any());
        end = found.end;
    }
    parts.push(text[end..].to_owned().into_any());
    parts
}

/// What is to be said instead of options, or of those that may be missing; none of it can be chosen, so it stands outside
/// the list.
#[component]
fn Status(
    /// The list that it belongs to.
    model: PopupModel,
    /// How many options there are.
    total: Signal<usize>,
) -> impl IntoView {
    move || {
        let texts = model.texts.get_value();
        let content = match model.state.get() {
            OptionsState::Ready | OptionsState::Loading if total.get() > 0 => return None,
            OptionsState::Ready => texts.nothing_found.into_any(),
            OptionsState::Loading => texts.loading.into_any(),
            OptionsState::Failed(reason) | OptionsState::Doubtful(reason) => view! {
                <span>{reason}</span>
                <Button appearance=Appearance::Link on_click=model.on_retry>
                    {texts.retry}
                </Button>
            }
            .into_any(),
        };
        Some(view! { <div class="tio-combobox__status">{content}</div> })
    }
}
