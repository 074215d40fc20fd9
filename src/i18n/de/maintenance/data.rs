//! German, for the tab Data of the Maintenance page.

use crate::i18n::{
    catalog::DataTexts,
    template::{Plural, Template},
};

/// Forgetting all that is stored.
pub(super) const DATA: DataTexts = DataTexts {
    tab: "Daten",
    title: "Test-IO-Daten löschen",
    explain: "Das versetzt das Plugin in den Zustand nach der Installation, etwa wenn nichts anderes hilft.",
    loading: "Es wird nachgesehen, was gespeichert ist",
    not_loaded: "Was gespeichert ist, konnte nicht geladen werden",
    deleted: "Was gelöscht wird",
    nothing: "Es ist keine Verbindung und kein API-Schlüssel gespeichert.",
    connections: Plural {
        one: "{} Verbindung eines Jira-Projekts mit ihrem API-Schlüssel",
        other: "{} Verbindungen von Jira-Projekten mit ihren API-Schlüsseln",
    },
    global_key: "Der API-Schlüssel der globalen Verbindung",
    global_label: Template("Der Kontoname der globalen Verbindung: {}"),
    rest: "Der Bericht der letzten Prüfung, die vergangenen Läufe aller Jobs, und bei welchen Jobs Administratoren benachrichtigt werden",
    stays: "Was bleibt",
    stays_keys: "Die API-Schlüssel bei Test IO: Sie werden nicht widerrufen",
    stays_issues: "Was in Jira synchronisiert wurde, etwa Vorgänge und Kommentare",
    stays_log: "Das Protokoll von Jira",
    open: "Test-IO-Daten löschen …",
    question: "Alle Test-IO-Daten löschen?",
    for_good: "Niemand kann sie zurückholen. Bis neue API-Schlüssel gespeichert sind, wird nichts mehr synchronisiert.",
    confirm: Template("Geben Sie zur Bestätigung {} ein"),
    word: "LÖSCHEN",
    not_confirmed: Template("Geben Sie zuerst {} ein."),
    clear: "Daten löschen",
    not_cleared: "Die Daten wurden nicht gelöscht",
    done: "Alle Test-IO-Daten sind gelöscht",
    done_count: Plural {
        one: "{} Verbindung eines Jira-Projekts wurde gelöscht.",
        other: "{} Verbindungen von Jira-Projekten wurden gelöscht.",
    },
    begin_anew: "Verbindung neu einrichten",
};
