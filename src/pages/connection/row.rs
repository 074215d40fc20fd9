//! One connection in the list.

use std::cell::Cell;

use web_sys::MouseEvent;

use super::{
    services::{FocusWish, use_services},
    status::status_lozenge,
};
use crate::{
    components::{
        icon::{IconName, IconSize, icon},
        windowed_list::Row,
    },
    domain::{connection::Connection, project::safe_avatar, route},
    i18n::use_i18n,
    reactive::{Signal, memo},
    view::{
        Child, View, dynamic, fragment,
        tags::{a, bdi, img, span},
    },
};

/// A link to a connection, with all that tells it from the others. Nothing while the connection isn't loaded.
///
/// `row` is where it stands in a windowed list, if it does.
pub fn connection_row(connection: Signal<Option<Connection>>, row: Option<Row>) -> View {
    let services = use_services();
    let shown = memo(move || connection.get());
    let id =
        memo(move || shown.with(|connection| connection.as_ref().map(|connection| connection.id.clone())));
    dynamic(move || {
        let Some(id) = id.get() else {
            return View::empty();
        };
        let href = route::fragment_of(&id);
        let is_current = Signal::derive({
            let id = id.clone();
            move || (services.navigation.current.get() == id).then_some("page")
        });
        let open = move |event: MouseEvent| {
            // A new tab or window is the browser's business.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                services.open(id.clone(), FocusWish::None);
            }
        };
        a().class("tio-row")
            .attr("href", href)
            .attr("aria-current", is_current)
            .attr("tabindex", row.map(|row| row.tab_index))
            .on("click", open)
            .child(contents(shown, has_been_looked_at(row)))
            .into_view()
    })
}

/// Whether the row has stood still once, so that somebody may have seen it.
fn has_been_looked_at(row: Option<Row>) -> Signal<bool> {
    let looked_at = Cell::new(false);
    memo(move || {
        looked_at.set(looked_at.get() || row.is_none_or(|row| row.at_rest.get()));
        looked_at.get()
    })
}

/// `looked_at` tells when the picture is worth loading: each is a request and a document of its own, and a quick scroll
/// through thousands of rows shows none of them long enough to be seen.
fn contents(connection: Signal<Option<Connection>>, looked_at: Signal<bool>) -> View {
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
    let avatar = memo(move || {
        connection.with(|connection| safe_avatar(connection.as_ref()?.project()?.avatar_url.as_deref()))
    });
    let picture = dynamic(move || match avatar.get() {
        Some(url) => looked_at.get().then(|| {
            img()
                .class("tio-avatar")
                .attr("src", url)
                .attr("alt", "")
                .attr("width", "24")
                .attr("height", "24")
                .attr("loading", "lazy")
        }),
        None => Some(icon(IconName::Globe, IconSize::Large)),
    });
    let status = dynamic(move || {
        connection
            .get()
            .map(|connection| status_lozenge(connection.into()))
    });
    fragment([
        span().class("tio-row__picture").child(picture).into(),
        span()
            .class("tio-row__text")
            .child(span().class("tio-row__name").child(bdi().child(name)))
            .child(
                span()
                    .class("tio-row__detail")
                    .child(span().class("tio-row__key").child(key))
                    .child(bdi().class("tio-row__label").child(label)),
            )
            .into(),
        span().class("tio-row__status").child(status).into(),
    ])
}
