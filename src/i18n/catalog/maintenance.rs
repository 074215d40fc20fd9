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
    /// The Maintenance page. Its texts are no part of the [`Catalog`](super::Catalog): what only that page uses comes with it.
    MaintenanceTexts {
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
