//! German, for the tab Synchronisation jobs of the Maintenance page.

use crate::i18n::catalog::JobTexts;

/// What the plugin does by itself.
pub(super) const JOBS: JobTexts = JobTexts {
    tab: "Synchronisierung",
    title: "Was von selbst läuft",
};
