//! Modal dialogs on the browser's own `<dialog>`, which makes the rest of the page inert.

use leptos::{html, prelude::*};
use web_sys::{HtmlDialogElement, HtmlElement};

use super::{
    built::Build as _,
    dom::{focus_if_connected, focused_element, pressed_key},
    dynamic::{dynamic_if, effect},
    id::unique_id,
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
    /// Asked by Esc; not while `busy`.
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
    /// The row of buttons at the bottom.
    #[prop(into)]
    footer: ViewFn,
    /// The contents.
    children: ChildrenFn,
) -> impl IntoView {
    let content = move || {
        let modal = Modal {
            open,
            busy,
            on_close,
            element: NodeRef::new(),
        };
        modal.show();
        keep_focus(return_focus);
        let title_id = unique_id();
        let body_id = unique_id();
        view! {
            <dialog
                class=match size {
                    DialogSize::Small => "tio-dialog",
                    DialogSize::Medium => "tio-dialog tio-dialog--medium",
                }
                role=match role {
                    DialogRole::Dialog => None,
                    DialogRole::AlertDialog => Some("alertdialog"),
                }
                aria-labelledby=title_id
                aria-describedby=(role == DialogRole::AlertDialog).then_some(body_id)
                node_ref=modal.element
                on:keydown=move |ev| {
                    // A control inside that has a use for Esc, such as an open list, has prevented the default.
                    if !ev.default_prevented() && pressed_key(&ev).as_deref() == Some("Escape") {
                        ev.prevent_default();
                        modal.ask_to_close();
                    }
                }
                on:cancel=move |ev: web_sys::Event| {
                    if ev.target() == ev.current_target() {
                        ev.prevent_default();
                        modal.ask_to_close();
                    }
                }
                on:close=move |_| modal.closed_by_browser()
            >
                <form
                    class="tio-dialog__form"
                    novalidate=true
                    on:submit=move |ev| {
                        ev.prevent_default();
                        if let Some(on_submit) = on_submit && !busy.get_untracked() {
                            on_submit.run(());
                        }
                    }
                >
                    <h2 class="tio-dialog__title" id=title_id.clone()>
                        {title}
                    </h2>
                    <div class="tio-dialog__body" id=body_id.clone()>
                        {children()}
                    </div>
                    <div class="tio-dialog__footer">{footer.run()}</div>
                </form>
            </dialog>
        }
        .built()
    };
    dynamic_if(open, content)
}

/// The open dialog's element and what governs it.
#[derive(Clone, Copy)]
struct Modal {
    open: Signal<bool>,
    busy: Signal<bool>,
    on_close: Callback<()>,
    element: NodeRef<html::Dialog>,
}

impl Modal {
    /// Opens the element as soon as it is part of the page.
    fn show(self) {
        effect(move || {
            if let Some(dialog) = self.element.get() {
                show_modal(&dialog);
            }
        });
    }

    fn ask_to_close(self) {
        if !self.busy.get_untracked() {
            self.on_close.run(());
        }
    }

    /// Browsers close a dialog on the second Esc in a row whatever its `cancel` handler says.
    fn closed_by_browser(self) {
        if !self.open.try_get_untracked().unwrap_or(false) {
            return;
        }
        if self.busy.get_untracked() {
            if let Some(dialog) = self.element.get_untracked() {
                show_modal(&dialog);
            }
        } else {
            self.on_close.run(());
        }
    }
}

fn show_modal(dialog: &HtmlDialogElement) {
    if dialog.is_connected() && !dialog.open() {
        // The only errors are those just ruled out: already open, or not part of the page.
        let _ = dialog.show_modal();
    }
}

/// Remembers what has the focus now and gives it back when the current owner is cleaned up.
fn keep_focus(fallback: Option<Callback<()>>) {
    let opener = StoredValue::new_local(focused_element());
    on_cleanup(move || {
        let opener = opener.try_get_value().flatten();
        // The dialog is still in the page at this moment and keeps everything else inert.
        request_animation_frame(move || give_back_focus(opener.as_ref(), fallback));
    });
}

fn give_back_focus(opener: Option<&HtmlElement>, fallback: Option<Callback<()>>) {
    // Whoever closed the dialog may have moved the focus on purpose, or opened another dialog.
    if focused_element().is_some() {
        return;
    }
    let returned = opener.is_some_and(focus_if_connected);
    if !returned && let Some(fallback) = fallback {
        fallback.try_run(());
    }
}
