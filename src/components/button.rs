//! Buttons.

use leptos::{ev::MouseEvent, html, prelude::*};

use super::{
    dom::{aria_flag, described_by},
    icon::{Icon, IconName},
    id::unique_id,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Nothing.
    #[default]
    Button,
    /// It submits the form around it.
    Submit,
}

/// A button that can be busy, and that says why it cannot be pressed.
///
/// It never takes the `disabled` attribute: a disabled button loses the focus and cannot explain itself.
#[component]
pub fn Button(
    /// What a press does, besides submitting. Not called while busy or disabled.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// How much it asks for attention.
    #[prop(optional, into)]
    appearance: Signal<Appearance>,
    /// Whether it submits the form around it.
    #[prop(optional)]
    kind: ButtonKind,
    /// While true, what it started is still running: it shows a spinner and ignores presses.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be pressed now; `None` when it can.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Drawn before the label.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Takes the focus when the dialog around it opens.
    #[prop(optional)]
    autofocus: bool,
    /// The button element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// The label.
    children: Children,
) -> impl IntoView {
    let reason_id = unique_id();
    let blocked = Signal::derive(move || busy.get() || disabled_reason.with(Option::is_some));
    // Who has just pressed it wants to read what came of that, not why it can't be pressed again.
    let quiet = RwSignal::new(false);
    let speak = move || {
        // The listeners are called also while the button is being removed.
        let _ = quiet.try_set(false);
    };
    let click = move |ev: MouseEvent| {
        let is_blocked = blocked.get_untracked();
        quiet.set(!is_blocked);
        if is_blocked {
            // Also keeps a submit button, or Enter in one of the form's fields, from submitting.
            ev.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <span
            class="tio-button-box"
            class:tio-button-box--quiet=quiet
            on:mouseenter=move |_| speak()
            on:focusout=move |_| speak()
        >
            <button
                type=match kind {
                    ButtonKind::Button => "button",
                    ButtonKind::Submit => "submit",
                }
                class=move || appearance.get().class()
                aria-busy=aria_flag(busy)
                aria-disabled=aria_flag(blocked)
                aria-describedby=described_by(vec![(disabled_reason, reason_id.clone())])
                autofocus=autofocus
                node_ref=node_ref
                on:click=click
            >
                <span class="tio-button__content">
                    {icon.map(|name| view! { <Icon name=name /> })} {children()}
                </span>
            </button>
            <Reason id=reason_id reason=disabled_reason />
        </span>
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

/// A square button with an icon alone.
#[component]
pub fn IconButton(
    /// The icon.
    icon: IconName,
    /// The accessible name, also shown as a tooltip by the browser.
    #[prop(into)]
    label: Signal<String>,
    /// What a press does.
    #[prop(into)]
    on_click: Callback<()>,
    /// Whether the Tab key stops here.
    #[prop(optional)]
    tab_stop: TabStop,
    /// The button element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            tabindex=(tab_stop == TabStop::Skipped).then_some("-1")
            class="tio-button tio-button--subtle tio-button--icon"
            aria-label=label
            title=label
            node_ref=node_ref
            on:click=move |_| on_click.run(())
        >
            <Icon name=icon />
        </button>
    }
}

/// Why the control before it cannot be used: its description always, and visible on hover and focus.
#[component]
pub(super) fn Reason(
    /// The id that the control's `aria-describedby` names.
    id: String,
    /// The reason, if there is one.
    reason: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <span class="tio-reason" id=id>
            {reason}
        </span>
    }
}
