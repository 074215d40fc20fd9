//! The overview of all connections as a table that spreadsheets open.
//!
//! It holds no part of any key, not even its last characters: files are passed on.

use super::all_at_once::{AllAtOnce, NotDone};
use crate::{
    components::{flags::Flags, tone::Tone},
    domain::{connection::Connection, csv::Table, found, time::Timestamp},
    host::download,
    i18n::{I18n, words},
    pages::connection::later,
    state::store::Store,
};

/// Exporting all connections: the browser saves them as a file.
pub fn export(i18n: I18n, store: Store) -> AllAtOnce {
    AllAtOnce::new(i18n, store, i18n.export.not_done, move |flags, connections| {
        Box::pin(save(i18n, flags, connections))
    })
}

async fn save(i18n: I18n, flags: Flags, connections: Vec<Connection>) -> Result<(), NotDone> {
    let count = u32::try_from(connections.len()).unwrap_or(u32::MAX);
    let not_there = |_| NotDone(Some(i18n.later.not_there_text.to_owned()));
    let text = later::csv(i18n, connections).await.map_err(not_there)?;
    download::save_table("test-io-connections", &text).map_err(|_| NotDone(None))?;
    flags.show(Tone::Success, i18n.count(i18n.export.done, count), None);
    Ok(())
}

/// The table as text.
pub fn table(i18n: I18n, connections: &[Connection]) -> String {
    let (texts, file) = (&i18n.export, &i18n.dialogs().file);
    let mut table = Table::new(
        i18n.separator(),
        &[
            texts.connection,
            texts.project_key,
            file.project_name,
            texts.account_label,
            texts.status,
            file.has_key,
            file.key_saved,
            file.key_saved_by,
            texts.products,
            file.product_count,
            file.checked,
            file.changed,
            file.changed_by,
        ],
    );
    for connection in connections {
        table.row(&cells(i18n, connection));
    }
    table.into_text()
}

/// Times stand as the contract writes them, which spreadsheets of every language understand.
fn cells(i18n: I18n, connection: &Connection) -> [String; 13] {
    let (kind, key, name) = match connection.project() {
        Some(project) => (
            i18n.list.project_heading,
            project.key.as_str().to_owned(),
            project.name.clone(),
        ),
        None => (i18n.global.title, String::new(), String::new()),
    };
    let has_key = if connection.key.is_some() {
        i18n.dialogs().file.yes
    } else {
        i18n.dialogs().file.no
    };
    let stored = connection.key.as_ref();
    let time = |time: Option<&Timestamp>| time.map(Timestamp::as_str).unwrap_or_default().to_owned();
    // What is not known is left open; a number of none would be a statement.
    let (products, count) = match found::products(connection) {
        Some((named, _)) => {
            let names: Vec<_> = named.iter().map(|product| product.name.as_str()).collect();
            (names.join("; "), connection.product_count.to_string())
        }
        None => (String::new(), String::new()),
    };
    [
        kind.to_owned(),
        key,
        name,
        connection.label().to_owned(),
        words::status(i18n, connection).word.to_owned(),
        has_key.to_owned(),
        time(stored.and_then(|key| key.saved_at.as_ref())),
        stored.and_then(|key| key.saved_by.clone()).unwrap_or_default(),
        products,
        count,
        time(connection.last_checked_at.as_ref()),
        connection.updated_at.as_str().to_owned(),
        connection.updated_by.clone().unwrap_or_default(),
    ]
}
