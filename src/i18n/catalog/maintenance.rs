//! The texts of the Maintenance page, a file for each of its tabs.

mod cloud;
mod data;
mod health;
mod jobs;
mod logs;

pub use self::{
    cloud::CloudTexts,
    data::DataTexts,
    health::{CauseTexts, CheckCauseTexts, CheckDetailTexts, HealthTexts, KeyCheckTexts, StepTexts},
    jobs::JobTexts,
    logs::LogTexts,
};
use super::Text;

texts! {
    /// The Maintenance page.
    MaintenanceTexts {
        title: Text,
        tabs: Text,
        no_right: Text,
        no_right_text: Text,
        health: HealthTexts,
        logs: LogTexts,
        jobs: JobTexts,
        data: DataTexts,
        cloud: CloudTexts,
    }
}
