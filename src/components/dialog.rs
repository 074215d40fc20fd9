//! Modal dialogs on the browser's own `<dialog>`, which makes the rest of the page inert.

use leptos::{ev, html, prelude::*};
use web_sys::{Event, HtmlDialogElement, HtmlElement};

use super::{
    dom::{after_press, focus_if_connected, focused_element, pressed_key},
    id::unique_id,
    in_view::bring_focus_into_view,
    subscription::outlived,
};

/// What kind of dialog, for assistive technology.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogRole {
    /// It asks for something.
    #[default]
    Dialog,
    /// It warns before something is destroyed; its text is read out when it opens.
    AlertDialog,
}

/// How wide a dialog is, where the window allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogSize {
    /// 400 px: a question.
    #[default]
    Small,
    /// 600 px: a form.
    Medium,
}

impl DialogSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "tio-dialog",
            Self::Medium => "tio-dialog tio-dialog--medium",
        }
    }
}

/// A modal dialog. Its contents exist only while it is open, so each opening starts afresh.
///
/// The focus goes to the element inside that carries `autofocus`, else to the first that takes it, and back to
/// where it was when the dialog closes. Esc asks to close; a press beside the dialog does not, because that
/// would lose what was typed. The contents are a form: Enter in a field presses the first submit button.
#[component]
pub fn Dialog(
    /// Whether it is open. The owner closes it, in `on_close` or when the work is done.
    #[prop(into)]
    open: Signal<bool>,
    /// Called by Esc; not while `busy`.
    #[prop(into)]
    on_close: Callback<()>,
    /// The heading, which also names the dialog.
    #[prop(into)]
    title: Signal<String>,
    /// What kind of dialog.
    #[prop(optional)]
    role: DialogRole,
    /// How wide it is.
    #[prop(optional)]
    size: DialogSize,
    /// While true, what it started is still running and it cannot be left.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Called when the form is submitted; not while `busy`.
    #[prop(optional, into)]
    on_submit: Option<Callback<()>>,
    /// Moves the focus when the element that had it before is gone, as after a deletion.
    #[prop(optional, into)]
    return_focus: Option<Callback<()>>,
    /// Makes the row of buttons at the bottom, at each opening.
    #[prop(into)]
    footer: ViewFn,
    /// Makes the contents, at each opening.
    children: ChildrenFn,
) -> impl IntoView {
    let modal = Modal { open, busy, on_close };
    view! {
        // What says whether it is open may live as long as the page, and each opening reads it anew.
        <Show when=move || outlived(open).get()>
            <OpenDialog
                modal
                title
                role
                size
                on_submit
                return_focus
                footer=footer.clone()
                contents=children.clone()
            />
        </Show>
    }
}

/// A dialog while it is open.
#[component]
fn OpenDialog(
    /// What governs whether it stays.
    modal: Modal,
    /// The heading.
    title: Signal<String>,
    /// What kind of dialog.
    role: DialogRole,
    /// How wide it is.
    size: DialogSize,
    /// Called when the form is submitted.
    on_submit: Option<Callback<()>>,
    /// Moves the focus when its former place is gone.
    return_focus: Option<Callback<()>>,
    /// The row of buttons.
    footer: ViewFn,
    /// What is above it.
    contents: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::new();
    show_when_connected(element);
    keep_focus(return_focus);
    let title_id = unique_id();
    let body_id = unique_id();
    let is_alert = role == DialogRole::AlertDialog;
    let submit = move |ev: ev::SubmitEvent| {
        ev.prevent_default();
        if let Some(on_submit) = on_submit
            && !modal.busy.get_untracked()
        {
            on_submit.run(());
        }
    };
    view! {
        <dialog
            class=size.class()
            role=is_alert.then_some("alertdialog")
            aria-labelledby=title_id
            aria-describedby=is_alert.then_some(body_id)
            node_ref=element
            on:keydown=move |ev| {
                // A control inside that has a use for Esc, such as an open list, has prevented the default.
                if !ev.default_prevented() && pressed_key(&ev).as_deref() == Some("Escape") {
                    ev.prevent_default();
                    modal.ask_to_close();
                }
            }
            on:cancel=move |ev: Event| {
                if ev.target() == ev.current_target() {
                    ev.prevent_default();
                    modal.ask_to_close();
                }
            }
            on:close=move |_| modal.closed_by_browser(element)
            on:focusin=|_| after_press(bring_focus_into_view)
        >
            <form class="tio-dialog__form" novalidate=true on:submit=submit>
                <h2 class="tio-dialog__title" id=title_id.clone()>
                    {title}
                </h2>
                <div class="tio-dialog__body" id=body_id.clone()>
                    {contents()}
                </div>
                <div class="tio-dialog__footer">{footer.run()}</div>
            </form>
        </dialog>
    }
}

