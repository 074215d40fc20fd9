//! Modal dialogs on the browser's own `<dialog>`, which makes the rest of the page inert.

use leptos::prelude::{on_cleanup, request_animation_frame};
use web_sys::{Event, HtmlDialogElement, HtmlElement, Node};

use super::{
    dom::{focus_if_connected, focused_element, pressed_key},
    id::unique_id,
};
use crate::{
    reactive::{Callback, Signal, StoredValue, effect},
    view::{
        Child, El, NodeRef, View,
        tags::{dialog, div, form, h2},
        when,
    },
};

/// A modal dialog. Its contents exist only while it is open, so each opening starts afresh.
///
/// The focus goes to the element inside that carries `autofocus`, else to the first that takes it, and back to
/// where it was when the dialog closes. Esc asks to close; a press beside the dialog does not, because that
/// would lose what was typed. The contents are a form: Enter in a field presses the first submit button.
#[must_use]
pub struct Dialog {
    modal: Modal,
    title: Signal<String>,
    class: &'static str,
    is_alert: bool,
    on_submit: Option<Callback<()>>,
    return_focus: Option<Callback<()>>,
    body: Contents,
    footer: Contents,
}

/// Makes a part of a dialog, at each opening.
type Contents = Box<dyn Fn() -> View>;

impl Dialog {
    /// A dialog that is there while `open` holds, named by its heading. Esc calls `on_close` unless it is busy;
    /// the owner closes the dialog, then or when the work is done.
    pub fn new(
        open: impl Into<Signal<bool>>,
        title: impl Into<Signal<String>>,
        on_close: impl Into<Callback<()>>,
    ) -> Self {
        Self {
            modal: Modal {
                open: open.into(),
                busy: false.into(),
                on_close: on_close.into(),
            },
            title: title.into(),
            class: "tio-dialog",
            is_alert: false,
            on_submit: None,
            return_focus: None,
            body: Box::new(View::empty),
            footer: Box::new(View::empty),
        }
    }

    /// Makes it warn before something is destroyed: its text is read out when it opens.
    pub fn alert(self) -> Self {
        Self {
            is_alert: true,
            ..self
        }
    }

    /// Makes it 600 px wide, for a form, where the window allows; a question gets 400 px.
    pub fn medium(self) -> Self {
        Self {
            class: "tio-dialog tio-dialog--medium",
            ..self
        }
    }

    /// While true, what it started is still running and it cannot be left.
    pub fn busy(self, busy: Signal<bool>) -> Self {
        Self {
            modal: Modal { busy, ..self.modal },
            ..self
        }
    }

    /// Called when the form is submitted; not while busy.
    pub fn on_submit(self, on_submit: impl Into<Callback<()>>) -> Self {
        Self {
            on_submit: Some(on_submit.into()),
            ..self
        }
    }

    /// Moves the focus when the element that had it before is gone, as after a deletion.
    pub fn return_focus(self, return_focus: impl Into<Callback<()>>) -> Self {
        Self {
            return_focus: Some(return_focus.into()),
            ..self
        }
    }

    /// Makes the contents, at each opening.
    pub fn body<C: Child>(self, body: impl Fn() -> C + 'static) -> Self {
        Self {
            body: Box::new(move || body().into_view()),
            ..self
        }
    }

    /// Makes the row of buttons at the bottom, at each opening.
    pub fn footer<C: Child>(self, footer: impl Fn() -> C + 'static) -> Self {
        Self {
            footer: Box::new(move || footer().into_view()),
            ..self
        }
    }

    fn opened(&self) -> El {
        let modal = self.modal;
        let element = NodeRef::new();
        show_when_connected(element);
        keep_focus(self.return_focus);
        let title_id = unique_id();
        let body_id = unique_id();
        dialog()
            .class(self.class)
            .attr("role", self.is_alert.then_some("alertdialog"))
            .attr("aria-labelledby", title_id.clone())
            .attr("aria-describedby", self.is_alert.then(|| body_id.clone()))
            .node_ref(element)
            .on("keydown", move |ev: Event| {
                // A control inside that has a use for Esc, such as an open list, has prevented the default.
                if !ev.default_prevented() && pressed_key(&ev).as_deref() == Some("Escape") {
                    ev.prevent_default();
                    modal.ask_to_close();
                }
            })
            .on("cancel", move |ev: Event| {
                if ev.target() == ev.current_target() {
                    ev.prevent_default();
                    modal.ask_to_close();
                }
            })
            .on("close", move |_: Event| modal.closed_by_browser(element))
            .child(
                form()
                    .class("tio-dialog__form")
                    .attr("novalidate", true)
                    .on("submit", modal.submit(self.on_submit))
                    .child(
                        h2().class("tio-dialog__title")
                            .attr("id", title_id)
                            .child(self.title),
                    )
                    .child(
                        div()
                            .class("tio-dialog__body")
                            .attr("id", body_id)
                            .child((self.body)()),
                    )
                    .child(div().class("tio-dialog__footer").child((self.footer)())),
            )
    }
}

impl Child for Dialog {
    fn append_to(self, parent: &Node) {
        when(self.modal.open, move || self.opened()).append_to(parent);
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

    fn submit(self, on_submit: Option<Callback<()>>) -> impl Fn(Event) {
        move |ev| {
            ev.prevent_default();
            if let Some(on_submit) = on_submit
                && !self.busy.get_untracked()
            {
                on_submit.run(());
            }
        }
    }

    /// Browsers close a dialog on the second Esc in a row whatever its `cancel` handler says.
    fn closed_by_browser(self, element: NodeRef<HtmlDialogElement>) {
        if !self.open.get_untracked() {
            return;
        }
        if self.busy.get_untracked() {
            if let Some(dialog) = element.get_untracked() {
                show_modal(&dialog);
            }
        } else {
            self.on_close.run(());
        }
    }
}

/// Opens the element as soon as it is part of the page, which it is not yet while it is being built.
fn show_when_connected(element: NodeRef<HtmlDialogElement>) {
    effect(move || {
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

/// Remembers what has the focus now and gives it back when the current owner is cleaned up.
fn keep_focus(fallback: Option<Callback<()>>) {
    let opener = StoredValue::new(focused_element());
    on_cleanup(move || {
        let opener = opener.try_update_value(Option::take).flatten();
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
