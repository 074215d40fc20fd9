//! German, for the Maintenance page.

mod cloud;
mod data;
mod health;
mod jobs;
mod logs;

use crate::i18n::catalog::MaintenanceTexts;

/// What the page says. A `static`, so that it is in one place, which comes with the page.
pub(in crate::i18n) static MAINTENANCE: MaintenanceTexts = MaintenanceTexts {
    tabs: "Wartung",
    no_right: "Das ist für Jira-Administratoren",
    no_right_text: "Sie brauchen dafür die Jira-Berechtigung „Jira-Administratoren“. Wer Jira verwaltet, kann sie Ihnen geben.",
    health: health::HEALTH,
    logs: logs::LOGS,
    jobs: jobs::JOBS,
    data: data::DATA,
    cloud: cloud::CLOUD,
};
