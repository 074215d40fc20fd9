//! The field for a secret, such as an API key.

use leptos::prelude::on_cleanup;
use wasm_bindgen::JsCast as _;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, FocusEvent, HtmlInputElement, InputEvent, MouseEvent,
    Node,
};

use super::{
    dom::{aria_state, focus_leaves, pressed_key},
    field::{Frame, Tie},
    icon::{IconName, IconSize, icon},
    secret_text::{text_of, value_of},
    typing_guard::{Change, Origin, Sign, TypingGuard},
};
use crate::{
    reactive::{Callback, RwSignal, Signal, StoredValue, effect},
    view::{
        Child, El, NodeRef, dynamic,
        tags::{button, div, input},
    },
};

/// A password field whose value lives in the DOM alone: no signal ever holds it. The owner reads it by
/// [`value_of`] from the element that `on_typed` hands over.
///
/// What a browser or a password manager fills in is thrown away (see [`super::typing_guard`]).
#[must_use]
pub struct SecretField {
    frame: Frame,
    reveal_label: &'static str,
    clear: Signal<()>,
    read_only: Signal<bool>,
    secret: Secret,
}

impl SecretField {
    /// A field with a button that shows what is typed, whose accessible name does not change with the state.
    /// `input_ref` makes the input element known, to move the focus to it.
    pub fn new(frame: Frame, reveal_label: &'static str, input_ref: NodeRef<HtmlInputElement>) -> Self {
        Self {
            frame,
            reveal_label,
            clear: ().into(),
            read_only: false.into(),
            secret: Secret {
                input: input_ref,
                guard: StoredValue::new(TypingGuard::default()),
                filled: RwSignal::new(false),
                revealed: RwSignal::new(false),
                on_typed: Callback::new(drop),
                on_line_break: Callback::new(drop),
            },
        }
    }

    /// Called after each change that a person made, with the element to read the value from. It is also called
    /// with an empty element when a filled-in value had to be thrown away together with what was typed before.
    pub fn on_typed(mut self, on_typed: impl Into<Callback<HtmlInputElement>>) -> Self {
        self.secret.on_typed = on_typed.into();
        self
    }

    /// Called when the person pastes or drops more than one line. Nothing is inserted then, because the browser
    /// would join the lines in silence.
    pub fn on_line_break(mut self, on_line_break: impl Into<Callback<()>>) -> Self {
        self.secret.on_line_break = on_line_break.into();
        self
    }

    /// Empties the field whenever it notifies.
    pub fn clear(self, clear: impl Into<Signal<()>>) -> Self {
        Self {
            clear: clear.into(),
            ..self
        }
    }

    /// While true, the value cannot be changed, as while it is being saved.
    pub fn read_only(self, read_only: Signal<bool>) -> Self {
        Self { read_only, ..self }
    }
}

impl Child for SecretField {
    fn append_to(self, parent: &Node) {
        let Self {
            frame,
            reveal_label,
            clear,
            read_only,
            secret,
        } = self;
        secret.empty_whenever(clear);
        secret.empty_in_the_end();
        let box_ref = NodeRef::new();
        frame
            .around(|tie| {
                div()
                    .class("tio-secret")
                    .node_ref(box_ref)
                    .on("focusout", move |ev: FocusEvent| {
                        if focus_leaves(box_ref, &ev) {
                            secret.revealed.set(false);
                        }
                    })
                    .child(input_view(secret, tie, read_only))
                    .child(reveal_button(secret, reveal_label))
            })
            .append_to(parent);
    }
}

