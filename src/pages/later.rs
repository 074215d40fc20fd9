//! Parts of the pages that come later: each has code of its own, which is fetched when the browser is idle, or when
//! somebody asks for the part before that.

use futures::future::LocalBoxFuture;
use leptos::{prelude::*, task::spawn_local, wasm_split::SplitLoaderError};

use crate::{
    components::{
        button::{Appearance, Button},
        dialog::Dialog,
        dom::after_press,
        progress::Spinner,
        section_message::SectionMessage,
        subscription,
        tone::Tone,
    },
    host::{idle::idle, location},
    i18n::use_i18n,
    state::document,
};

/// What shows a part, once its code is there.
pub type View = fn() -> AnyView;

/// What comes of fetching a part's code.
pub type Fetched = Result<View, SplitLoaderError>;

/// A part of a page.
#[derive(Clone, Copy)]
pub struct Part {
    fetch: fn() -> LocalBoxFuture<'static, Fetched>,
    state: RwSignal<State>,
}

/// How far a part is.
#[derive(Clone, Copy)]
enum State {
    Absent,
    Coming,
    There(View),
    Failed(WayOn),
}

/// What helps when a part can't be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WayOn {
    TryAgain,
    /// The server has another version of the page by now, and the parts of this one no more.
    Reload,
}

impl Part {
    /// A part that nobody has asked for yet. `fetch` is a function with Leptos's `wasm_split`.
    pub fn new(fetch: fn() -> LocalBoxFuture<'static, Fetched>) -> Self {
        Self {
            fetch,
            state: RwSignal::new(State::Absent),
        }
    }

    /// What shows it, if it is there.
    fn view(self) -> Option<View> {
        subscription::end_on_cleanup();
        match self.state.get() {
            State::There(view) => Some(view),
            State::Absent | State::Coming | State::Failed(_) => None,
        }
    }

    /// What would help, if it could not be fetched.
    fn way_on(self) -> Option<WayOn> {
        subscription::end_on_cleanup();
        match self.state.get() {
            State::Failed(way_on) => Some(way_on),
            State::Absent | State::Coming | State::There(_) => None,
        }
    }

    fn is_there(self) -> bool {
        self.view().is_some()
    }

    /// Fetches it unless it is there or coming.
    pub async fn fetch(self) {
        let state = self.state.try_get_untracked();
        if !matches!(state, Some(State::Absent | State::Failed(_))) {
            return;
        }
        self.state.set(State::Coming);
        let state = match (self.fetch)().await {
            Ok(view) => State::There(view),
            Err(_) => State::Failed(way_on().await),
        };
        // Who presses Cancel at this moment presses a button of what stands there until then.
        after_press(move || {
            self.state.try_set(state);
        });
    }
}

async fn way_on() -> WayOn {
    match location::module() {
        Some(module) if document::is_replaced(&location::path(), &module).await => WayOn::Reload,
        Some(_) | None => WayOn::TryAgain,
    }
}

/// Fetches parts one after the other, whenever the browser is idle, once the page is `usable`. Where one can't be had,
/// the others wait until they are asked for.
pub fn fetch_when_idle(parts: Vec<Part>, usable: Memo<bool>) {
    let parts = StoredValue::new(parts);
    Effect::new(move |_| {
        if !usable.get() {
            return;
        }
        let parts = parts.try_update_value(std::mem::take).unwrap_or_default();
        spawn_local(async move {
            for part in parts {
                idle().await;
                part.fetch().await;
                if matches!(part.state.try_get_untracked(), None | Some(State::Failed(_))) {
                    return;
                }
            }
        });
    });
}

/// A dialog that comes later. Until it is there, another one says so, or why it can't be had.
#[component]
pub fn LaterDialog(
    /// The dialog. Once it was wanted it stays, and opens and closes by itself.
    part: Part,
    /// Whether it is to be open.
    #[prop(into)]
    wanted: Signal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// The person does not want it any more.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let fetch = move || spawn_local(part.fetch());
    let there = Memo::new(move |_| part.is_there());
    let waiting = Memo::new(move |_| wanted.get() && !there.get());
    Effect::new(move |_| {
        if wanted.get() {
            fetch();
        }
    });
    // The one takes the other's place at once: with none between them, nothing would hear Esc.
    let mounted = Memo::new(move |before| before == Some(&true) || (wanted.get() && there.get()));
    let shown = move || mounted.get().then(|| part.view()).flatten().map(|view| view());
    let footer = move || {
        view! {
            <WayOnButton part />
            <Button appearance=Appearance::Link on_click=on_close>
                {i18n.cancel}
            </Button>
        }
    };
    view! {
        {shown}
        <Dialog open=waiting on_close title footer>
            <NotThere part />
        </Dialog>
    }
}

/// A whole page that comes later. It is wanted from the start.
#[component]
pub fn LaterPage(
    /// The page.
    part: Part,
) -> impl IntoView {
    spawn_local(part.fetch());
    move || match part.view() {
        Some(view) => view(),
        None => view! {
            <main class="tio-boot">
                <NotThere part />
                <WayOnButton part />
            </main>
        }
        .into_any(),
    }
}

/// That a part is coming, or why not.
#[component]
fn NotThere(
    /// The part.
    part: Part,
) -> impl IntoView {
    let i18n = use_i18n();
    let failed = move || {
        part.way_on().map(|way_on| {
            let (title, text) = match way_on {
                WayOn::TryAgain => (i18n.later.not_there, i18n.later.not_there_text),
                WayOn::Reload => (i18n.later.replaced, i18n.later.replaced_text),
            };
            view! {
                <SectionMessage tone=Tone::Danger title>
                    {text}
                </SectionMessage>
            }
        })
    };
    view! {
        <div role="status">
            <Show when=move || part.way_on().is_none()>
                <Spinner label=i18n.loading />
            </Show>
        </div>
        <div role="alert">{failed}</div>
    }
}

/// The button that helps when a part could not be fetched. It stays while that is tried again.
#[component]
fn WayOnButton(
    /// The part.
    part: Part,
) -> impl IntoView {
    let i18n = use_i18n();
    let way_on = Memo::new(move |before: Option<&Option<WayOn>>| part.way_on().or(before.copied().flatten()));
    let busy = Signal::derive(move || part.way_on().is_none());
    move || {
        way_on.get().map(|way_on| match way_on {
            WayOn::TryAgain => view! {
                <Button
                    appearance=Appearance::Primary
                    on_click=move |()| spawn_local(part.fetch())
                    busy
                >
                    {i18n.retry}
                </Button>
            },
            WayOn::Reload => view! {
                <Button appearance=Appearance::Primary on_click=move |()| location::reload()>
                    {i18n.later.reload}
                </Button>
            },
        })
    }
}
