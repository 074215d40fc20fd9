//! Flags: short messages at the corner of the page about what has just happened.

use std::time::Duration;

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};
use web_sys::{EventTarget, HtmlElement};

use super::{
    built::Build as _,
    button::IconButton,
    dom::{focus_if_connected, is_outside},
    icon::{Icon, IconName},
    rows::mount_rows,
    tone::Tone,
};
use wasm_bindgen::JsCast as _;

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
#[derive(Clone, Copy, Debug)]
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

/// Where the flags appear. It holds two live regions that exist from the start, because a region that is added
/// together with its text is not read out.
#[component]
pub fn FlagRegion(
    /// The flags to show.
    flags: Flags,
    /// The accessible name of the button that dismisses a flag.
    #[prop(into)]
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let region_ref = NodeRef::<html::Div>::new();
    let came_from = StoredValue::new_local(None::<HtmlElement>);
    let dismiss = Callback::new(move |id: FlagId| {
        flags.dismiss(id);
        // The button that was pressed is gone: the focus goes back to where it was before the flags.
        if let Some(element) = came_from.try_update_value(Option::take).flatten() {
            focus_if_connected(&element);
        }
    });
    view! {
        <div
            class="tio-flags"
            node_ref=region_ref
            on:focusin=move |ev| {
                let outside = |from: &EventTarget| {
                    region_ref.get_untracked().is_some_and(|region| is_outside(&region, Some(from.clone())))
                };
                if let Some(from) = ev.related_target().filter(outside) {
                    came_from.set_value(from.dyn_into().ok());
                }
            }
        >
            <FlagList flags dismiss dismiss_label urgent=false />
            <FlagList flags dismiss dismiss_label urgent=true />
        </div>
    }
    .built()
}

#[component]
fn FlagList(
    flags: Flags,
    dismiss: Callback<FlagId>,
    dismiss_label: Signal<String>,
    urgent: bool,
) -> impl IntoView {
    let list = NodeRef::new();
    let mine = move || {
        let is_mine = |flag: &&Flag| (flag.tone == Tone::Danger) == urgent;
        flags
            .shown
            .with(|shown| shown.iter().filter(is_mine).map(|flag| flag.id.0).collect())
    };
    let card = move |number| match flags.find(FlagId(number)) {
        Some(flag) => view! { <FlagCard flag dismiss dismiss_label /> }.built(),
        None => ().into_any(),
    };
    mount_rows(list, Signal::derive(mine), Callback::new(card));
    view! { <div role=if urgent { "alert" } else { "status" } node_ref=list></div> }.built()
}

#[component]
fn FlagCard(flag: Flag, dismiss: Callback<FlagId>, dismiss_label: Signal<String>) -> impl IntoView {
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
            timer.try_set_value(handle.ok());
        }
    };
    run();
    on_cleanup(pause);
    view! {
        <div
            class=["tio-flag ", flag.tone.class()].concat()
            on:pointerenter=move |_| pause()
            on:pointerleave=move |_| run()
            on:focusin=move |_| pause()
            on:focusout=move |_| run()
        >
            <Icon name=IconName::of_tone(flag.tone) />
            <div class="tio-flag__text">
                <p class="tio-flag__title">{flag.title}</p>
                {flag.body.map(|body| view! { <p>{body}</p> })}
            </div>
            <IconButton icon=IconName::Cross label=dismiss_label on_click=move |()| dismiss.run(id) />
        </div>
    }
    .built()
}
