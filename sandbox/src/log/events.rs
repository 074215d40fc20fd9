//! What the sandbox tells its log. No keys, no bodies, and no queries: people type into those.

use std::error::Error;
use std::time::Duration;

use axum::http::{Method, StatusCode, Uri};
use tracing::{debug, error, info, warn};

use crate::model::{Job, JobOutcome, User};
use crate::test_io::Verdict;

/// The sandbox has started.
pub fn started(url: &str, test_io: &str) {
    info!(target: "com.atlassian.jira.startup", "Jira is ready at {url}");
    info!(target: "io.test.jira.plugin", "The Test IO plugin {} asks Test IO at {test_io}", env!("CARGO_PKG_VERSION"));
}

/// A REST request has been answered; `None` for a connection that was broken off.
pub fn answered(method: &Method, status: Option<StatusCode>, took: Duration) {
    let ms = took.as_millis();
    match status {
        None => error!(target: "com.atlassian.jira.web", "{method}: the connection broke off after {ms} ms"),
        Some(status) if status.is_server_error() => {
            error!(target: "io.test.jira.rest", "{method} answered {status} after {ms} ms");
        }
        Some(status) if status == StatusCode::FAILED_DEPENDENCY => {
            warn!(target: "io.test.jira.rest", "{method} answered {status} after {ms} ms");
        }
        Some(status) => info!(target: "io.test.jira.rest", "{method} answered {status} after {ms} ms"),
    }
}

/// Test IO was asked about a key.
pub fn checked(verdict: &Verdict) {
    match verdict {
        Verdict::Accepted(products) => {
            debug!(target: "io.test.jira.connection", "Test IO accepted an API key, which has {} products", products.count);
        }
        Verdict::Rejected => warn!(target: "io.test.jira.connection", "Test IO did not accept an API key"),
        Verdict::Unreachable => warn!(target: "io.test.jira.connection", "Test IO could not be reached"),
        Verdict::RateLimited { .. } => {
            warn!(target: "io.test.jira.connection", "Test IO has had too many requests");
        }
    }
}

/// The stored keys could not be checked.
pub fn not_checked(why: &dyn Error) {
    error!(target: "io.test.jira.jobs", "The stored keys could not be checked: {why}");
}

/// A run of a job is over, which is the first one of its runs.
pub fn job_over(job: &Job) {
    let (name, Some(run)) = (job.name, job.runs.first()) else {
        return;
    };
    let told = if job.notify {
        "; administrators are notified"
    } else {
        ""
    };
    match run.outcome {
        JobOutcome::Succeeded => {
            info!(target: "io.test.jira.jobs", "{name} succeeded in {} ms: {}", run.duration_ms, run.message);
        }
        JobOutcome::Failed => {
            warn!(target: "io.test.jira.jobs", "{name} failed after {} ms: {}{told}", run.duration_ms, run.message);
        }
    }
}

/// Somebody has logged in.
pub fn logged_in(user: User) {
    info!(target: "com.atlassian.jira.login", "{} has logged in", user.name.0);
}

/// Jira has turned a request away that another site may have sent.
pub fn refused_as_forged(method: &Method, uri: &Uri) {
    warn!(target: "com.atlassian.plugins.rest.xsrf", "XSRF check failed for {method} {}", uri.path());
}

/// Somebody has changed what is stored.
pub fn changed(by: User, what: &str) {
    info!(target: "io.test.jira.connection", "{} {what}", by.display_name);
}
