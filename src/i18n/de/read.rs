//! German, for whoever may look but not change anything.

use crate::i18n::{catalog::ReadTexts, template::Template2};

/// What is known of a connection, where it can't be changed.
pub(super) const READ: ReadTexts = ReadTexts {
    status: "Status",
    no_key: "Kein Schlüssel gespeichert",
    no_label: "Keiner",
    changed: "Letzte Änderung",
    changed_by: Template2("{} von {}"),
};
