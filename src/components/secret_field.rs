//! The field for a secret, such as an API key.

use std::time::Duration;

use leptos::{attr::custom::custom_attribute, either::Either, html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, FocusEvent, HtmlInputElement, InputEvent};

use super::{
    dom::{aria_state, focus_leaves, pressed_key},
    field::{Field, FieldControl, Requirement},
    icon::{Icon, IconName},
    secret_text::{MOST, fingerprint, text_of, value_of},
    typing_guard::{Change, Origin, Sign, TypingGuard, Value, Verdict},
};
use crate::domain::{api_key::KeyProblem, invisible::trim};

/// Why what is pasted or dropped is not inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptOut {
    /// It has more than one line, which the browser would join in silence.
    LineBreak,
    /// It is far longer than any secret, and would hold up the browser.
    TooLong,
}

impl From<KeptOut> for KeyProblem {
    fn from(reason: KeptOut) -> Self {
        match reason {
            KeptOut::LineBreak => Self::LineBreak,
            KeptOut::TooLong => Self::TooLong,
        }
    }
}

/// A password field whose value lives in the DOM alone: no signal ever holds it. The owner reads it by
/// [`value_of`] from the element that `on_typed` hands over.
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
    /// Called when the person pastes or drops what can't be inserted.
    #[prop(into)]
    on_kept_out: Callback<KeptOut>,
    /// Gives up what stands in the field whenever it notifies. The field then is another element.
    #[prop(optional, into)]
    clear: Signal<()>,
    /// Whether it may stay empty.
    #[prop(optional)]
    requirement: Requirement,
    /// Help that is always there.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What the hint may come to be, which has its room from the start.
    #[prop(optional, into)]
    hint_to_come: Signal<Option<String>>,
    /// What is wrong with the present value.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// While true, the value cannot be changed, as while it is being saved.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// The input element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let secret = Secret {
        input: node_ref,
        guard: StoredValue::new(TypingGuard::default()),
        seen: StoredValue::new(fingerprint("")),
        turn: RwSignal::new(false),
        filled: RwSignal::new(false),
        revealed: RwSignal::new(false),
        on_typed,
        on_kept_out,
    };
    Effect::watch(move || clear.track(), move |(), _, _| secret.begin_anew(), false);
    // An element that has left the page may live on for as long as something refers to it.
    on_cleanup(move || {
        if let Some(input) = secret.element() {
            input.set_value("");
        }
    });
    let box_ref = NodeRef::<html::Div>::new();
    let left = move |ev: FocusEvent| {
        if focus_leaves(box_ref, &ev) {
            secret.revealed.set(false);
        }
    };
    view! {
        <Field label requirement hint hint_to_come error let:control>
            <div class="tio-secret" node_ref=box_ref on:focusout=left>
                {move || {
                    let input = view! { <Input secret control=control.clone() read_only /> };
                    // The two sides are never the same element.
                    if secret.turn.get() { Either::Left(input) } else { Either::Right(input) }
                }}
                <RevealButton secret label=reveal_label />
            </div>
        </Field>
    }
}

/// The input itself, tied to its label.
#[component]
fn Input(
    /// The field that it is the input of.
    secret: Secret,
    /// What ties it to its label.
    control: FieldControl,
    /// While true, the value cannot be changed.
    read_only: Signal<bool>,
) -> impl IntoView {
    view! {
        <input
            type=move || if secret.revealed.get() { "text" } else { "password" }
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
            node_ref=secret.input
            on:keydown=move |ev| {
                if pressed_key(&ev).is_some_and(|key| key != "Tab") {
                    secret.saw(Sign::Gesture, &ev);
                }
            }
            on:compositionstart=move |ev| secret.saw(Sign::Gesture, &ev)
            on:beforeinput=move |ev| secret.about_to_change(&ev)
            on:paste=move |ev| secret.inserted(&ev, pasted(&ev))
            on:drop=move |ev| secret.inserted(&ev, dropped(&ev))
            on:input=move |ev| secret.changed(&ev)
            on:change=move |ev| {
                // Some browsers report what they filled in by `change` alone.
                if secret.filled.try_get_untracked() == Some(false) {
                    secret.changed(&ev);
                }
            }
        />
    }
}

