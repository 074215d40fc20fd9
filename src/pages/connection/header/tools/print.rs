//! What is printed in place of the two columns: the connections as a table.

use std::future::ready;

use leptos::prelude::*;

use super::all_at_once::AllAtOnce;
use crate::{
    domain::{connection::Connection, found::products},
    host::printing,
    i18n::{I18n, use_i18n, words},
    pages::connection::{
        detail::products::names,
        parts::status::StatusLozenge,
        services::{Printed, Services, use_services},
    },
    state::store::Store,
};

/// Printing all connections: the browser prints the page with them, without the host's around it.
pub fn print(i18n: I18n, services: Services) -> AllAtOnce {
    AllAtOnce::new(
        i18n,
        services.store,
        i18n.print.not_done,
        move |_, connections| {
            services.printed.set(Some(Printed::All(connections)));
            // The table is there by the next frame.
            request_animation_frame(printing::print);
            Box::pin(ready(Ok(())))
        },
    )
}

/// The table, while there is something to print.
///
/// A window that is printed gets the connections that are at hand, and a word about the others: those that are not
/// loaded, and those for which Jira's frame around the page has no room on paper.
#[component]
pub fn PrintSheet() -> impl IntoView {
    let Services { store, printed, .. } = use_services();
    // The window may be printed when the page has gone from it.
    printing::on_printing(
        move || {
            if printed.try_with_untracked(Option::is_none) == Some(true) {
                printed.set(Some(Printed::AtHand(at_hand(store))));
            }
        },
        move || {
            printed.try_set(None);
        },
    );
    move || {
        printed.get().map(|printed| match printed {
            Printed::All(connections) => view! { <Table connections /> }.into_any(),
            Printed::AtHand(connections) => view! {
                <LeftOut count=connections.len() />
                <Table connections />
            }
            .into_any(),
        })
    }
}

/// The Global connection, and those that the list shows.
fn at_hand(store: Store) -> Vec<Connection> {
    let global = store.global.with_untracked(|global| global.ready().cloned());
    store
        .list
        .rows
        .with_untracked(|rows| global.into_iter().chain(rows.loaded().cloned()).collect())
}

/// That there are more connections than on this paper.
#[component]
fn LeftOut(
    /// How many are on it.
    count: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let all = use_services().store.summary.with_untracked(|summary| {
        let summary = summary.ready()?;
        // Global is no part of that figure.
        Some(summary.connections.total + 1)
    })?;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let text = i18n.print.part.with(&i18n.number(count), &i18n.number(all));
    Some(view! { <p class="tio-print">{text}</p> })
}

#[component]
fn Table(
    /// Its rows.
    connections: Vec<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.export;
    let headings = [
        texts.connection,
        texts.project_key,
        texts.account_label,
        texts.products,
        texts.status,
    ]
    .map(|heading| view! { <th scope="col">{heading}</th> });
    let rows = connections
        .into_iter()
        .map(|connection| view! { <Row connection /> })
        .collect_view();
    view! {
        <table class="tio-print">
            <caption>{i18n.list.navigation}</caption>
            <thead>
                <tr>{headings}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn Row(
    /// The connection in it.
    connection: Connection,
) -> impl IntoView {
    let i18n = use_i18n();
    let key = connection
        .project()
        .map(|project| project.key.as_str().to_owned());
    let products = products(&connection)
        .map(|_| names(i18n, &connection))
        .map(|products| view! { <bdi>{products}</bdi> });
    view! {
        <tr>
            <th scope="row">
                <bdi>{words::name(i18n, &connection)}</bdi>
            </th>
            <td>{key}</td>
            <td>
                <bdi>{connection.label().to_owned()}</bdi>
            </td>
            <td>{products}</td>
            <td>
                <StatusLozenge connection />
            </td>
        </tr>
    }
}
