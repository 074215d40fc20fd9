//! The texts of the tab Synchronisation jobs.

use super::super::Text;

texts! {
    /// What the plugin does by itself.
    JobTexts {
        tab: Text,
        title: Text,
    }
}
