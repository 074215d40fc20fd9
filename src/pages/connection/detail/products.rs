//! The Test IO products behind a connection, and the next step once there are any.

use leptos::prelude::*;

use super::super::services::use_services;
use crate::{
    domain::{
        connection::Connection,
        found::{Found, products},
        status::Status,
    },
    i18n::{I18n, use_i18n},
    pages::shared::time::Time,
};

/// Products named before the rest is only counted.
const NAMED: usize = 3;

/// What the key of a connection gives access to, and since when that is known. Nothing while it is not.
#[component]
pub fn Products(
    /// The connection.
    #[prop(into)]
    connection: Signal<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let list = move || {
        connection.with(|connection| {
            let (_, when) = products(connection)?;
            let when = match when {
                Found::At(time) => {
                    let [before, after] = i18n.detail.checked.around();
                    (before, view! { <Time time /> }, after).into_any()
                }
                Found::Earlier => i18n.detail.found_earlier.into_any(),
            };
            Some(view! {
                <dl class="tio-fact">
                    <dt>{i18n.detail.products}</dt>
                    <dd>
                        <bdi>{names(i18n, connection)}</bdi>
                        " "
                        <span class="tio-hint">{when}</span>
                    </dd>
                </dl>
            })
        })
    };
    let can_go_on = move || {
        connection
            .with(|connection| connection.last_checked_at.is_some() && connection.status == Status::Connected)
    };
    view! {
        {list}
        <Show when=can_go_on>
            <NextStep />
        </Show>
    }
}

#[component]
fn NextStep() -> impl IntoView {
    let texts = &use_i18n().detail;
    let href = use_services()
        .host
        .with_value(|host| host.configuration_url.clone());
    view! {
        <p class="tio-next">
            <span class="tio-next__words">{texts.next}</span>
            " "
            <a class="tio-button tio-button--primary tio-button--leads" href=href target="_top">
                {texts.next_link}
            </a>
        </p>
    }
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
