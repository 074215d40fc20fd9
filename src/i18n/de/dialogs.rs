//! German, for the dialogs, but for those behind the page's menu.

use crate::i18n::{
    catalog::{AddTexts, ArchivedTexts, LookupTexts, UnsavedTexts},
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
    key_hint: "Er kann vorerst fehlen. Öffnen Sie in Test IO „Integrations → API“ und kopieren Sie Ihren Personal API key.",
    account: "API-Schlüssel eines Kontos",
    no_account: "Oder den Schlüssel eines Kontos nutzen …",
    key_of: Template2("Der Schlüssel von {} ({})"),
    key_of_before: Template("Noch einmal der Schlüssel von {}"),
    key_of_gone: "Die Verbindung, deren Schlüssel genutzt werden sollte, hat keinen mehr. Wählen Sie ein anderes Konto oder \
                  geben Sie einen Schlüssel ein.",
    leaves_global: Template("{} nutzt bisher die globale Verbindung und dann die eigene."),
    leaves_global_without_key: Template(
        "{} nutzt bisher die globale Verbindung. Dann nutzt es die eigene, und nichts wird synchronisiert, bis diese \
         einen API-Schlüssel hat.",
    ),
    another: "Weitere hinzufügen",
    unverified: "Ungeprüft hinzufügen",
    added: Template("{} hat jetzt eine eigene Verbindung. Geben Sie ihren API-Schlüssel ein."),
    added_with_key: Template("{} hat jetzt eine eigene Verbindung."),
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

/// Deleting the connections of archived and deleted projects together.
pub(super) const ARCHIVED: ArchivedTexts = ArchivedTexts {
    open: Plural {
        one: "{} Verbindung archivierter oder gelöschter Projekte löschen …",
        other: "Alle {} Verbindungen archivierter oder gelöschter Projekte löschen …",
    },
    title: "Verbindungen archivierter oder gelöschter Projekte löschen?",
    collecting: "Die Verbindungen werden ermittelt …",
    not_collected: "Die Verbindungen konnten nicht geladen werden, darum wurde keine gelöscht",
    question: Plural {
        one: "{} Verbindung gehört zu einem Projekt, das archiviert oder gelöscht wurde; für das Projekt ändert sich \
              nichts:",
        other: "{} Verbindungen gehören zu Projekten, die archiviert oder gelöscht wurden; für die Projekte ändert \
                sich nichts:",
    },
    none: "Es gibt keine Verbindung eines archivierten oder gelöschten Projekts mehr.",
    action: "Verbindungen löschen",
    stop: "Anhalten",
    progress: "Gelöschte Verbindungen",
    deleted_of: Template2("{} von {} gelöscht"),
    done: Plural {
        one: "{} Verbindung wurde gelöscht.",
        other: "{} Verbindungen wurden gelöscht.",
    },
    partly: Template2("Gelöscht: {}. Übrig: {}."),
    look_again: "Noch einmal nachsehen",
};
