//! `/projects`: Jira's projects and the connection each really uses.

use super::{
    classify::unreadable,
    client::{Client, contents},
    connections::About,
    dto,
    query::{escape, page_query},
    request::{Cancel, Method, Request},
};
use crate::domain::{
    failure::Failure, ids::ProjectId, paged::Page, project::PickableProject, summary::Effective,
};

/// Reads a page of the projects whose name or key has the query's words.
///
/// # Errors
/// Why it can't be had.
pub async fn search(
    client: &Client,
    query: &str,
    start_at: usize,
    max_results: usize,
    cancel: &Cancel,
) -> Result<Page<PickableProject>, Failure> {
    let path = page_query("/projects", query, start_at, max_results);
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    let page: Page<PickableProject> = client.read::<dto::Page<dto::Project>, _>(request).await?;
    Ok(page.checked(start_at, max_results, |project| project.id.clone()))
}

/// Reads which connection a project really uses.
///
/// # Errors
/// Why it can't be told.
pub async fn effective_connection(
    client: &Client,
    project: &ProjectId,
    cancel: &Cancel,
) -> Result<Effective, Failure> {
    let path = ["/projects/", &escape(project.as_str()), "/effective-connection"].concat();
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    let answer = client.send(request).await?;
    let effective = contents::<dto::EffectiveConnection, _>(&answer)?;
    let is_about_it = match &effective {
        Effective::Own(own) => About::Project(project).fits(own),
        Effective::Global(global) => global.id.is_global(),
        Effective::None => true,
    };
    if is_about_it {
        Ok(effective)
    } else {
        Err(unreadable(&answer))
    }
}
