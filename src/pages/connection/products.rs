//! The Test IO products behind a connection, and the next step once there are any.

use leptos::prelude::*;

use super::services::use_services;
use crate::{
    components::{built::Build as _, dynamic::dynamic},
    domain::{connection::Connection, status::Status},
    i18n::{I18n, use_i18n},
};

/// Products named before the rest is only counted.
const NAMED: usize = 3;

/// What the key gives access to.
#[component]
pub fn Products(
    /// The connection.
    connection: Signal<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let host = use_services().host();
    dynamic(move || {
        connection.with(|connection| {
            let checked = connection.last_checked_at.as_ref()?;
            let checked = i18n.detail.checked.with(&i18n.ago(checked));
            let next = (connection.status == Status::Connected).then(|| {
                view! {
                    <p class="tio-next">
                        {i18n.detail.next} " "
                        <a class="tio-link" href=host.configuration_url.clone() target="_top">
                            {i18n.detail.next_link}
                        </a>
                    </p>
                }
            });
            Some(
                view! {
                    <dl class="tio-products">
                        <dt>{i18n.detail.products}</dt>
                        <dd>
                            <bdi>{names(i18n, connection)}</bdi>
                            " "
                            <span class="tio-hint">{checked}</span>
                        </dd>
                    </dl>
                    {next}
                }
                .built(),
            )
        })
    })
}

fn names(i18n: I18n, connection: &Connection) -> String {
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
