//! German, for the tab Synchronisation jobs of the Maintenance page.

use crate::i18n::{
    catalog::JobTexts,
    template::{Template, Template2},
};

/// What the plugin does by itself.
pub(super) const JOBS: JobTexts = JobTexts {
    tab: "Synchronisierung",
    title: "Was von selbst läuft",
    explain: Template("Zeiten stehen in Ihrer Zeitzone, {}."),
    loading: "Die Jobs werden geladen",
    not_loaded: "Die Jobs konnten nicht geladen werden",
    outdated: "Das ist von vorhin: Die Jobs konnten nicht noch einmal geladen werden",
    none: "Das Plugin hat keine Jobs.",
    job: "Job",
    status: "Zustand",
    last_run: "Letzter Lauf",
    next_run: "Nächster Lauf",
    notifications: "Fehler melden",
    notify: Template("Administratoren benachrichtigen, wenn „{}“ fehlschlägt"),
    not_switched: "Nicht gespeichert",
    never_run: "Nie gelaufen",
    running: "Läuft",
    succeeded: "Erfolgreich",
    failed: "Fehlgeschlagen",
    other_status: "Unbekannt",
    never: "Nie",
    not_planned: "Nicht geplant",
    runs: Template("Letzte Läufe von {}"),
    no_runs: "Noch ist kein Lauf zu Ende.",
    took: Template2("{}, dauerte {}"),
    issues: "Issues Sync",
    issues_purpose: "Bringt Bugs, die in Test IO exportiert wurden, als Vorgänge nach Jira.",
    configuration: "Configuration Validation",
    configuration_purpose: "Stellt sicher, dass Bugs mit den eingestellten Vorgangstypen und Feldern nach Jira kommen können.",
    comments: "Comments Sync",
    comments_purpose: "Bringt Kommentare von Test IO nach Jira.",
    connections: "Connections Sync",
    connections_purpose: "Prüft die gespeicherten API-Schlüssel bei Test IO, und zu welchen Produkten sie Zugang geben.",
};
