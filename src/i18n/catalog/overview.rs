//! The texts of the line below the page's title, and of the chips beside it.

use super::{Plural, Template, Text};

texts! {
    /// Which connection Jira's projects use.
    OverviewTexts {
        active: Text,
        inactive: Text,
        uses_own: Plural,
        uses_global: Plural,
        uses_none: Plural,
        left: Plural,
        picture: Plural,
        picture_own: Template,
        picture_global: Template,
        picture_none: Template,
        attention: Plural,
        next: Template,
        further: Text,
        report: Text,
        doubt: Plural,
        all_well: Text,
        none_shown: Text,
        show_all: Text,
    }
}
