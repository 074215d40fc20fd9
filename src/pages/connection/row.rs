//! One connection in the list.

use leptos::{ev::MouseEvent, prelude::*};

use super::{
    services::{FocusWish, use_services},
    status::StatusLozenge,
};
use crate::{
    components::icon::{Icon, IconName, IconSize},
    components::{built::Build as _, dynamic::dynamic},
    domain::{connection::Connection, project::safe_avatar, route},
    i18n::use_i18n,
};

/// A link to a connection, with all that tells it from the others. Nothing while the connection isn't loaded.
#[component]
pub fn ConnectionRow(
    /// The connection, once it is loaded.
    #[prop(into)]
    connection: Signal<Option<Connection>>,
    /// The link's `tabindex`, when it is part of a list that is one stop for the Tab key.
    #[prop(optional, into)]
    tab_index: Option<Signal<&'static str>>,
) -> impl IntoView {
    let services = use_services();
    let id = Memo::new(move |_| {
        connection.with(|connection| connection.as_ref().map(|connection| connection.id.clone()))
    });
    let shown = Memo::new(move |_| connection.get());
    dynamic(move || {
        let id = id.get()?;
        let href = route::fragment_of(&id);
        let is_current = {
            let id = id.clone();
            move || (services.navigation.current.get() == id).then_some("page")
        };
        let open = move |event: MouseEvent| {
            // A new tab or window is the browser's business.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                services.open(id.clone(), FocusWish::None);
            }
        };
        Some(view! {
            <a class="tio-row" href=href aria-current=is_current tabindex=tab_index on:click=open>
                <Contents connection=shown />
            </a>
        })
    })
}

#[component]
fn Contents(connection: Memo<Option<Connection>>) -> impl IntoView {
    let i18n = use_i18n();
    let name = Signal::derive(move || {
        connection.with(
            |connection| match connection.as_ref().and_then(Connection::project) {
                Some(project) => project.name.clone(),
                None => i18n.list.all_projects.to_owned(),
            },
        )
    });
    let key = Signal::derive(move || {
        connection.with(|connection| {
            connection
                .as_ref()?
                .project()
                .map(|project| project.key.as_str().to_owned())
        })
    });
    let label =
        Signal::derive(move || connection.with(|connection| connection.as_ref()?.account_label.clone()));
    let avatar = Memo::new(move |_| {
        connection.with(|connection| safe_avatar(connection.as_ref()?.project()?.avatar_url.as_deref()))
    });
    let picture = dynamic(move || match avatar.get() {
        Some(url) => {
            view! { <img class="tio-avatar" src=url alt="" width="24" height="24" loading="lazy" /> }.built()
        }
        None => view! { <Icon name=IconName::Globe size=IconSize::Large /> }.built(),
    });
    let status = dynamic(move || {
        connection
            .get()
            .map(|connection| view! { <StatusLozenge connection=connection /> })
    });
    view! {
        <span class="tio-row__picture">{picture}</span>
        <span class="tio-row__text">
            <span class="tio-row__name"><bdi>{name}</bdi></span>
            <span class="tio-row__detail">
                <span class="tio-row__key">{key}</span>
                <bdi class="tio-row__label">{label}</bdi>
            </span>
        </span>
        <span class="tio-row__status">{status}</span>
    }
    .built()
}
