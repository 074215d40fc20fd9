//! German, for the tab Logs of the Maintenance page.

use crate::i18n::catalog::LogTexts;

/// What was logged.
pub(super) const LOGS: LogTexts = LogTexts {
    tab: "Protokolle",
    title: "Was protokolliert wurde",
};
