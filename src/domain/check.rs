//! What a run of the checks found on the way from Jira to Test IO (`docs/rest-api.yaml`, “Checks of the way to Test IO”).

mod from_wire;

use super::{ids::ConnectionId, project::Project, time::Timestamp};

/// A step of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Reading from the plugin's tables.
    Database,
    /// Looking up the name of Test IO's host, or that of the proxy.
    Name,
    /// Connecting to what was found.
    Connect,
    /// The TLS handshake and the certificate.
    Tls,
    /// Asking Test IO's API.
    Api,
    /// Asking about each stored key.
    Keys,
}

impl Step {
    /// All of them, in the order in which a run takes them.
    pub const ALL: [Self; 6] = [
        Self::Database,
        Self::Name,
        Self::Connect,
        Self::Tls,
        Self::Api,
        Self::Keys,
    ];
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it should.
    Passed,
    /// It did not.
    Failed(Cause),
    /// It was not tried.
    Skipped(Reason),
}

/// Why a step failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The database can't be read.
    Database,
    /// No name server knows the name.
    NameNotFound,
    /// Nothing listens there, or a firewall says no.
    Refused,
    /// No answer in time.
    TimedOut,
    /// The network can't be reached.
    NoRoute,
    /// The other end hung up.
    Closed,
    /// The certificate is not trusted, not for this host, or not valid now.
    Certificate,
    /// The handshake failed otherwise.
    Tls,
    /// The proxy wants a name and a password, or others.
    ProxyAuthentication,
    /// The proxy refuses, or can't reach the host.
    ProxyRefused,
    /// Another status than expected.
    HttpStatus,
    /// What answered is not Test IO's API.
    NotTestIo,
    /// At least one stored key was not accepted.
    KeysNotAccepted,
    /// One that this version of the page does not know.
    Unknown,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Database,
        Self::NameNotFound,
        Self::Refused,
        Self::TimedOut,
        Self::NoRoute,
        Self::Closed,
        Self::Certificate,
        Self::Tls,
        Self::ProxyAuthentication,
        Self::ProxyRefused,
        Self::HttpStatus,
        Self::NotTestIo,
        Self::KeysNotAccepted,
        Self::Unknown,
    ];
}

/// Why a step was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One that it needs did not pass.
    EarlierStepFailed,
    /// Test IO is reached without it.
    NotUsed,
    /// There is nothing to ask about.
    NothingStored,
    /// One that this version of the page does not know.
    Unknown,
}

/// A step that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedStep {
    /// Which.
    pub step: Step,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took, in milliseconds.
    pub duration_ms: u32,
    /// The status of the HTTP answer that decided.
    pub http_status: Option<u32>,
    /// What was found, in the system's words; English.
    pub detail: Option<String>,
    /// What was tried.
    pub address: Option<String>,
    /// Host and port of the proxy that was used.
    pub proxy: Option<String>,
}

/// What Test IO said of a key that it did not accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStatus {
    /// It refused the key.
    Rejected,
    /// It could not be reached.
    Unreachable,
    /// It was asked too often, which says nothing about the key.
    RateLimited,
    /// Something that this version of the page does not know.
    Unknown,
}

/// A key that was not accepted. Neither it nor its hint is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedKey {
    /// A connection that holds it.
    pub connection: ConnectionId,
    /// That connection's project; none for Global.
    pub project: Option<Project>,
    /// That connection's label.
    pub account_label: Option<String>,
    /// How many connections hold it.
    pub connections: u32,
    /// What Test IO said of it.
    pub status: KeyStatus,
}

/// What runs where the checks do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The plugin.
    pub plugin: String,
    /// Jira.
    pub jira: String,
    /// What Jira runs on.
    pub runtime: String,
    /// Jira's database.
    pub database: String,
}

/// How far a run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// There was none yet.
    Never,
    /// It is at this step, unless that is one that this version of the page does not know.
    UnderWay(Option<Step>),
    /// It was over then.
    Over(Timestamp),
}

/// What is known of the last run, or of the one under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// When it began; none before the first one.
    pub started_at: Option<Timestamp>,
    /// How far it is.
    pub run: Run,
    /// The steps that are done, in their order.
    pub steps: Vec<CheckedStep>,
    /// How many different keys Test IO accepted.
    pub keys_accepted: u32,
    /// The keys that it did not accept.
    pub keys_failed: Vec<FailedKey>,
    /// What runs there.
    pub versions: Versions,
}

/// How far a step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It has not been tried yet.
    NotYet,
    /// It is being tried.
    Running,
    /// It is done.
    Done(CheckedStep),
}

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There was none yet.
    NeverRun,
    /// It is at this step, if it is known at which.
    UnderWay(Option<Step>),
    /// No step failed.
    Passed,
    /// This is the first step that failed.
    Failed(Step),
}

impl Report {
    /// Whether the run is under way.
    pub fn is_under_way(&self) -> bool {
        matches!(self.run, Run::UnderWay(_))
    }

    /// How far a step is, as far as the server has said so.
    pub fn progress(&self, step: Step) -> Progress {
        match self.steps.iter().find(|checked| checked.step == step) {
            Some(checked) => Progress::Done(checked.clone()),
            None if self.run == Run::UnderWay(Some(step)) => Progress::Running,
            None => Progress::NotYet,
        }
    }

    /// What it came to.
    pub fn verdict(&self) -> Verdict {
        let has_failed = |checked: &&CheckedStep| matches!(checked.outcome, Outcome::Failed(_));
        match self.run {
            Run::Never => Verdict::NeverRun,
            Run::UnderWay(step) => Verdict::UnderWay(step),
            Run::Over(_) => match self.steps.iter().find(has_failed) {
                Some(failed) => Verdict::Failed(failed.step),
                None => Verdict::Passed,
            },
        }
    }
}

/// A host and its port, as firewalls are told them. None for whatever is not such a pair.
pub fn host_and_port(address: &str) -> Option<(&str, &str)> {
    let (host, port) = address.rsplit_once(':')?;
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    (is_port && !host.is_empty() && !host.contains('/')).then_some((host, port))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "check_tests.rs"]
mod tests;
