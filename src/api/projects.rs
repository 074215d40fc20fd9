//! `/projects`: Jira's projects and the connection each really uses.

use super::{
    client::{Call, Client},
    decode,
    query::{escape, page_query},
    request::{Cancel, Method, Request},
};
use crate::domain::{ids::ProjectId, overview::Effective, paged::Page, project::PickableProject};

/// Reads a page of the projects whose name or key has the query's words.
pub fn search(
    client: &Client,
    query: &str,
    start_at: usize,
    max_results: usize,
    cancel: &Cancel,
) -> Call<Page<PickableProject>> {
    let path = page_query("/projects", query, start_at, max_results);
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    client.call(request, |_, body| decode::page(body, decode::pickable_project))
}

/// Reads which connection a project really uses.
pub fn effective_connection(client: &Client, project: &ProjectId, cancel: &Cancel) -> Call<Effective> {
    let path = ["/projects/", &escape(project.as_str()), "/effective-connection"].concat();
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    client.call(request, |_, body| decode::effective(body))
}
