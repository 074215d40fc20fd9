//! German, for the Maintenance page.

mod cloud;
mod data;
mod health;
mod jobs;
mod logs;

use crate::i18n::catalog::MaintenanceTexts;

/// What the page says.
pub(super) const MAINTENANCE: MaintenanceTexts = MaintenanceTexts {
    title: "Wartung",
    tabs: "Wartung",
    no_right: "Das ist für Jira-Administratoren",
    no_right_text: "Sie brauchen dafür die Jira-Berechtigung „Jira-Administratoren“. Wer Jira verwaltet, kann sie Ihnen geben.",
    health: health::HEALTH,
    logs: logs::LOGS,
    jobs: jobs::JOBS,
    data: data::DATA,
    cloud: cloud::CLOUD,
};
