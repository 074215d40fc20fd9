//! The right column: the open connection, or why it can't be shown.

mod check_the_way;
mod connection;
mod focus;
pub mod form;
mod global_switch;
mod key_section;
mod last_check;
mod menu;
pub mod open;
mod outcome;
pub mod products;
mod read_view;
pub mod removal;
pub mod switch_off;

use leptos::prelude::*;

use self::connection::ConnectionDetail;
use super::services::{Column, FocusTarget, Services, use_services};
use crate::{
    components::{
        anchors::Anchor,
        button::{Appearance, Button},
        dom::{after_next_frame, focus_around},
        icon::IconName,
        progress::Skeleton,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{failure::Failure, ids::ConnectionId},
    i18n::use_i18n,
    pages::shared::failed::Failed,
    state::load::Load,
};

/// The open connection.
#[component]
pub fn DetailPane() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    stop_if_taken_apart(services);
    let content = move || match services.opening.state.get() {
        (_, Load::Loading) => view! { <Waiting /> }.into_any(),
        (_, Load::Failed(Failure::ConnectionGone)) => view! { <Gone /> }.into_any(),
        (_, Load::Failed(failure)) => view! { <NotLoaded failure /> }.into_any(),
        (id, Load::Ready(())) => {
            let shown = services.opening.shown(&id);
            // Another connection is another article: nothing that was typed for one may stand in the form of the next.
            view! {
                <For each=move || shown.clone() key=|shown| shown.id.clone() let(shown)>
                    <ConnectionDetail shown />
                </For>
            }
            .into_any()
        }
    };
    view! {
        <Anchor />
        <div class="tio-back">
            <Button
                appearance=Appearance::Link
                icon=IconName::ArrowLeft
                on_click=move |()| services.column.set(Column::List)
            >
                {i18n.list.back}
            </Button>
        </div>
        {content}
    }
}

/// Stops the page once it shows another connection than the one that is open.
///
/// Extensions take nodes out of the document that Leptos finds its places by. What has lost its place is not put anywhere:
/// the address changes, and the old connection stays. Nobody may type a key into that.
fn stop_if_taken_apart(services: Services) {
    let look = move |id: &ConnectionId| {
        let is_open = |state: (ConnectionId, Load<()>)| state.0 == *id;
        if !services.opening.state.try_get_untracked().is_some_and(is_open) {
            return;
        }
        let shown = document()
            .query_selector(".tio-page__detail > .tio-detail")
            .ok()
            .flatten();
        let is_right = shown.is_some_and(|shown| {
            let of = shown.get_attribute("data-connection");
            of.is_none_or(|of| of == id.as_str())
        });
        if !is_right {
            // `boot.js` says that the page has stopped, and offers to load it again.
            std::process::abort();
        }
    };
    let opened = move || services.opening.state.get().0;
    let follow = move |id: &ConnectionId, _: Option<&ConnectionId>, _: Option<()>| {
        let id = id.clone();
        after_next_frame(move || look(&id));
    };
    Effect::watch(opened, follow, false);
}

/// That the connection is on its way.
#[component]
fn Waiting() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="tio-detail">
            <p class="tio-visually-hidden" role="status">
                {i18n.loading}
            </p>
            <Skeleton lines=6 />
        </div>
    }
}

/// Why the connection can't be had.
#[component]
fn NotLoaded(
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let retry = move |()| {
        focus_around();
        services.wish_focus(services.navigation.current.get_untracked(), FocusTarget::Heading);
        services.opening.retry();
    };
    view! {
        <div class="tio-detail" role="alert">
            <Failed title=i18n.failure.not_loaded failure on_retry=retry />
        </div>
    }
}

/// The connection was deleted, here or by somebody else, or the link to it is out of date.
#[component]
fn Gone() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let to_global = move |()| services.open(ConnectionId::global(), Some(FocusTarget::Heading));
    let actions = move || view! { <Button on_click=to_global>{i18n.detail.gone_action}</Button> };
    view! {
        <div class="tio-detail" role="alert">
            <SectionMessage tone=Tone::Warning title=i18n.detail.gone_title actions>
                {i18n.detail.gone_text}
            </SectionMessage>
        </div>
    }
}
