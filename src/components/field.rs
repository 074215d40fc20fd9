//! The frame around an input: label, hint and error, tied together for assistive technology.

use leptos::{ev::Event, html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::InputEvent;

use super::{
    dom::{aria_flag, described_by, value_up_to},
    icon::{Icon, IconName},
    id::unique_id,
};

/// How much a text field takes if nobody says otherwise, in code units of UTF-16.
const MAX_LENGTH: u32 = 1_000;

/// What the input inside a [`Field`] needs to be tied to it.
#[derive(Clone)]
pub struct FieldControl {
    /// The input's `id`.
    pub id: String,
    /// The input's `aria-describedby`: the hint and the error, as far as they are shown.
    pub described_by: Signal<Option<String>>,
    /// The input's `aria-invalid`.
    pub invalid: Signal<Option<&'static str>>,
    /// The input's `aria-required`.
    pub required: Option<&'static str>,
}

/// Whether a field may stay empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Requirement {
    /// It may.
    #[default]
    Optional,
    /// It may not; the label carries an asterisk.
    Required,
}

/// Whether the label of a control is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabelVisibility {
    /// It is.
    #[default]
    Shown,
    /// For assistive technology only; what the field is for must be plain from what is around it.
    Hidden,
}

/// A label above, a hint and an error below an input.
///
/// The input is its child, and is tied to it by what `let:control` gives.
#[component]
pub fn Field<F, V>(
    /// What is to be filled in.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is on the screen.
    #[prop(optional)]
    label_visibility: LabelVisibility,
    /// Whether it may stay empty.
    #[prop(optional)]
    requirement: Requirement,
    /// Help that is always there.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What the hint may come to be. It has its room from the start, so that nothing moves then.
    #[prop(optional, into)]
    hint_to_come: Signal<Option<String>>,
    /// What is wrong with the present value.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Makes the input.
    children: F,
) -> impl IntoView
where
    F: FnOnce(FieldControl) -> V,
    V: IntoView,
{
    let id = unique_id();
    let hint_id = unique_id();
    let error_id = unique_id();
    let required = (requirement == Requirement::Required).then_some("true");
    let input = children(FieldControl {
        id: id.clone(),
        described_by: described_by(vec![(error, error_id.clone()), (hint, hint_id.clone())]),
        invalid: aria_flag(Signal::derive(move || error.with(Option::is_some))),
        required,
    });
    let label_class = match label_visibility {
        LabelVisibility::Shown => "tio-field__label",
        LabelVisibility::Hidden => "tio-visually-hidden",
    };
    view! {
        <div class="tio-field">
            <label class=label_class for=id>
                {label}
                {required.map(|_| view! { <span class="tio-field__required" aria-hidden="true">" *"</span> })}
            </label>
            {input}
            <p class="tio-field__hint" id=hint_id data-to-come=hint_to_come>
                <span>{hint}</span>
            </p>
            <p class="tio-field__error" id=error_id>
                <Icon name=IconName::Error />
                <span>{error}</span>
            </p>
        </div>
    }
}

/// What a [`TextField`] is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextFieldKind {
    /// Any text.
    #[default]
    Text,
    /// It filters what is shown; the browser offers to clear it.
    Search,
}

/// A one-line text field.
#[component]
pub fn TextField(
    /// What is to be filled in.
    #[prop(into)]
    label: Signal<String>,
    /// What is in the field. The owner takes in what is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value after each change by the person.
    #[prop(into)]
    on_input: Callback<String>,
    /// What the field is for.
    #[prop(optional)]
    kind: TextFieldKind,
    /// Whether the label is on the screen.
    #[prop(optional)]
    label_visibility: LabelVisibility,
    /// Whether it may stay empty.
    #[prop(optional)]
    requirement: Requirement,
    /// Help that is always there.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong with the present value.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// An example, never the only help: it disappears with the first letter.
    #[prop(optional, into)]
    placeholder: Signal<Option<String>>,
    /// While true, the value can be read and copied but not changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// How much it takes, in code units of UTF-16. The owner says so when that is reached.
    #[prop(default = MAX_LENGTH)]
    max_length: u32,
    /// What the browser offers to fill in, as far as it fits what is typed.
    #[prop(optional, into)]
    suggestions: Signal<Vec<String>>,
    /// The input element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let list_id = unique_id();
    let has_any = Memo::new(move |_| suggestions.with(|suggestions| !suggestions.is_empty()));
    let list = {
        let list_id = list_id.clone();
        move || has_any.get().then(|| list_id.clone())
    };
    let offer = move || {
        let option = |value| view! { <option value=value></option> };
        suggestions.get().into_iter().map(option).collect_view()
    };
    let take_in = move || {
        if let Some(input) = node_ref.try_get_untracked().flatten() {
            on_input.try_run(value_up_to(&input, max_length));
        }
    };
    let input = move |ev: Event| {
        // What is half composed is not typed yet; `compositionend` brings the whole.
        if !ev.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
            take_in();
        }
    };
    let (input_type, class) = match kind {
        TextFieldKind::Text => ("text", "tio-input"),
        TextFieldKind::Search => ("search", "tio-input tio-input--search"),
    };
    view! {
        <Field label label_visibility requirement hint error let:control>
            <input
                type=input_type
                class=class
                id=control.id
                aria-describedby=control.described_by
                aria-invalid=control.invalid
                aria-required=control.required
                // The browser knows nothing that would be of help.
                autocomplete="off"
                placeholder=placeholder
                readonly=read_only
                maxlength=max_length.to_string()
                list=list
                prop:value=value
                node_ref=node_ref
                on:input=input
                on:compositionend=move |_| take_in()
            />
            <Show when=move || has_any.get()>
                <datalist id=list_id.clone()>{offer}</datalist>
            </Show>
        </Field>
    }
}
