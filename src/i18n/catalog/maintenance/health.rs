//! The texts of the tab Health.

use super::super::Text;

texts! {
    /// Whether Jira reaches Test IO.
    HealthTexts {
        tab: Text,
        title: Text,
    }
}
