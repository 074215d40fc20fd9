//! German, for the tab Cloud of the Maintenance page.

use crate::i18n::catalog::CloudTexts;

/// Moving to Jira Cloud.
pub(super) const CLOUD: CloudTexts = CloudTexts {
    tab: "Cloud",
    title: "Umzug in die Jira Cloud",
};
