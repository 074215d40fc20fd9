//! The right column: the open connection, or why it can't be shown.

use leptos::prelude::*;

use super::{
    detail::Detail,
    services::{Column, FocusWish, use_services},
};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button},
        dynamic::dynamic,
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
pub fn Pane() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let content = dynamic(move || match services.opening.state.get() {
        (_, Load::Loading) => view! { <Waiting /> }.built(),
        (_, Load::Failed(Failure::ConnectionGone)) => view! { <Gone /> }.built(),
        (id, Load::Failed(failure)) => view! { <NotLoaded id=id failure=failure /> }.built(),
        (id, Load::Ready(())) => services
            .opening
            .shown(&id)
            .map(|shown| view! { <Detail shown=shown /> })
            .built(),
    });
    view! {
        <div class="tio-back">
            <Button
                appearance=Appearance::Link
                icon=IconName::ArrowLeft
                on_click=Callback::new(move |()| services.column.set(Column::List))
            >
                {i18n.list.back}
            </Button>
        </div>
        {content}
    }
    .built()
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
    .built()
}

#[component]
fn NotLoaded(id: ConnectionId, failure: Failure) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let actions = move || {
        let id = id.clone();
        view! {
            <Button on_click=Callback::new(move |()| services.opening.retry(id.clone()))>{i18n.retry}</Button>
        }
    };
    view! {
        <div class="tio-detail" role="alert">
            <SectionMessage tone=Tone::Danger title=i18n.failure.not_loaded actions=ViewFnOnce::from(actions)>
                {words::failure(i18n, &failure)}
            </SectionMessage>
        </div>
    }
    .built()
}

/// The connection was deleted, here or by somebody else, or the link to it is out of date.
#[component]
pub fn Gone() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |()| services.open(ConnectionId::global(), FocusWish::Heading))>
                {i18n.detail.gone_action}
            </Button>
        }
    };
    view! {
        <div class="tio-detail" role="alert">
            <SectionMessage tone=Tone::Warning title=i18n.detail.gone_title actions=ViewFnOnce::from(actions)>
                {i18n.detail.gone_text}
            </SectionMessage>
        </div>
    }
    .built()
}
