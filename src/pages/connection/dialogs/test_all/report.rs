//! What a round of tests came to, as a table that spreadsheets open.

use super::verdict::words;
use crate::{
    domain::{
        csv::Table,
        test_round::{Round, Verdict},
    },
    host::download,
    i18n::I18n,
};

/// Lets the browser save the report, and words what came of that.
pub fn save_report(i18n: I18n, round: &Round) -> String {
    let (text, rows) = table(i18n, round);
    match download::save_table("test-io-test-report", &text) {
        Ok(()) => i18n.count(i18n.export.done, rows),
        Err(_) => i18n.dialogs().test_all.not_exported.to_owned(),
    }
}

/// The table, and how many rows it has. What has to be done comes first, as on the screen.
fn table(i18n: I18n, round: &Round) -> (String, u32) {
    let texts = &i18n.export;
    let headings = [
        texts.connection,
        texts.project_key,
        i18n.dialogs().file.project_name,
        i18n.dialogs().test_all.result,
    ];
    let mut table = Table::new(i18n.separator(), &headings);
    let mut rows = 0;
    for verdict in Verdict::ALL {
        for target in round.of(verdict) {
            let (kind, key, name) = match &target.project {
                Some((name, key)) => (i18n.list.project_heading, key.as_str(), name.as_str()),
                None => (i18n.global.title, "", ""),
            };
            table.row(&[kind, key, name, words(i18n, verdict)]);
            rows += 1;
        }
    }
    (table.into_text(), rows)
}
