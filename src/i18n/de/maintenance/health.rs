//! German, for the tab Health of the Maintenance page.

use crate::i18n::catalog::HealthTexts;

/// Whether Jira reaches Test IO.
pub(super) const HEALTH: HealthTexts = HealthTexts {
    tab: "Zustand",
    title: "Erreicht Jira Test IO?",
};
