//! The texts of the tab Logs.

use super::super::Text;

texts! {
    /// What was logged.
    LogTexts {
        tab: Text,
        title: Text,
    }
}
