//! The right column: the open connection, or why it can't be shown.

mod connection;
mod form;
mod global_switch;
mod key_section;
mod menu;
mod open;
mod outcome;
pub mod products;
mod removal;

use leptos::prelude::*;

use self::connection::ConnectionDetail;
use super::{
    parts::{copy_details::CopyDetails, jira_page::JiraPage},
    services::{Column, FocusWish, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        dom::focus_around,
        icon::IconName,
        progress::{Skeleton, Spinner},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{failure::Failure, ids::ConnectionId},
    i18n::{use_i18n, words},
    state::load::Load,
};

/// The open connection.
#[component]
pub fn DetailPane() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let content = move || match services.opening.state.get() {
        (_, Load::Loading) => view! { <Waiting /> }.into_any(),
        (_, Load::Failed(Failure::ConnectionGone)) => view! { <Gone /> }.into_any(),
        (id, Load::Failed(failure)) => view! { <NotLoaded id failure /> }.into_any(),
        (id, Load::Ready(())) => {
            let shown = services.opening.shown(&id);
            // Another connection is another article: nothing that was typed for one may stand in the form of the next.
            view! {
                <For each=move || shown.clone() key=|shown| shown.connection.id.clone() let(shown)>
                    <ConnectionDetail shown />
                </For>
            }
            .into_any()
        }
    };
    view! {
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

#[component]
fn Waiting() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="tio-detail">
            <Spinner label=i18n.loading />
            <Skeleton lines=6 />
        </div>
    }
}

#[component]
fn NotLoaded(
    /// Which connection could not be had.
    id: ConnectionId,
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let title = i18n.failure.not_loaded;
    let text = words::failure(i18n, &failure);
    let retry = move |()| {
        focus_around();
        services.focus.set(FocusWish::Heading);
        services.opening.retry(id.clone());
    };
    let actions = move || {
        view! {
            <JiraPage remedy=failure.remedy() />
            <Button on_click=retry>{i18n.retry}</Button>
            <CopyDetails not_done=title failure />
        }
    };
    view! {
        <div class="tio-detail" role="alert">
            <SectionMessage tone=Tone::Danger title actions>
                {text}
            </SectionMessage>
        </div>
    }
}

/// The connection was deleted, here or by somebody else, or the link to it is out of date.
#[component]
fn Gone() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let to_global = move |()| services.open(ConnectionId::global(), FocusWish::Heading);
    let actions = move || view! { <Button on_click=to_global>{i18n.detail.gone_action}</Button> };
    view! {
        <div class="tio-detail" role="alert">
            <SectionMessage tone=Tone::Warning title=i18n.detail.gone_title actions>
                {i18n.detail.gone_text}
            </SectionMessage>
        </div>
    }
}
