//! Jira's log, which the sandbox writes about itself: a file that is rolled by size, beside the database.
//!
//! What happens is told by `tracing`, and the event's target is the logger: `io.test.jira…` is the plugin, `com.atlassian…`
//! is Jira. Many sandboxes run in one process when they are tested, so the subscriber is never the process's own:
//! [`attach`] makes it that of one request, and [`Log::telling`] that of any other work.

mod events;
mod files;
mod line;
mod reading;
mod redaction;
mod subscriber;

use std::io;
use std::path::Path;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Dispatch;
use tracing::instrument::{Instrument, WithDispatch, WithSubscriber};

use crate::app::App;
use crate::model::User;

pub use events::{answered, changed, checked, job_over, logged_in, not_checked, refused_as_forged, started};
pub use files::{LogFile, LogFiles};
pub use line::{Level, Line};
pub use reading::{Found, LogEntry, Selection, read, stream};
pub use redaction::{Redaction, RedactionError};

/// The log of one sandbox.
#[derive(Debug, Clone)]
pub struct Log {
    files: LogFiles,
    dispatch: Dispatch,
}

impl Log {
    /// Opens the log, or begins it.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn open(path: &Path) -> io::Result<Self> {
        let files = LogFiles::open(path)?;
        let dispatch = subscriber::to(files.clone());
        Ok(Self { files, dispatch })
    }

    /// Its files.
    #[must_use]
    pub fn files(&self) -> &LogFiles {
        &self.files
    }

    /// Tells this log what happens meanwhile.
    pub fn tell<T>(&self, work: impl FnOnce() -> T) -> T {
        tracing::dispatcher::with_default(&self.dispatch, work)
    }

    /// Has work tell this log what happens.
    pub fn telling<F>(&self, work: F) -> WithDispatch<F> {
        work.with_subscriber(self.dispatch.clone())
    }
}

/// Has a request tell the log of this sandbox what happens, and whose request it is.
pub async fn attach(State(app): State<App>, user: Option<User>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let user = user.map_or("anonymous", |user| user.name.0);
    // A span is made with the subscriber that it is told to.
    let within = async move {
        let span = tracing::info_span!(target: "com.atlassian.jira.web", "request", %user, %path);
        next.run(request).instrument(span).await
    };
    app.log.telling(within).await
}
