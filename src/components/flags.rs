//! Flags: short messages at the corner of the page about what has just happened.

use std::time::Duration;

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{EventTarget, HtmlElement};

use super::{
    button::{Appearance, Button, IconButton},
    dom::{focus_if_connected, is_outside},
    icon::{Icon, IconName},
    subscription::outlived,
    tone::Tone,
};

/// How long a success flag stays at least: long enough to be read at 200 % zoom or by a screen reader.
const SUCCESS_STAYS: Duration = Duration::from_secs(8);

/// Which flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FlagId(usize);

/// A way on that a flag offers.
#[derive(Clone)]
pub struct FlagAction {
    /// What it is called.
    pub label: String,
    /// What it does.
    pub run: Callback<()>,
}

/// What a flag says.
#[derive(Clone)]
struct Flag {
    id: FlagId,
    tone: Tone,
    title: String,
    body: Option<String>,
    action: Option<FlagAction>,
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
        self.add(tone, title, body, None)
    }

    /// Shows a flag with a way on, which takes the flag away.
    pub fn offer(self, tone: Tone, title: String, body: Option<String>, action: FlagAction) -> FlagId {
        self.add(tone, title, body, Some(action))
    }

    fn add(self, tone: Tone, title: String, body: Option<String>, action: Option<FlagAction>) -> FlagId {
        let id = FlagId(self.last.get_value() + 1);
        self.last.set_value(id.0);
        self.shown.update(|shown| {
            shown.push(Flag {
                id,
                tone,
                title,
                body,
                action,
            })
        });
        id
    }

    /// Takes a flag away, if it is still there.
    pub fn dismiss(self, id: FlagId) {
        self.shown.update(|shown| shown.retain(|flag| flag.id != id));
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
///
/// # Panics
/// If no ancestor has provided [`Flags`].
#[component]
pub fn FlagRegion(
    /// The accessible name of the button that dismisses a flag.
    #[prop(into)]
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let flags = Flags::expect();
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
                    region_ref
                        .try_get_untracked()
                        .flatten()
                        .is_some_and(|region| is_outside(&region, Some(from.clone())))
                };
                if let Some(from) = ev.related_target().filter(outside) {
                    came_from.set_value(from.dyn_into().ok());
                }
            }
        >
            <FlagList flags urgency=Urgency::Status dismiss dismiss_label />
            <FlagList flags urgency=Urgency::Alert dismiss dismiss_label />
        </div>
    }
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

/// A live region with the flags of one urgency.
#[component]
fn FlagList(
    /// The page's flags.
    flags: Flags,
    /// Which of them it shows.
    urgency: Urgency,
    /// Takes one away because the person or the time has said so.
    dismiss: Callback<FlagId>,
    /// The accessible name of the button for that.
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let mine = move || {
        let is_mine = |flag: &&Flag| Urgency::of(flag.tone) == urgency;
        // `<For>` reads it as long as there is a card, the page's flags last longer.
        outlived(flags.shown).with(|shown| shown.iter().filter(is_mine).cloned().collect::<Vec<_>>())
    };
    let has_any = Memo::new(move |_| !mine().is_empty());
    view! {
        <div role=urgency.role()>
            // `<For>` remembers the owner of each card as long as it lives itself: not longer than there is a card.
            <Show when=move || has_any.get()>
                <For each=mine key=|flag| flag.id let(flag)>
                    <FlagCard flag dismiss dismiss_label />
                </For>
            </Show>
        </div>
    }
}

/// One flag.
#[component]
fn FlagCard(
    /// What it says.
    flag: Flag,
    /// Takes it away.
    dismiss: Callback<FlagId>,
    /// The accessible name of the button for that.
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let Flag {
        id,
        tone,
        title,
        body,
        action,
    } = flag;
    let action = action.map(|FlagAction { label, run }| {
        let press = move |()| {
            // Before what is done, which may say something of its own.
            dismiss.run(id);
            run.run(());
        };
        view! {
            <Button appearance=Appearance::Link on_click=press>
                {label}
            </Button>
        }
    });
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let pause = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let run = move || {
        pause();
        // The focus leaves a flag also because the flag is taken off the page, where nothing could stop the timer.
        if tone == Tone::Success && !timer.is_disposed() {
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
    view! {
        <div
            class=["tio-flag ", tone.class()].concat()
            on:pointerenter=move |_| pause()
            on:pointerleave=move |_| run()
            on:focusin=move |_| pause()
            on:focusout=move |_| run()
        >
            <Icon name=IconName::of_tone(tone) />
            <div class="tio-flag__text">
                <p class="tio-flag__title">{title}</p>
                {body.map(|body| view! { <p>{body}</p> })}
                {action}
            </div>
            <IconButton icon=IconName::Cross label=dismiss_label on_click=move |()| dismiss.run(id) />
        </div>
    }
}
