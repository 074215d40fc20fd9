//! German, for the tab Cloud of the Maintenance page.

use crate::i18n::{catalog::CloudTexts, template::Template};

/// Moving to Jira Cloud.
pub(super) const CLOUD: CloudTexts = CloudTexts {
    tab: "Umzug in die Cloud",
    title: "Umzug in die Jira Cloud",
    jira_first: Template(
        "Zuerst zieht Jira selbst um, mit seinen Projekten und Vorgängen: {} sagt, wie das geht.",
    ),
    jira_guide: "Die Anleitung von Atlassian für den Umzug in die Cloud",
    then_test_io: Template(
        "Danach folgen die Konfigurationen und Bugs von Test IO: {} sagt Schritt für Schritt, wie das geht.",
    ),
    test_io_guide: "Die Anleitung von Test IO für seine Migration",
};
