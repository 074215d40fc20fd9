//! English, for the line below the page's title, and the chips beside it.

use crate::i18n::{
    catalog::OverviewTexts,
    template::{Plural, Template},
};

/// Which connection Jira's projects use.
pub(super) const OVERVIEW: OverviewTexts = OverviewTexts {
    active: "Global connection active",
    inactive: "Global connection inactive",
    uses_own: Plural {
        one: "{} project has its own",
        other: "{} projects have their own",
    },
    uses_global: Plural {
        one: "{} project uses Global",
        other: "{} projects use Global",
    },
    uses_none: Plural {
        one: "{} project has none",
        other: "{} projects have none",
    },
    left: Plural {
        one: "{} connection of a project that is archived or deleted",
        other: "{} connections of projects that are archived or deleted",
    },
    picture: Plural {
        one: "Connections of {} project: ",
        other: "Connections of {} projects: ",
    },
    picture_own: Template("{} with its own"),
    picture_global: Template("{} with Global"),
    picture_none: Template("{} with none"),
    attention: Plural {
        one: "{} connection needs attention",
        other: "{} connections need attention",
    },
    next: Template("Next: {}"),
    further: "Next connection",
    report: "Test report",
    doubt: Plural {
        one: "Check {} account label",
        other: "Check {} account labels",
    },
    all_well: "All is well: no connection needs attention any more.",
    none_shown: "None of the connections that the filter shows needs attention any more.",
    show_all: "Show all connections",
};
