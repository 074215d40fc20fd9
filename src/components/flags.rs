//! Flags: short messages at the corner of the page about what has just happened.

use std::time::Duration;

use leptos::{
    leptos_dom::helpers::TimeoutHandle,
    prelude::{expect_context, on_cleanup, provide_context, set_timeout_with_handle},
};
use wasm_bindgen::JsCast as _;
use web_sys::{EventTarget, FocusEvent, HtmlElement, PointerEvent};

use super::{
    button::{TabStop, icon_button},
    dom::{focus_if_connected, is_outside},
    icon::{IconName, IconSize, icon},
    tone::Tone,
};
use crate::{
    reactive::{Callback, RwSignal, Signal, StoredValue},
    view::{
        El, NodeRef, mount_rows,
        tags::{div, p},
    },
};

/// How long a success flag stays at least: long enough to be read at 200 % zoom or by a screen reader.
const SUCCESS_STAYS: Duration = Duration::from_secs(8);

/// Which flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlagId(usize);

/// What a flag says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Flag {
    id: FlagId,
    tone: Tone,
    title: String,
    body: Option<String>,
}

/// The page's flags. Provided once by [`Flags::provide`], found by [`Flags::expect`].
///
/// A success flag goes by itself, any other stays until it is dismissed or the next action clears it. While a
/// modal dialog is open, flags are inert like the rest of the page: say it inside the dialog instead.
#[derive(Clone, Copy)]
pub struct Flags {
    shown: RwSignal<Vec<Flag>>,
    last: StoredValue<usize>,
}

impl Flags {
    /// Makes the flags of this page and provides them to all components below.
    pub fn provide() -> Self {
        let flags = Self {
            shown: RwSignal::new(Vec::new()),
            last: StoredValue::new(0),
        };
        provide_context(flags);
        flags
    }

    /// The flags that an ancestor has provided.
    ///
    /// # Panics
    /// If none has, which is a mistake in the page's root component.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Shows a flag. Success is announced politely, danger at once.
    pub fn show(self, tone: Tone, title: String, body: Option<String>) -> FlagId {
        let id = FlagId(self.last.get_value() + 1);
        self.last.set_value(id.0);
        self.shown.update(|shown| {
            shown.push(Flag {
                id,
                tone,
                title,
                body,
            })
        });
        id
    }

    /// Takes a flag away, if it is still there.
    pub fn dismiss(self, id: FlagId) {
        self.shown.update(|shown| shown.retain(|flag| flag.id != id));
    }

    fn find(self, id: FlagId) -> Option<Flag> {
        self.shown
            .with_untracked(|shown| shown.iter().find(|flag| flag.id == id).cloned())
    }

    /// Takes all flags away, as the next action of the person does.
    pub fn clear(self) {
        if self.shown.with_untracked(|shown| !shown.is_empty()) {
            self.shown.update(Vec::clear);
        }
    }
}

/// Where the flags appear, each with a button that dismisses it. It holds two live regions that exist from the
/// start, because a region that is added together with its text is not read out.
pub fn flag_region(flags: Flags, dismiss_label: &'static str) -> El {
    let region_ref = NodeRef::<HtmlElement>::new();
    let came_from = StoredValue::new(None::<HtmlElement>);
    let dismiss = Callback::new(move |id: FlagId| {
        flags.dismiss(id);
        // The button that was pressed is gone: the focus goes back to where it was before the flags.
        if let Some(element) = came_from.try_update_value(Option::take).flatten() {
            focus_if_connected(&element);
        }
    });
    let card = Callback::new(move |number| match flags.find(FlagId(number)) {
        Some(flag) => flag_card(flag, dismiss, dismiss_label),
        // Cannot be: the lists below ask for those alone that are shown.
        None => div(),
    });
    div()
        .class("tio-flags")
        .node_ref(region_ref)
        .on("focusin", move |ev: FocusEvent| {
            let outside = |from: &EventTarget| {
                region_ref
                    .get_untracked()
                    .is_some_and(|region| is_outside(&region, Some(from.clone())))
            };
            if let Some(from) = ev.related_target().filter(outside) {
                came_from.set_value(from.dyn_into().ok());
            }
        })
        .child(flag_list(flags, card, Urgency::Status))
        .child(flag_list(flags, card, Urgency::Alert))
}

/// Whether a flag interrupts what a screen reader is saying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Urgency {
    Status,
    Alert,
}

impl Urgency {
    fn of(tone: Tone) -> Self {
        if tone == Tone::Danger {
            Self::Alert
        } else {
            Self::Status
        }
    }

    const fn role(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Alert => "alert",
        }
    }
}

fn flag_list(flags: Flags, card: Callback<usize, El>, urgency: Urgency) -> El {
    let list = NodeRef::new();
    let mine = move || {
        let is_mine = |flag: &&Flag| Urgency::of(flag.tone) == urgency;
        flags
            .shown
            .with(|shown| shown.iter().filter(is_mine).map(|flag| flag.id.0).collect())
    };
    mount_rows(list, Signal::derive(mine), card);
    div().attr("role", urgency.role()).node_ref(list)
}

fn flag_card(flag: Flag, dismiss: Callback<FlagId>, dismiss_label: &str) -> El {
    let id = flag.id;
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let pause = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let run = move || {
        pause();
        if flag.tone == Tone::Success {
            let handle = set_timeout_with_handle(
                move || {
                    dismiss.try_run(id);
                },
                SUCCESS_STAYS,
            );
            timer.set_value(handle.ok());
        }
    };
    run();
    on_cleanup(pause);
    div()
        .class(["tio-flag ", flag.tone.class()].concat())
        .on("pointerenter", move |_: PointerEvent| pause())
        .on("pointerleave", move |_: PointerEvent| run())
        .on("focusin", move |_: FocusEvent| pause())
        .on("focusout", move |_: FocusEvent| run())
        .child(icon(IconName::of_tone(flag.tone), IconSize::Small))
        .child(
            div()
                .class("tio-flag__text")
                .child(p().class("tio-flag__title").child(flag.title))
                .child(flag.body.map(|body| p().child(body))),
        )
        .child(icon_button(
            IconName::Cross,
            dismiss_label,
            TabStop::Kept,
            move |()| dismiss.run(id),
        ))
}
