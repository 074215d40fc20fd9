//! German, for the line below the page's title, and the chips beside it.

use crate::i18n::{
    catalog::OverviewTexts,
    template::{Plural, Template},
};

/// Which connection Jira's projects use.
pub(super) const OVERVIEW: OverviewTexts = OverviewTexts {
    active: "Globale Verbindung aktiv",
    inactive: "Globale Verbindung inaktiv",
    uses_own: Plural {
        one: "{} Projekt hat eine eigene",
        other: "{} Projekte haben eine eigene",
    },
    uses_global: Plural {
        one: "{} Projekt nutzt die globale",
        other: "{} Projekte nutzen die globale",
    },
    uses_none: Plural {
        one: "{} Projekt hat keine",
        other: "{} Projekte haben keine",
    },
    left: Plural {
        one: "{} Verbindung eines archivierten oder gelöschten Projekts",
        other: "{} Verbindungen archivierter oder gelöschter Projekte",
    },
    picture: Plural {
        one: "Verbindungen von {} Projekt: ",
        other: "Verbindungen von {} Projekten: ",
    },
    picture_own: Template("{} mit eigener"),
    picture_global: Template("{} mit der globalen"),
    picture_none: Template("{} ohne"),
    attention: Plural {
        one: "{} Verbindung braucht Aufmerksamkeit",
        other: "{} Verbindungen brauchen Aufmerksamkeit",
    },
    next: Template("Weiter: {}"),
    further: "Weiter zur nächsten Verbindung",
    report: "Testbericht",
    doubt: Plural {
        one: "{} Kontonamen prüfen",
        other: "{} Kontonamen prüfen",
    },
    all_well: "Alles in Ordnung: Keine Verbindung braucht mehr Aufmerksamkeit.",
    none_shown: "Keine der Verbindungen, die der Filter zeigt, braucht mehr Aufmerksamkeit.",
    show_all: "Alle Verbindungen zeigen",
};
