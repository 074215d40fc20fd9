//! English, for the Maintenance page.

use crate::i18n::catalog::MaintenanceTexts;

/// What the page says.
pub(super) const MAINTENANCE: MaintenanceTexts = MaintenanceTexts {
    title: "Maintenance",
    test_title: "Does Jira reach Test IO?",
    test_text: "This is tested on the Connection page: open the connection there and choose “Test connection”. It tells whether Test IO answers, whether it accepts the API key, and which products the key gives access to.",
    open_connection: "Go to Connection",
};
