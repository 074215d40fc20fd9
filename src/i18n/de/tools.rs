//! German, for what is done with all connections at once.

use crate::i18n::{
    catalog::{AccountTexts, ExportTexts, FileTexts, PrintTexts, TestAllTexts, ToolTexts},
    template::{Plural, Template, Template2},
};

/// What the page's header offers.
pub(super) const TOOLS: ToolTexts = ToolTexts {
    lookup: "Welche Verbindung gilt?",
    menu: "Mehr",
    test_all: "Alle Verbindungen testen …",
    export: "Als CSV exportieren",
    print: "Alle Verbindungen drucken …",
    accounts: "Test-IO-Konten …",
    shortcuts: "Tastenkürzel",
};

/// Testing all connections.
pub(super) const TEST_ALL: TestAllTexts = TestAllTexts {
    explain: "Test IO wird nach jedem gespeicherten API-Schlüssel gefragt, nach höchstens dreien zugleich. Schlüssel, \
              Kontonamen und Schalter bleiben, wie sie sind; nur der Status ändert sich.",
    amount: Plural {
        one: "Höchstens {} Verbindung wird getestet.",
        other: "Bis zu {} Verbindungen werden getestet.",
    },
    lasts: Plural {
        one: "Das dauert etwa {} Minute, länger, wenn Test IO zu warten bittet.",
        other: "Das dauert etwa {} Minuten, länger, wenn Test IO zu warten bittet.",
    },
    which: "Welche Verbindungen",
    all: Template("Alle Verbindungen ({})"),
    filtered: "Nur die, die der Filter zeigt",
    start: "Test starten",
    again: "Noch einmal testen",
    stop: "Anhalten",
    collecting: "Die Verbindungen werden ermittelt …",
    not_collected: "Die Verbindungen konnten nicht geladen werden, darum wurde keine getestet",
    progress: "Getestete Verbindungen",
    tested: Template2("{} von {} getestet"),
    spoken: Template("{} % getestet"),
    wait_title: "Test IO bittet zu warten",
    wait_text: Plural {
        one: "Der Test geht in {} Sekunde weiter.",
        other: "Der Test geht in {} Sekunden weiter.",
    },
    complete: Plural {
        one: "{} Verbindung getestet",
        other: "{} Verbindungen getestet",
    },
    stopped: Template2("Angehalten: {} von {} getestet"),
    broken_off: "Der Test kann nicht weitergehen",
    accepted: "Schlüssel angenommen",
    rejected: "Schlüssel abgelehnt",
    unreachable: "Test IO nicht erreichbar",
    failed: "Nicht getestet, weil Jira scheiterte",
    no_key: "Ohne Schlüssel",
    counted: Template2("{} ({})"),
    and_more: Plural {
        one: "und {} weitere",
        other: "und {} weitere",
    },
    export: "Bericht exportieren",
    not_exported: "Der Bericht wurde nicht exportiert",
    result: "Ergebnis",
};

/// The overview as a table, on paper or as a file.
pub(super) const EXPORT: ExportTexts = ExportTexts {
    done: Plural {
        one: "{} Verbindung exportiert",
        other: "{} Verbindungen exportiert",
    },
    not_done: "Die Verbindungen wurden nicht exportiert",
    connection: "Verbindung",
    project_key: "Projektschlüssel",
    account_label: "Kontoname",
    status: "Status",
    products: "Produkte bei Test IO",
};

/// What only its file has.
pub(super) const FILE: FileTexts = FileTexts {
    project_name: "Projektname",
    has_key: "API-Schlüssel gespeichert",
    key_saved: "API-Schlüssel gespeichert am",
    key_saved_by: "API-Schlüssel gespeichert von",
    product_count: "Anzahl der Produkte",
    checked: "Zuletzt geprüft",
    changed: "Zuletzt geändert",
    changed_by: "Zuletzt geändert von",
    yes: "Ja",
    no: "Nein",
};

/// The overview on paper.
pub(super) const PRINT: PrintTexts = PrintTexts {
    not_done: "Die Verbindungen wurden nicht gedruckt",
    part: Template2(
        "{} von {} Verbindungen. Was hier keinen Platz hat, druckt „Alle Verbindungen drucken …“ im Menü der Seite.",
    ),
};

/// The Test IO accounts behind the connections.
pub(super) const ACCOUNTS: AccountTexts = AccountTexts {
    explain: "Verbindungen mit demselben API-Schlüssel gehören zum selben Test-IO-Konto.",
    loading: "Die Konten werden gelesen …",
    not_loaded: "Die Konten konnten nicht geladen werden",
    none: "Noch keine Verbindung hat einen API-Schlüssel.",
    unlabelled: "Ohne Namen",
    connections: Plural {
        one: "{} Verbindung",
        other: "{} Verbindungen",
    },
    fine: "Kein Kontoname steht für mehrere API-Schlüssel, und kein API-Schlüssel hat mehrere Namen.",
    quoted: Template("„{}“"),
    odd_first: "Ihre Konten stehen zuerst.",
    with_global: "darunter die globale",
    several_here: Template("Mehrere Namen: {}. Umbenennen macht einen daraus."),
    unlabelled_here: Plural {
        one: "{} Verbindung hat keinen Namen. Umbenennen gibt ihr einen.",
        other: "{} Verbindungen haben keinen Namen. Umbenennen gibt ihnen einen.",
    },
    no_label_here: "Ohne Namen. Umbenennen gibt einen.",
    shared_label: Template2(
        "{} heißen auch andere API-Schlüssel ({}). Benennen Sie einen davon um, oder ersetzen Sie ihn, wenn er alt ist.",
    ),
    replace: "Schlüssel überall ersetzen",
    rename: "Umbenennen",
    new_label: "Neuer Kontoname",
    renamed: Plural {
        one: "{} Verbindung wurde umbenannt.",
        other: "{} Verbindungen wurden umbenannt.",
    },
    not_renamed: "Das Konto wurde nicht umbenannt",
    changed: "Diese Verbindungen haben sich inzwischen geändert. So sind sie jetzt.",
    show: "Verbindungen zeigen",
    more: Plural {
        one: "{} weiteres Konto zeigen",
        other: "{} weitere Konten zeigen",
    },
};