fn input_view(secret: Secret, tie: Tie, read_only: Signal<bool>) -> El {
    let input_type = Signal::derive(move || if secret.revealed.get() { "text" } else { "password" });
    tie.to(input()
        .attr("type", input_type)
        .class("tio-input tio-secret__input"))
        .attr("autocomplete", "new-password")
        .attr("autocapitalize", "none")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .attr("data-1p-ignore", "true")
        .attr("data-lpignore", "true")
        .attr("data-bwignore", "true")
        .attr("data-form-type", "other")
        .attr("readonly", read_only)
        .node_ref(secret.input)
        .on("keydown", move |ev: Event| {
            if pressed_key(&ev).is_some_and(|key| key != "Tab") {
                secret.saw(Sign::Gesture);
            }
        })
        .on("compositionstart", move |_: Event| secret.saw(Sign::Gesture))
        .on("beforeinput", move |ev: Event| {
            secret.saw(Sign::About(change(&ev)))
        })
        .on("paste", move |ev: Event| {
            secret.inserted(
                &ev,
                ev.dyn_ref::<ClipboardEvent>()
                    .and_then(ClipboardEvent::clipboard_data),
            );
        })
        .on("drop", move |ev: Event| {
            secret.inserted(&ev, ev.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer));
        })
        .on("input", move |ev: Event| secret.changed(&ev))
        .on("change", move |ev: Event| {
            // Some browsers report what they filled in by `change` alone.
            if !secret.filled.get_untracked() {
                secret.changed(&ev);
            }
        })
}

fn reveal_button(secret: Secret, label: &'static str) -> El {
    let Secret { filled, revealed, .. } = secret;
    button()
        .attr("type", "button")
        .class("tio-button tio-button--subtle tio-button--icon tio-secret__reveal")
        .attr("aria-label", label)
        .attr("aria-pressed", aria_state(revealed.into()))
        .attr("title", label)
        .attr("disabled", Signal::derive(move || !filled.get()))
        .on("click", move |_: MouseEvent| {
            revealed.update(|revealed| *revealed = !*revealed)
        })
        .child(dynamic(move || {
            let name = if revealed.get() {
                IconName::EyeOff
            } else {
                IconName::Eye
            };
            icon(name, IconSize::Small)
        }))
}

/// What is known of the field's content, and who is told of it.
#[derive(Clone, Copy)]
struct Secret {
    input: NodeRef<HtmlInputElement>,
    guard: StoredValue<TypingGuard>,
    filled: RwSignal<bool>,
    revealed: RwSignal<bool>,
    on_typed: Callback<HtmlInputElement>,
    on_line_break: Callback<()>,
}

impl Secret {
    fn empty_whenever(self, clear: Signal<()>) {
        effect(move || {
            clear.track();
            if let Some(input) = self.input.get_untracked() {
                self.empty(&input);
            }
        });
    }

    /// An element that has left the page may live on for as long as something refers to it.
    fn empty_in_the_end(self) {
        on_cleanup(move || {
            if let Some(input) = self.input.get_untracked() {
                input.set_value("");
            }
        });
    }

    fn empty(self, input: &HtmlInputElement) {
        input.set_value("");
        self.guard.set_value(TypingGuard::default());
        self.filled.set(false);
        self.revealed.set(false);
    }

    fn saw(self, sign: Sign) {
        self.guard.update_value(|guard| guard.saw(sign));
    }

    /// Takes in what now stands in the field, or throws it away.
    fn changed(self, ev: &Event) {
        let Some(input) = self.input.get_untracked() else {
            return;
        };
        if self.guard.get_value().accepts(change(ev), origin(ev)) {
            self.filled.set(!value_of(&input).is_empty());
            self.on_typed.run(input);
        } else {
            let had_typed = self.filled.get_untracked();
            self.empty(&input);
            if had_typed {
                self.on_typed.run(input);
            }
        }
    }

    /// Looks at text that is about to be pasted or dropped.
    fn inserted(self, ev: &Event, data: Option<DataTransfer>) {
        self.saw(Sign::Gesture);
        let spans_lines = |data| text_of(&data).trim().contains(['\n', '\r']);
        if data.is_some_and(spans_lines) {
            ev.prevent_default();
            self.on_line_break.run(());
        }
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
