//! English, for the tab Health of the Maintenance page.

use crate::i18n::catalog::HealthTexts;

/// Whether Jira reaches Test IO.
pub(super) const HEALTH: HealthTexts = HealthTexts {
    tab: "Health",
    title: "Does Jira reach Test IO?",
};
