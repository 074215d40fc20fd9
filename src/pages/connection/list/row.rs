//! One connection in the list.

use leptos::{ev::MouseEvent, prelude::*};

use super::super::{parts::status::StatusLozenge, services::use_services};
use crate::{
    components::{
        dom::is_plain_click,
        icon::{Icon, IconName, IconSize},
        subscription::outlived,
        windowed_list::Row,
    },
    domain::{connection::Connection, project::safe_avatar},
    i18n::use_i18n,
};

/// A link to a connection, with all that tells it from the others. Nothing while the connection isn't loaded.
#[component]
pub fn ConnectionRow(
    /// The connection, which may be another one from one moment to the next.
    connection: Signal<Option<Connection>>,
    /// Where it stands in a windowed list, if it does.
    #[prop(optional)]
    row: Option<Row>,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let current = services.navigation.current;
    let id =
        Memo::new(move |_| outlived(connection).with(|connection| Some(connection.as_ref()?.id.clone())));
    move || {
        id.get().map(|id| {
            // Made for each connection anew, so that it goes together with all that reads it.
            let shown = Memo::new(move |_| outlived(connection).get());
            let since = move || {
                shown.with(|shown| {
                    let since = shown.as_ref()?.status_since.as_ref()?;
                    Some(i18n.status.since.with(&i18n.exact(since)?))
                })
            };
            let href = services.address_of(&id);
            let is_current = {
                let id = id.clone();
                move || (outlived(current).get() == id).then_some("page")
            };
            let open = move |event: MouseEvent| {
                if is_plain_click(&event) {
                    event.prevent_default();
                    services.open(id.clone(), None);
                }
            };
            view! {
                <a
                    class="tio-row"
                    href=href
                    target="_top"
                    aria-current=is_current
                    tabindex=row.map(|row| row.tab_index)
                    on:click=open
                >
                    <span class="tio-row__picture">
                        <Picture connection=shown row />
                    </span>
                    <Text connection=shown />
                    <span class="tio-row__status" title=since>
                        {move || shown.get().map(|connection| view! { <StatusLozenge connection /> })}
                    </span>
                </a>
            }
        })
    }
}

/// The project's avatar, or the globe of all projects.
///
/// Each avatar is a request and a document of its own, and a quick scroll through thousands of rows shows none of them
/// long enough to be seen: it is worth loading once the row has stood still.
#[component]
fn Picture(
    /// The connection.
    connection: Memo<Option<Connection>>,
    /// Where it stands in a windowed list, if it does.
    row: Option<Row>,
) -> impl IntoView {
    let avatar = Memo::new(move |_| {
        connection.with(|connection| safe_avatar(connection.as_ref()?.project()?.avatar_url.as_deref()))
    });
    let looked_at = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || row.is_none_or(|row| row.at_rest.get())
    });
    move || match avatar.get() {
        Some(url) => looked_at
            .get()
            .then(
                || view! { <img class="tio-avatar" src=url alt="" width="24" height="24" loading="lazy" /> },
            )
            .into_any(),
        None => view! { <Icon name=IconName::Globe size=IconSize::Large /> }.into_any(),
    }
}

/// The project's name and key, and the label of the Test IO account.
#[component]
fn Text(
    /// The connection.
    connection: Memo<Option<Connection>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = move || {
        connection.with(
            |connection| match connection.as_ref().and_then(Connection::project) {
                Some(project) => project.name.clone(),
                None => i18n.list.all_projects.to_owned(),
            },
        )
    };
    let key =
        move || connection.with(|connection| Some(connection.as_ref()?.project()?.key.as_str().to_owned()));
    let label = move || connection.with(|connection| connection.as_ref()?.account_label.clone());
    view! {
        <span class="tio-row__text">
            // What has no room is cut off; whoever points at it reads the whole.
            <span class="tio-row__name" title=name>
                <bdi>{name}</bdi>
            </span>
            <span class="tio-row__detail" title=label>
                <span class="tio-row__key">{key}</span>
                <bdi class="tio-row__label">{label}</bdi>
            </span>
        </span>
    }
}
