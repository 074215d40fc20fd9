//! The Test IO products behind a connection, and the next step once there are any.

use super::services::use_services;
use crate::{
    domain::{connection::Connection, status::Status},
    i18n::{I18n, use_i18n},
    reactive::Signal,
    view::{
        Child, El, View, dynamic, fragment,
        tags::{a, bdi, dd, dl, dt, p, span},
    },
};

/// Products named before the rest is only counted.
const NAMED: usize = 3;

/// What the key of a connection gives access to.
pub fn products(connection: Signal<Connection>) -> View {
    let i18n = use_i18n();
    let host = &use_services().host;
    dynamic(move || {
        connection.with(|connection| match &connection.last_checked_at {
            Some(checked) => {
                let checked = i18n.detail.checked.with(&i18n.ago(checked));
                let next = (connection.status == Status::Connected)
                    .then(|| next_step(i18n, host.configuration_url.clone()));
                fragment([list(i18n, connection, checked).into(), next.into_view()])
            }
            None => View::empty(),
        })
    })
}

fn list(i18n: I18n, connection: &Connection, checked: String) -> El {
    dl().class("tio-products")
        .child(dt().child(i18n.detail.products))
        .child(
            dd().child(bdi().child(names(i18n, connection)))
                .child(" ")
                .child(span().class("tio-hint").child(checked)),
        )
}

fn next_step(i18n: I18n, configuration_url: String) -> El {
    p().class("tio-next").child(i18n.detail.next).child(" ").child(
        a().class("tio-link")
            .attr("href", configuration_url)
            .attr("target", "_top")
            .child(i18n.detail.next_link),
    )
}

/// The first products by name, and how many more there are.
pub fn names(i18n: I18n, connection: &Connection) -> String {
    let named: Vec<_> = connection
        .products
        .iter()
        .take(NAMED)
        .map(|product| product.name.as_str())
        .collect();
    if named.is_empty() {
        return i18n.detail.no_products.to_owned();
    }
    let listed = named.join(", ");
    let more = usize::try_from(connection.product_count)
        .unwrap_or(usize::MAX)
        .saturating_sub(named.len());
    match u32::try_from(more) {
        Ok(more) if more > 0 => i18n.detail.products_more.with(&listed, &i18n.number(more)),
        _ => listed,
    }
}
