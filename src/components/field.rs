//! The frame around an input: label, hint and error, tied together for assistive technology.

use web_sys::{HtmlInputElement, InputEvent, Node};

use super::{
    dom::{aria_flag, described_by},
    icon::{IconName, IconSize, icon},
    id::unique_id,
};
use crate::{
    reactive::{Callback, RwSignal, Signal},
    view::{
        Child, El, NodeRef,
        tags::{div, input, label, p, span},
    },
};

/// Whether a field may stay empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Requirement {
    Optional,
    Required,
}

/// Whether a field's label is on the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LabelVisibility {
    Shown,
    Hidden,
}

/// What stands around an input and is tied to it.
#[must_use]
#[derive(Clone)]
pub struct Frame {
    label: String,
    label_visibility: LabelVisibility,
    requirement: Requirement,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
}

impl Frame {
    /// A frame that says what is to be filled in.
    pub fn new(label: &str) -> Self {
        Self {
            label: label.to_owned(),
            label_visibility: LabelVisibility::Shown,
            requirement: Requirement::Optional,
            hint: None.into(),
            error: None.into(),
        }
    }

    /// Keeps the label for assistive technology alone; what the field is for must be plain from what is around it.
    pub fn label_hidden(self) -> Self {
        Self {
            label_visibility: LabelVisibility::Hidden,
            ..self
        }
    }

    /// The field may not stay empty; the label carries an asterisk.
    pub fn required(self) -> Self {
        Self {
            requirement: Requirement::Required,
            ..self
        }
    }

    /// Help that is always there.
    pub fn hint(self, hint: Signal<Option<String>>) -> Self {
        Self { hint, ..self }
    }

    /// What is wrong with the present value.
    pub fn error(self, error: Signal<Option<String>>) -> Self {
        Self { error, ..self }
    }

    /// The accessible name, for what belongs to the field but stands elsewhere.
    pub(super) fn label(&self) -> &str {
        &self.label
    }

    /// Puts the frame around an input, which `tie` has to be applied to.
    pub(super) fn around(self, control: impl FnOnce(Tie) -> El) -> El {
        let (id, hint_id, error_id) = (unique_id(), unique_id(), unique_id());
        let required = self.requirement == Requirement::Required;
        let control = control(Tie {
            id: id.clone(),
            described_by: described_by(vec![(self.error, error_id.clone()), (self.hint, hint_id.clone())]),
            error: self.error,
            required,
        });
        let label_class = match self.label_visibility {
            LabelVisibility::Shown => "tio-field__label",
            LabelVisibility::Hidden => "tio-visually-hidden",
        };
        let asterisk = || {
            span()
                .class("tio-field__required")
                .attr("aria-hidden", "true")
                .child(" *")
        };
        div()
            .class("tio-field")
            .child(
                label()
                    .class(label_class)
                    .attr("for", id)
                    .child(self.label)
                    .child(required.then(asterisk)),
            )
            .child(control)
            .child(p().class("tio-field__hint").attr("id", hint_id).child(self.hint))
            .child(
                p().class("tio-field__error")
                    .attr("id", error_id)
                    .child(icon(IconName::Error, IconSize::Small))
                    .child(span().child(self.error)),
            )
    }
}

/// What ties an input to its [`Frame`].
pub(super) struct Tie {
    id: String,
    described_by: Signal<Option<String>>,
    error: Signal<Option<String>>,
    required: bool,
}

impl Tie {
    /// Names and describes the input, and says whether it is required and whether its value is wrong.
    pub fn to(self, input: El) -> El {
        let Self { error, .. } = self;
        input
            .attr("id", self.id)
            .attr("aria-describedby", self.described_by)
            .attr(
                "aria-invalid",
                aria_flag(Signal::derive(move || error.with(Option::is_some))),
            )
            .attr("aria-required", self.required.then_some("true"))
    }
}

/// A one-line text field.
#[must_use]
pub struct TextField {
    frame: Frame,
    value: RwSignal<String>,
    input_type: &'static str,
    class: &'static str,
    placeholder: Option<String>,
    read_only: Signal<bool>,
    on_input: Option<Callback<String>>,
    node_ref: NodeRef<HtmlInputElement>,
}

impl TextField {
    /// A field whose content is `value`, both ways.
    pub fn new(frame: Frame, value: RwSignal<String>) -> Self {
        Self {
            frame,
            value,
            input_type: "text",
            class: "tio-input",
            placeholder: None,
            read_only: false.into(),
            on_input: None,
            node_ref: NodeRef::new(),
        }
    }

    /// Makes it a filter of what is shown; the browser offers to clear it.
    pub fn search(self) -> Self {
        Self {
            input_type: "search",
            class: "tio-input tio-input--search",
            ..self
        }
    }

    /// An example, never the only help: it disappears with the first letter.
    pub fn placeholder(self, placeholder: &str) -> Self {
        Self {
            placeholder: Some(placeholder.to_owned()),
            ..self
        }
    }

    /// While true, the value can be read and copied but not changed.
    pub fn read_only(self, read_only: Signal<bool>) -> Self {
        Self { read_only, ..self }
    }

    /// Called with the new value after each change by the person.
    pub fn on_input(self, on_input: impl Into<Callback<String>>) -> Self {
        Self {
            on_input: Some(on_input.into()),
            ..self
        }
    }

    /// Makes the input element known, to move the focus to it.
    pub fn node_ref(self, node_ref: NodeRef<HtmlInputElement>) -> Self {
        Self { node_ref, ..self }
    }
}

impl Child for TextField {
    fn append_to(self, parent: &Node) {
        let Self {
            value,
            on_input,
            node_ref,
            ..
        } = self;
        let typed = move |_: InputEvent| {
            let Some(input) = node_ref.get_untracked() else {
                return;
            };
            value.set(input.value());
            if let Some(on_input) = on_input {
                on_input.run(input.value());
            }
        };
        self.frame
            .around(|tie| {
                tie.to(input().attr("type", self.input_type).class(self.class))
                    // The browser knows nothing that would be of help.
                    .attr("autocomplete", "off")
                    .attr("placeholder", self.placeholder)
                    .attr("readonly", self.read_only)
                    .node_ref(node_ref)
                    .value(value)
                    .on("input", typed)
            })
            .append_to(parent);
    }
}
