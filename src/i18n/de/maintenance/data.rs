//! German, for the tab Data of the Maintenance page.

use crate::i18n::catalog::DataTexts;

/// Forgetting all that is stored.
pub(super) const DATA: DataTexts = DataTexts {
    tab: "Daten",
    title: "Test-IO-Daten löschen",
};
