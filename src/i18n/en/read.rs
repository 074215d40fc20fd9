//! English, for whoever may look but not change anything.

use crate::i18n::{catalog::ReadTexts, template::Template2};

/// What is known of a connection, where it can't be changed.
pub(super) const READ: ReadTexts = ReadTexts {
    status: "Status",
    no_key: "No key is stored",
    no_label: "None",
    changed: "Last change",
    changed_by: Template2("{} by {}"),
};
