//! The texts of the tab Cloud.

use super::super::{Template, Text};

texts! {
    /// Moving to Jira Cloud.
    CloudTexts {
        tab: Text,
        title: Text,
        jira_first: Template,
        jira_guide: Text,
        then_test_io: Template,
        test_io_guide: Text,
    }
}
