//! English, for the tab Cloud of the Maintenance page.

use crate::i18n::{catalog::CloudTexts, template::Template};

/// Moving to Jira Cloud.
pub(super) const CLOUD: CloudTexts = CloudTexts {
    tab: "Moving to Cloud",
    title: "Moving to Jira Cloud",
    jira_first: Template("First Jira itself moves, with its projects and issues: {} says how."),
    jira_guide: "Atlassian’s guide to moving to Cloud",
    then_test_io: Template("Then the configurations and bugs of Test IO follow: {} says how, step by step."),
    test_io_guide: "Test IO’s guide to its migration",
};
