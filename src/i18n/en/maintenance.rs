//! English, for the Maintenance page.

mod cloud;
mod data;
mod health;
mod jobs;
mod logs;

use crate::i18n::catalog::MaintenanceTexts;

/// What the page says. A `static`, so that it is in one place, which comes with the page.
pub(in crate::i18n) static MAINTENANCE: MaintenanceTexts = MaintenanceTexts {
    tabs: "Maintenance",
    no_right: "This is for Jira administrators",
    no_right_text: "You need Jira’s “Jira Administrators” permission to see it. Whoever administers Jira can give it to you.",
    health: health::HEALTH,
    logs: logs::LOGS,
    jobs: jobs::JOBS,
    data: data::DATA,
    cloud: cloud::CLOUD,
};
