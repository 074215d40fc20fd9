//! The texts for whoever may look but not change anything.

use super::{Template2, Text};

texts! {
    /// What is known of a connection, where it can't be changed.
    ReadTexts {
        status: Text,
        no_key: Text,
        no_label: Text,
        changed: Text,
        changed_by: Template2,
    }
}
