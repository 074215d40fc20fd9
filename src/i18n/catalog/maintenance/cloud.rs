//! The texts of the tab Cloud.

use super::super::Text;

texts! {
    /// Moving to Jira Cloud.
    CloudTexts {
        tab: Text,
        title: Text,
    }
}