/// Shows and hides what is typed. It is there while there is something to show.
#[component]
fn RevealButton(
    /// The field.
    secret: Secret,
    /// The accessible name.
    label: Signal<String>,
) -> impl IntoView {
    let Secret { filled, revealed, .. } = secret;
    let eye = move || {
        let name = if revealed.get() {
            IconName::EyeOff
        } else {
            IconName::Eye
        };
        view! { <Icon name=name /> }
    };
    view! {
        <button
            type="button"
            class="tio-button tio-button--subtle tio-button--icon tio-secret__reveal"
            aria-label=label
            aria-pressed=aria_state(revealed.into())
            title=label
            disabled=move || !filled.get()
            on:click=move |_| revealed.update(|revealed| *revealed = !*revealed)
        >
            {eye}
        </button>
    }
}

/// What is known of the field's content, and who is told of it.
#[derive(Clone, Copy)]
struct Secret {
    input: NodeRef<html::Input>,
    guard: StoredValue<TypingGuard>,
    /// Of what stood in the field after the last change by hand.
    seen: StoredValue<u64>,
    /// Changes when it begins anew.
    turn: RwSignal<bool>,
    filled: RwSignal<bool>,
    revealed: RwSignal<bool>,
    on_typed: Callback<HtmlInputElement>,
    on_kept_out: Callback<KeptOut>,
}

impl Secret {
    /// The input, while it is there.
    fn element(self) -> Option<HtmlInputElement> {
        self.input.try_get_untracked().flatten()
    }

    /// Begins anew, with another element: the browser's undo would bring back what stood in this one.
    fn begin_anew(self) {
        self.empty();
        self.turn.update(|turn| *turn = !*turn);
    }

    fn empty(self) {
        if let Some(input) = self.element() {
            input.set_value("");
        }
        self.guard.set_value(TypingGuard::default());
        self.seen.set_value(fingerprint(""));
        self.filled.set(false);
        self.revealed.set(false);
    }

    fn saw(self, sign: Sign, ev: &Event) {
        self.guard.update_value(|guard| guard.saw(sign, origin(ev)));
    }

    /// Takes in that the browser, or a script, says what is going to happen.
    fn about_to_change(self, ev: &Event) {
        self.saw(Sign::About(change(ev)), ev);
        // The change and all that extensions make of it happen before anything else does.
        let settled = move || _ = self.guard.try_update_value(TypingGuard::settled);
        set_timeout(settled, Duration::ZERO);
    }

    /// Takes in what now stands in the field, or throws it away.
    fn changed(self, ev: &Event) {
        let Some(input) = self.element() else {
            return;
        };
        let text = value_of(&input);
        let seen = fingerprint(&text);
        let value = if self.seen.get_value() == seen {
            Value::Same
        } else {
            Value::Other
        };
        match self.guard.get_value().judge(change(ev), origin(ev), value) {
            Verdict::ByHand => {
                self.guard.update_value(TypingGuard::settled);
                self.seen.set_value(seen);
                self.filled.set(!text.is_empty());
                self.on_typed.run(input);
            }
            Verdict::Nothing => {}
            Verdict::FilledIn => {
                let had_typed = self.filled.get_untracked();
                self.empty();
                if had_typed {
                    self.on_typed.run(input);
                }
            }
        }
    }

    /// Looks at text that is about to be pasted or dropped.
    fn inserted(self, ev: &Event, data: Option<DataTransfer>) {
        self.saw(Sign::Gesture, ev);
        if let Some(reason) = data.and_then(|data| kept_out(&text_of(&data))) {
            ev.prevent_default();
            self.on_kept_out.run(reason);
        }
    }
}

/// Why a text must not be inserted, if it must not.
fn kept_out(text: &str) -> Option<KeptOut> {
    if text.encode_utf16().count() > MOST {
        Some(KeptOut::TooLong)
    } else {
        trim(text).contains(['\n', '\r']).then_some(KeptOut::LineBreak)
    }
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

/// What a paste brings; nothing if a script has made up the event.
fn pasted(ev: &Event) -> Option<DataTransfer> {
    ev.dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data)
}

/// What a drop brings; nothing if a script has made up the event.
fn dropped(ev: &Event) -> Option<DataTransfer> {
    ev.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer)
}
