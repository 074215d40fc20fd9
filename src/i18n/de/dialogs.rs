//! German, for the dialogs.

use super::{help, tools};
use crate::i18n::{
    catalog::{
        AddTexts, ArchivedTexts, DialogTexts, DialogTitles, LookupTexts, RemovalQuestionTexts,
        SwitchOffTexts, UnsavedTexts,
    },
    template::{Plural, Template, Template2},
};

/// What they say. A `static`, so that it is in one place, which comes with them.
pub(in crate::i18n) static DIALOGS: DialogTexts = DialogTexts {
    test_all: tools::TEST_ALL,
    accounts: tools::ACCOUNTS,
    add: ADD,
    archived: ARCHIVED,
    lookup: LOOKUP,
    unsaved: UNSAVED,
    removal: REMOVAL,
    switch_off: SWITCH_OFF,
    shortcuts: help::SHORTCUTS,
    file: tools::FILE,
};

/// Their headings.
pub(super) const TITLES: DialogTitles = DialogTitles {
    test_all: "Alle Verbindungen testen",
    accounts: "Test-IO-Konten",
    add: "Jira-Projekt auswählen",
    archived: "Verbindungen archivierter oder gelöschter Projekte löschen?",
    lookup: "Welche Verbindung gilt?",
    unsaved: "Ohne Speichern verlassen?",
    shortcuts: "Tastenkürzel",
};

/// The dialog that adds a connection.
const ADD: AddTexts = AddTexts {
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
const LOOKUP: LookupTexts = LookupTexts {
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
const UNSAVED: UnsavedTexts = UnsavedTexts {
    text: Template("Ihre Eingaben für {} sind nicht gespeichert."),
    text_global: "Ihre Eingaben für die globale Verbindung sind nicht gespeichert.",
    keep: "Weiter bearbeiten",
    discard: "Verwerfen",
};

/// Before a key is removed or a connection deleted.
const REMOVAL: RemovalQuestionTexts = RemovalQuestionTexts {
    remove_key_effect: "Die Verbindung bleibt, aber dieses Projekt ist erst wieder mit Test IO verbunden, wenn Sie \
                        einen anderen Schlüssel speichern. Es weicht nicht auf die globale Verbindung aus.",
    remove_key_effect_global: "Die globale Verbindung wird inaktiv. Projekte ohne eigene Verbindung sind dann \
                               nicht mehr mit Test IO verbunden.",
    remove_key_action: "Schlüssel entfernen",
    delete_action: "Verbindung löschen",
    then_global: "Das Projekt nutzt dann die globale Verbindung.",
    then_none: "Das Projekt ist dann nicht mit Test IO verbunden, denn die globale Verbindung ist inaktiv.",
    then_unknown: "Das Projekt nutzt dann die globale Verbindung, falls sie aktiv ist.",
    then_nothing: "Das Projekt wurde archiviert oder gelöscht. Für es ändert sich nichts.",
    not_revoked: "Der API-Schlüssel selbst bleibt gültig. Widerrufen Sie ihn in Test IO, wenn ihn niemand mehr \
                  braucht.",
};

/// Before the Global connection is switched off.
const SWITCH_OFF: SwitchOffTexts = SwitchOffTexts {
    effect: Plural {
        one: "{} Projekt nutzt sie und ist dann nicht mehr mit Test IO verbunden.",
        other: "{} Projekte nutzen sie und sind dann nicht mehr mit Test IO verbunden.",
    },
    effect_unknown: "Projekte ohne eigene Verbindung sind dann nicht mehr mit Test IO verbunden.",
    action: "Ausschalten",
};

/// Deleting the connections of archived and deleted projects together.
const ARCHIVED: ArchivedTexts = ArchivedTexts {
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
