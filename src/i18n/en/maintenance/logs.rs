//! English, for the tab Logs of the Maintenance page.

use crate::i18n::catalog::LogTexts;

/// What was logged.
pub(super) const LOGS: LogTexts = LogTexts {
    tab: "Logs",
    title: "What was logged",
};
