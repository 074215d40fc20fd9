//! The words of the contract as types: ids, connections, projects, API keys.

mod api_key;
mod connection;
mod ids;
mod job;
mod project;
mod user;

pub use api_key::{ApiKey, Malformed, TypedKey};
pub use connection::{CheckOutcome, Connection, Person, Product, Products, Scope, Status};
pub use ids::{ConnectionId, NoSuchId, ProjectId};
pub use job::{Job, JobId, JobOutcome, JobRun, JobStatus};
pub use project::{ConnectionProject, Project, ProjectState, avatar_url};
pub use user::{Right, User, UserName};

/// The context path under which the stand-in Jira lives, as with Jira plugin developers' usual `localhost:2990/jira`.
pub const CONTEXT_PATH: &str = "/jira";

/// The current time, ISO 8601 in UTC with milliseconds, as every instant of the contract.
#[must_use]
pub fn now() -> String {
    instant(jiff::Timestamp::now())
}

/// A point in time as every instant of the contract: ISO 8601 in UTC with milliseconds.
#[must_use]
pub fn instant(time: jiff::Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// The current time in milliseconds since 1970, for what is counted.
#[must_use]
pub fn now_ms() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}
