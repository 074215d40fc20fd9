//! Buttons.

use web_sys::{HtmlElement, MouseEvent, Node};

use super::{
    dom::{aria_flag, described_by},
    icon::{IconName, IconSize, icon},
    id::unique_id,
};
use crate::{
    reactive::{Callback, Signal},
    view::{
        Child, El, NodeRef, View,
        tags::{button, span},
    },
};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appearance {
    /// The one thing to do next; at most one on a form.
    Primary,
    /// An ordinary action.
    #[default]
    Default,
    /// An action that destroys something.
    Danger,
    /// An action that reads as part of a sentence.
    Link,
}

impl Appearance {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "tio-button tio-button--primary",
            Self::Default => "tio-button",
            Self::Danger => "tio-button tio-button--danger",
            Self::Link => "tio-button tio-button--link",
        }
    }
}

/// What a press does besides calling `on_click`.
#[derive(Clone, Copy)]
enum ButtonKind {
    /// Nothing.
    Button,
    /// It submits the form around it.
    Submit,
}

/// A button that can be busy, and that says why it cannot be pressed.
///
/// It never takes the `disabled` attribute: a disabled button loses the focus and cannot explain itself.
#[must_use]
pub struct Button {
    label: View,
    on_click: Option<Callback<()>>,
    appearance: Appearance,
    kind: ButtonKind,
    busy: Signal<bool>,
    disabled_reason: Signal<Option<String>>,
    icon: Option<IconName>,
    autofocus: bool,
    node_ref: NodeRef<HtmlElement>,
}

impl Button {
    /// A button with a label.
    pub fn new(label: impl Child) -> Self {
        Self {
            label: label.into_view(),
            on_click: None,
            appearance: Appearance::Default,
            kind: ButtonKind::Button,
            busy: false.into(),
            disabled_reason: None.into(),
            icon: None,
            autofocus: false,
            node_ref: NodeRef::new(),
        }
    }

    /// What a press does, besides submitting. Not called while busy or disabled.
    pub fn on_click(self, on_click: impl Into<Callback<()>>) -> Self {
        Self {
            on_click: Some(on_click.into()),
            ..self
        }
    }

    /// How much it asks for attention.
    pub fn appearance(self, appearance: Appearance) -> Self {
        Self { appearance, ..self }
    }

    /// Makes it submit the form around it.
    pub fn submits(self) -> Self {
        Self {
            kind: ButtonKind::Submit,
            ..self
        }
    }

    /// While true, what it started is still running: it shows a spinner and ignores presses.
    pub fn busy(self, busy: Signal<bool>) -> Self {
        Self { busy, ..self }
    }

    /// Why it cannot be pressed now; `None` when it can.
    pub fn disabled_reason(self, disabled_reason: Signal<Option<String>>) -> Self {
        Self {
            disabled_reason,
            ..self
        }
    }

    /// Draws an icon before the label.
    pub fn icon(self, icon: IconName) -> Self {
        Self {
            icon: Some(icon),
            ..self
        }
    }

    /// Takes the focus when the dialog around it opens.
    pub fn autofocus(self) -> Self {
        Self {
            autofocus: true,
            ..self
        }
    }

    /// Makes the button element known, to move the focus to it.
    pub fn node_ref(self, node_ref: NodeRef<HtmlElement>) -> Self {
        Self { node_ref, ..self }
    }
}

impl Child for Button {
    fn append_to(self, parent: &Node) {
        let Self {
            on_click,
            busy,
            disabled_reason,
            ..
        } = self;
        let reason_id = unique_id();
        let blocked = Signal::derive(move || busy.get() || disabled_reason.with(Option::is_some));
        let click = move |ev: MouseEvent| {
            if blocked.get_untracked() {
                // Also keeps a submit button, or Enter in one of the form's fields, from submitting.
                ev.prevent_default();
            } else if let Some(on_click) = on_click {
                on_click.run(());
            }
        };
        let kind = match self.kind {
            ButtonKind::Button => "button",
            ButtonKind::Submit => "submit",
        };
        span()
            .class("tio-button-box")
            .child(
                button()
                    .attr("type", kind)
                    .class(self.appearance.class())
                    .attr("aria-busy", aria_flag(busy))
                    .attr("aria-disabled", aria_flag(blocked))
                    .attr(
                        "aria-describedby",
                        described_by(vec![(disabled_reason, reason_id.clone())]),
                    )
                    .attr("autofocus", self.autofocus)
                    .node_ref(self.node_ref)
                    .on("click", click)
                    .child(
                        span()
                            .class("tio-button__content")
                            .child(self.icon.map(|name| icon(name, IconSize::Small)))
                            .child(self.label),
                    ),
            )
            .child(reason_view(reason_id, disabled_reason))
            .append_to(parent);
    }
}

/// Whether the Tab key stops at a control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TabStop {
    /// It does.
    #[default]
    Kept,
    /// It does not, because the control beside it does the same by keyboard.
    Skipped,
}

/// A square button with an icon alone. Its accessible name is also shown as a tooltip by the browser.
pub fn icon_button(name: IconName, label: &str, tab_stop: TabStop, on_click: impl Into<Callback<()>>) -> El {
    let on_click = on_click.into();
    button()
        .attr("type", "button")
        .attr("tabindex", (tab_stop == TabStop::Skipped).then_some("-1"))
        .class("tio-button tio-button--subtle tio-button--icon")
        .attr("aria-label", label.to_owned())
        .attr("title", label.to_owned())
        .on("click", move |_: MouseEvent| on_click.run(()))
        .child(icon(name, IconSize::Small))
}

/// Why the control before it cannot be used: its description always, and visible on hover and focus. The control's
/// `aria-describedby` names `id`.
pub(super) fn reason_view(id: String, reason: Signal<Option<String>>) -> El {
    span().class("tio-reason").attr("id", id).child(reason)
}
