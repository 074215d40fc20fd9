//! What is printed in place of the two columns: the connections as a table.

use leptos::prelude::request_animation_frame;

use super::{
    all_at_once::AllAtOnce,
    products::names,
    services::{Printed, Services, use_services},
    status::status_lozenge,
};
use crate::{
    domain::connection::Connection,
    host::printing,
    i18n::{I18n, use_i18n, words},
    view::{
        Child as _, El, View, dynamic, el, fragment,
        tags::{bdi, p},
    },
};

/// Printing all connections: the browser prints the page with them, without the host's around it.
pub fn print(i18n: I18n, services: &'static Services) -> AllAtOnce {
    AllAtOnce::new(i18n, services, i18n.print.not_done, move |_, connections| {
        services.printed.set(Some(Printed::All(connections)));
        // The table is there by the next frame.
        request_animation_frame(printing::print);
    })
}

/// The table, while there is something to print.
///
/// A window that is printed gets the connections that are at hand, and a word about the others: those that are not
/// loaded, and those for which Jira's frame around the page has no room on paper.
pub fn print_sheet() -> View {
    let i18n = use_i18n();
    let services = use_services();
    let printed = services.printed;
    printing::on_printing(
        move || {
            if printed.with_untracked(Option::is_none) {
                printed.set(Some(Printed::AtHand(at_hand(services))));
            }
        },
        move || printed.set(None),
    );
    dynamic(move || {
        printed.get().map(|printed| match printed {
            Printed::All(connections) => table(i18n, connections).into(),
            Printed::AtHand(connections) => fragment([
                left_out(i18n, services, connections.len()).into_view(),
                table(i18n, connections).into(),
            ]),
        })
    })
}

/// The Global connection, and those that the list shows.
fn at_hand(services: &'static Services) -> Vec<Connection> {
    let global = services
        .store
        .global
        .with_untracked(|global| global.ready().map(|global| global.connection.clone()));
    services
        .store
        .list
        .rows
        .with_untracked(|rows| global.into_iter().chain(rows.loaded().cloned()).collect())
}

fn left_out(i18n: I18n, services: &'static Services, count: usize) -> Option<El> {
    let all = services.store.summary.with_untracked(|summary| {
        let summary = summary.ready()?;
        // Global is no part of that figure.
        Some(summary.connections.total + 1)
    })?;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let text = i18n.print.part.with(&i18n.number(count), &i18n.number(all));
    Some(p().class("tio-print").child(text))
}

fn table(i18n: I18n, connections: Vec<Connection>) -> El {
    let texts = &i18n.export;
    let headings = [
        texts.connection,
        texts.project_key,
        texts.account_label,
        texts.products,
        texts.status,
    ];
    let headings: Vec<_> = headings
        .into_iter()
        .map(|heading| el("th").attr("scope", "col").child(heading))
        .collect();
    let rows: Vec<_> = connections
        .into_iter()
        .map(|connection| row(i18n, connection))
        .collect();
    el("table")
        .class("tio-print")
        .child(el("caption").child(i18n.list.navigation))
        .child(el("thead").child(el("tr").child(headings)))
        .child(el("tbody").child(rows))
}

fn row(i18n: I18n, connection: Connection) -> El {
    let key = connection
        .project()
        .map(|project| project.key.as_str().to_owned());
    let products = connection
        .last_checked_at
        .is_some()
        .then(|| names(i18n, &connection));
    let cell = || el("td");
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .child(bdi().child(words::name(i18n, &connection))),
        )
        .child(cell().child(key))
        .child(cell().child(bdi().child(connection.label().to_owned())))
        .child(cell().child(products.map(|products| bdi().child(products))))
        .child(cell().child(status_lozenge(connection.into())))
}
