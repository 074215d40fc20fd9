//! German, for what helps.

use crate::i18n::catalog::{HelpTexts, ShortcutTexts};

/// Help and first steps.
pub(super) const HELP: HelpTexts = HelpTexts {
    link: "Hilfe",
    guide: "Zur Anleitung",
    first_title: "Die erste Verbindung einrichten",
    first_choose: "Für alle Jira-Projekte bleiben Sie hier. Für ein einzelnes Projekt",
    first_project: "fügen Sie eine Verbindung hinzu",
    first_copy: "Öffnen Sie in Test IO „Integrations → API“ und kopieren Sie Ihren Personal API key.",
    first_save: "Fügen Sie ihn in das Feld „API-Schlüssel“ ein und drücken Sie „Speichern“. Test IO wird danach gefragt, \
                 bevor er gespeichert wird.",
    first_configure: "Gehen Sie weiter zur Konfiguration und legen Sie fest, was synchronisiert wird.",
    kinds: "Was heißt global, was projektspezifisch?",
    global_meaning: "Eine Verbindung für alle Jira-Projekte. Es gibt nur eine, und sie ist inaktiv, bis Sie einen \
                     API-Schlüssel speichern.",
    project_meaning: "Verbindet ein einzelnes Jira-Projekt mit einem Test-IO-Konto: weil es ein anderes braucht oder \
                      weil nur dieses Projekt verbunden werden soll.",
    precedence: "Ein Projekt mit eigener Verbindung nutzt nie die globale, auch nicht, wenn seine eigene nicht \
                 funktioniert.",
    no_account: "Noch kein Test-IO-Konto?",
    no_account_text: "Für einen API-Schlüssel brauchen Sie eines. Die Tester von Test IO erproben Ihr Produkt auf echten \
                      Geräten, und die gefundenen Fehler kommen als Vorgänge in Jira an.",
    no_account_link: "Zu test.io",
};

/// The keyboard shortcuts, and the names of their keys.
pub(super) const SHORTCUTS: ShortcutTexts = ShortcutTexts {
    off: "Tastenkürzel mit einem einzelnen Zeichen sind in Ihrem Jira-Profil ausgeschaltet.",
    filter: "Zum Filter gehen",
    this_list: "Diese Liste zeigen",
    arrows: "↑ ↓",
    moves: "In der Liste der Verbindungen wandern",
    ends: "Pos1 Ende",
    to_ends: "Zur ersten oder letzten gehen",
    pages: "Bild↑ Bild↓",
    by_page: "Seitenweise wandern",
    letters: "A–Z",
    to_name: "Zum Projekt gehen, das mit diesen Buchstaben beginnt",
    enter: "Eingabe",
    opens: "Die Verbindung öffnen",
    escape: "Esc",
    closes: "Dialog, Menü oder Liste schließen",
};
