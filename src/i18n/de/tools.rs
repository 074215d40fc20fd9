//! German, for what is done with all connections at once.

use crate::i18n::{
    catalog::{TestAllTexts, ToolTexts},
    template::{Plural, Template, Template2},
};

/// The menu in the page's header.
pub(super) const TOOLS: ToolTexts = ToolTexts {
    menu: "Mehr",
    test_all: "Alle Verbindungen testen …",
};

/// Testing all connections.
pub(super) const TEST_ALL: TestAllTexts = TestAllTexts {
    title: "Alle Verbindungen testen",
    explain: "Test IO wird nach jedem gespeicherten API-Schlüssel gefragt, nach höchstens dreien zugleich. Schlüssel, \
              Kontonamen und Schalter bleiben, wie sie sind; nur der Status ändert sich.",
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
    accepted: Template("Schlüssel angenommen ({})"),
    rejected: Template("Schlüssel abgelehnt ({})"),
    unreachable: Template("Test IO nicht erreichbar ({})"),
    failed: Template("Nicht getestet, weil Jira scheiterte ({})"),
    no_key: Template("Ohne Schlüssel ({})"),
    and_more: Plural {
        one: "und {} weitere",
        other: "und {} weitere",
    },
};
