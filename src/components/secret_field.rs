//! The field for a secret, such as an API key.

use leptos::{attr::custom::custom_attribute, html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, HtmlInputElement, InputEvent};

use super::{
    built::Build as _,
    dom::{aria_state, focus_leaves, pressed_key},
    dynamic::{dynamic, effect},
    field::{ControlFn, Field, Requirement},
    icon::{Icon, IconName},
    typing_guard::{Change, Origin, Sign, TypingGuard},
};

/// A password field whose value lives in the DOM alone: no signal ever holds it. The owner reads it from the
/// element that `on_typed` hands over, and keeps it in a type of its own that is wiped on drop.
///
/// What a browser or a password manager fills in is thrown away (see [`super::typing_guard`]).
#[component]
pub fn SecretField(
    /// What is to be filled in.
    #[prop(into)]
    label: Signal<String>,
    /// The accessible name of the button that shows what is typed; it does not change with the state.
    #[prop(into)]
    reveal_label: Signal<String>,
    /// Called after each change that a person made, with the element to read the value from. It is also called
    /// with an empty element when a filled-in value had to be thrown away together with what was typed before.
    #[prop(into)]
    on_typed: Callback<HtmlInputElement>,
    /// Called when the person pastes or drops more than one line. Nothing is inserted then, because the browser
    /// would join the lines in silence.
    #[prop(into)]
    on_line_break: Callback<()>,
    /// Empties the field whenever it notifies.
    #[prop(optional, into)]
    clear: Signal<()>,
    /// Whether it may stay empty.
    #[prop(optional)]
    requirement: Requirement,
    /// Help that is always there.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong with the present value.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// While true, the value cannot be changed, as while it is being saved.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// The input element, to move the focus to it.
    #[prop(optional)]
    input_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let guard = StoredValue::new(TypingGuard::default());
    let filled = RwSignal::new(false);
    let revealed = RwSignal::new(false);
    let box_ref = NodeRef::<html::Div>::new();

    let empty = move |input: &HtmlInputElement| {
        input.set_value("");
        guard.set_value(TypingGuard::default());
        filled.set(false);
        revealed.set(false);
    };
    effect(move || {
        clear.track();
        if let Some(input) = input_ref.get_untracked() {
            empty(&input);
        }
    });

    let saw = move |sign: Sign| guard.update_value(|guard| guard.saw(sign));
    let changed = move |ev: &Event| {
        let Some(input) = input_ref.get_untracked() else {
            return;
        };
        if guard.with_value(|guard| guard.accepts(change(ev), origin(ev))) {
            filled.set(!input.value().is_empty());
            on_typed.run(input);
        } else {
            let had_typed = filled.get_untracked();
            empty(&input);
            if had_typed {
                on_typed.run(input);
            }
        }
    };
    let inserted = move |ev: &Event, data: Option<DataTransfer>| {
        saw(Sign::Gesture);
        let text = data
            .and_then(|data| data.get_data("text").ok())
            .unwrap_or_default();
        if text.trim().contains(['\n', '\r']) {
            ev.prevent_default();
            on_line_break.run(());
        }
    };

    let control: ControlFn = Box::new(move |control| {
        view! {
            <div
                class="tio-secret"
                node_ref=box_ref
                on:focusout=move |ev| {
                    if focus_leaves(box_ref, &ev) {
                        revealed.set(false);
                    }
                }
            >
                <input
                    type=Signal::derive(move || if revealed.get() { "text" } else { "password" })
                    class="tio-input tio-secret__input"
                    id=control.id
                    aria-describedby=control.described_by
                    aria-invalid=control.invalid
                    aria-required=control.required
                    autocomplete="new-password"
                    autocapitalize="none"
                    {..custom_attribute("autocorrect", "off")}
                    spellcheck="false"
                    data-1p-ignore="true"
                    data-lpignore="true"
                    data-bwignore="true"
                    data-form-type="other"
                    readonly=read_only
                    node_ref=input_ref
                    on:keydown=move |ev| {
                        if pressed_key(&ev).is_some_and(|key| key != "Tab") {
                            saw(Sign::Gesture);
                        }
                    }
                    on:compositionstart=move |_| saw(Sign::Gesture)
                    on:beforeinput=move |ev| saw(Sign::About(change(&ev)))
                    on:paste=move |ev| {
                        inserted(&ev, ev.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data));
                    }
                    on:drop=move |ev| {
                        inserted(&ev, ev.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer));
                    }
                    on:input=move |ev| changed(&ev)
                    on:change=move |ev| {
                        // Some browsers report what they filled in by `change` alone.
                        if !filled.get_untracked() {
                            changed(&ev);
                        }
                    }
                />
                <button
                    type="button"
                    class="tio-button tio-button--subtle tio-button--icon tio-secret__reveal"
                    aria-label=reveal_label
                    aria-pressed=aria_state(revealed.into())
                    title=reveal_label
                    disabled=Signal::derive(move || !filled.get())
                    on:click=move |_| revealed.update(|revealed| *revealed = !*revealed)
                >
                    {dynamic(move || {
                        let name = if revealed.get() { IconName::EyeOff } else { IconName::Eye };
                        view! { <Icon name=name /> }.built()
                    })}
                </button>
            </div>
        }
        .built()
    });
    view! { <Field label requirement hint error control /> }.built()
}

fn origin(ev: &Event) -> Origin {
    if ev.is_trusted() {
        Origin::Browser
    } else {
        Origin::Script
    }
}

fn change(ev: &Event) -> Change {
    Change::of_input_type(ev.dyn_ref::<InputEvent>().map(InputEvent::input_type).as_deref())
}