/// What governs whether a dialog is there.
#[derive(Clone, Copy)]
struct Modal {
    open: Signal<bool>,
    busy: Signal<bool>,
    on_close: Callback<()>,
}

impl Modal {
    fn ask_to_close(self) {
        if !self.busy.get_untracked() {
            self.on_close.run(());
        }
    }

    /// Browsers close a dialog on the second Esc in a row whatever its `cancel` handler says.
    fn closed_by_browser(self, element: NodeRef<html::Dialog>) {
        // They tell of it later, when the dialog and its signals may be gone.
        let Some(dialog) = element.try_get_untracked().flatten() else {
            return;
        };
        if !self.open.get_untracked() {
            return;
        }
        if self.busy.get_untracked() {
            show_modal(&dialog);
        } else {
            self.on_close.run(());
        }
    }
}

/// Opens the element as soon as it is part of the page, which it is not yet while it is being built.
fn show_when_connected(element: NodeRef<html::Dialog>) {
    Effect::new(move |_| {
        if let Some(dialog) = element.get() {
            show_modal(&dialog);
        }
    });
}

fn show_modal(dialog: &HtmlDialogElement) {
    if dialog.is_connected() && !dialog.open() {
        // The only errors are those just ruled out: already open, or not part of the page.
        let _ = dialog.show_modal();
    }
}

/// What had the focus when each of the open dialogs opened. A context of the page.
#[derive(Clone, Copy)]
pub struct Openers(StoredValue<Vec<HtmlElement>, LocalStorage>);

impl Openers {
    /// Lets the dialogs below the current owner know of one another.
    pub fn provide() {
        provide_context(Self::none());
    }

    fn none() -> Self {
        Self(StoredValue::new_local(Vec::new()))
    }

    fn add(self, opener: HtmlElement) {
        self.0.update_value(|openers| openers.push(opener));
    }

    fn remove(self, opener: &HtmlElement) {
        self.0.try_update_value(|openers| {
            let at = openers.iter().rposition(|one| one == opener)?;
            Some(openers.remove(at))
        });
    }
}

/// Remembers what has the focus now and gives it back when the current owner is cleaned up.
///
/// What had it may have been in another dialog, which this one lies on or takes the place of at this moment. If that one is
/// gone by then, the focus goes back to where it was before both.
fn keep_focus(fallback: Option<Callback<()>>) {
    let openers = use_context().unwrap_or_else(Openers::none);
    let opener = focused_element();
    if let Some(opener) = opener.clone() {
        openers.add(opener);
    }
    let ways_back = StoredValue::new_local((opener, openers.0.get_value()));
    on_cleanup(move || {
        let (opener, ways_back) = ways_back.try_update_value(std::mem::take).unwrap_or_default();
        // The dialog is still in the page at this moment and keeps everything else inert.
        request_animation_frame(move || {
            if let Some(opener) = opener {
                openers.remove(&opener);
            }
            give_back_focus(&ways_back, fallback);
        });
    });
}

fn give_back_focus(ways_back: &[HtmlElement], fallback: Option<Callback<()>>) {
    // Whoever closed the dialog may have moved the focus on purpose, or opened another dialog.
    if focused_element().is_some() {
        return;
    }
    let returned = ways_back.iter().rev().any(focus_if_connected);
    if !returned && let Some(fallback) = fallback {
        fallback.try_run(());
    }
}
