//! German, for the Maintenance page.

use crate::i18n::catalog::MaintenanceTexts;

/// What the page says.
pub(super) const MAINTENANCE: MaintenanceTexts = MaintenanceTexts {
    title: "Wartung",
    test_title: "Erreicht Jira Test IO?",
    test_text: "Das wird auf der Seite „Verbindung“ geprüft: Öffnen Sie dort die Verbindung und wählen Sie „Verbindung testen“. Sie erfahren, ob Test IO antwortet, ob es den API-Schlüssel annimmt und zu welchen Produkten der Schlüssel Zugang gibt.",
    open_connection: "Zur Verbindung",
};
