//! `/maintenance/jobs`: what the plugin does by itself.

use super::{
    classify::unreadable,
    client::{Client, contents},
    dto::{self, Body, UpdateJob},
    query::escape,
    request::{Cancel, Method, Request},
};
use crate::domain::{failure::Failure, ids::JobId, job::Job};

/// Reads all jobs, in the order in which they are to be shown.
///
/// # Errors
/// Why they can't be had.
pub async fn list(client: &Client, cancel: &Cancel) -> Result<Vec<Job>, Failure> {
    let request = Request::new(Method::Get, "/maintenance/jobs".to_owned()).cancelled_by(cancel);
    client.read::<dto::Jobs, _>(request).await
}

/// Has administrators notified when a job fails, or not.
///
/// # Errors
/// Why that was not done, or why it can't be told.
pub async fn set_notify(client: &Client, id: &JobId, notify: bool) -> Result<Job, Failure> {
    let path = ["/maintenance/jobs/", &escape(id.as_str())].concat();
    let request = Request::new(Method::Put, path).body(Body::Job(UpdateJob { notify }));
    let answer = client.send(request).await?;
    let job: Job = contents::<dto::Job, _>(&answer)?;
    // An answer about another job is none of the plugin's.
    if job.id == *id {
        Ok(job)
    } else {
        Err(unreadable(&answer))
    }
}
