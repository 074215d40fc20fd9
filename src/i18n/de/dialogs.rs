//! German, for the dialogs, but for those behind the page's menu.

use crate::i18n::{
    catalog::{AddTexts, LookupTexts, UnsavedTexts},
    template::{Plural, Template, Template2},
};

/// The dialog that adds a connection.
pub(super) const ADD: AddTexts = AddTexts {
    title: "Jira-Projekt auswählen",
    explain: "Eine projektspezifische Verbindung ist richtig, wenn nur ein Projekt verbunden werden soll oder wenn \
              ein Projekt ein anderes Test-IO-Konto braucht als die globale Verbindung.",
    project: "Jira-Projekt",
    placeholder: "Projektname oder Projektschlüssel eingeben",
    already_connected: "bereits verbunden",
    open_list: "Projekte anzeigen",
    clear: "Projekt zurücknehmen",
    nothing_found: "Kein Projekt passt.",
    matches: Plural {
        one: "{} Projekt",
        other: "{} Projekte",
    },
    submit: "Verbindung hinzufügen",
    choose_first: "Wählen Sie zuerst ein Projekt.",
    added: Template("{} hat jetzt eine eigene Verbindung. Geben Sie ihren API-Schlüssel ein."),
    exists: Template("{} hat schon eine Verbindung. Hier ist sie."),
};

/// The dialog that says which connection a project uses.
pub(super) const LOOKUP: LookupTexts = LookupTexts {
    open: "Welche Verbindung gilt?",
    title: "Welche Verbindung gilt?",
    rule: "Ein Projekt nutzt seine eigene Verbindung, wenn es eine hat, auch wenn diese nicht funktioniert. Sonst \
           nutzt es die globale Verbindung, falls sie aktiv ist.",
    own: Template("{} nutzt die eigene Verbindung."),
    own_broken: Template2(
        "{} nutzt die eigene Verbindung, die derzeit nicht funktioniert: {}. Auf die globale \
                           weicht es nicht aus.",
    ),
    global: Template("{} nutzt die globale Verbindung."),
    none: Template("{} hat keine Verbindung: keine eigene, und die globale ist inaktiv."),
    go_to: "Diese Verbindung öffnen",
    go_to_global: "Globale Verbindung öffnen",
    loading: "Wird nachgesehen …",
};

/// Leaving unsaved input.
pub(super) const UNSAVED: UnsavedTexts = UnsavedTexts {
    title: "Ohne Speichern verlassen?",
    text: Template("Ihre Eingaben für {} sind nicht gespeichert."),
    text_global: "Ihre Eingaben für die globale Verbindung sind nicht gespeichert.",
    keep: "Weiter bearbeiten",
    discard: "Verwerfen",
};
