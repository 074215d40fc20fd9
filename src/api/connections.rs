//! `/connections`: the Global (default) and the Jira Project specific connections.
//!
//! Each function fails with what has kept the server from doing it, or its answer from arriving.

use super::{
    classify::unreadable,
    client::{Client, contents},
    dto::{self, Body},
    query::{escape, page_query},
    request::{Cancel, Method, Request},
};
use crate::domain::{
    api_key::ApiKey,
    connection::{Connection, Versioned},
    draft::Change,
    failure::Failure,
    filter::{ListFilter, StatusFilter},
    ids::{ConnectionId, ETag, ProjectId},
    paged::Page,
    test_report::TestReport,
};

/// Reads one connection.
pub async fn get(client: &Client, id: &ConnectionId, cancel: &Cancel) -> Result<Versioned, Failure> {
    let request = Request::new(Method::Get, path(id, "")).cancelled_by(cancel);
    versioned(client, request).await
}

/// Reads a page of the Jira Project specific connections, sorted by project name. The server knows no filter for several
/// states at once.
pub async fn list(
    client: &Client,
    filter: &ListFilter,
    start_at: usize,
    max_results: usize,
    cancel: &Cancel,
) -> Result<Page<Connection>, Failure> {
    let mut path = page_query("/connections", &filter.query, start_at, max_results);
    if let StatusFilter::Only(status) = filter.status {
        path.push_str("&status=");
        path.push_str(status.as_wire());
    }
    if let Some(account) = &filter.account {
        path.push_str("&account=");
        path.push_str(&escape(account));
    }
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    client.read::<dto::Page<dto::Connection>, _>(request).await
}

/// Adds a connection, without a key, for a project.
pub async fn create(client: &Client, project: &ProjectId) -> Result<Versioned, Failure> {
    let request = Request::new(Method::Post, "/connections".to_owned()).body(Body::Create(project.into()));
    versioned(client, request).await
}

/// Changes a connection: all of the change or nothing of it.
pub async fn update(
    client: &Client,
    id: &ConnectionId,
    etag: Option<ETag>,
    change: &Change,
    cancel: &Cancel,
) -> Result<Versioned, Failure> {
    let request = Request::new(Method::Put, path(id, ""))
        .if_match(etag)
        .body(Body::Update(change.into()))
        .cancelled_by(cancel);
    versioned(client, request).await
}

/// Removes the stored key. The key is not revoked at Test IO.
pub async fn remove_key(
    client: &Client,
    id: &ConnectionId,
    etag: Option<ETag>,
    cancel: &Cancel,
) -> Result<Versioned, Failure> {
    let request = Request::new(Method::Delete, path(id, "/key"))
        .if_match(etag)
        .cancelled_by(cancel);
    versioned(client, request).await
}

/// Deletes a Jira Project specific connection.
pub async fn delete(
    client: &Client,
    id: &ConnectionId,
    etag: Option<ETag>,
    cancel: &Cancel,
) -> Result<(), Failure> {
    let request = Request::new(Method::Delete, path(id, ""))
        .if_match(etag)
        .cancelled_by(cancel);
    let answer = client.send(request).await?;
    // Anything but "no content" may come from something that has deleted nothing.
    if answer.status == 204 {
        Ok(())
    } else {
        Err(unreadable(&answer))
    }
}

/// Asks Test IO about a typed key, or about the stored one if none is given. A typed key is not stored.
pub async fn test(
    client: &Client,
    id: &ConnectionId,
    key: Option<&ApiKey>,
    cancel: &Cancel,
) -> Result<TestReport, Failure> {
    let request = Request::new(Method::Post, path(id, "/test"))
        .body(Body::Test(key.into()))
        .cancelled_by(cancel);
    client.read::<dto::TestResult, _>(request).await
}

/// Sends a request that is answered with a connection and its entity tag.
async fn versioned(client: &Client, request: Request) -> Result<Versioned, Failure> {
    let answer = client.send(request).await?;
    Ok(Versioned {
        connection: contents::<dto::Connection, _>(&answer)?,
        etag: answer.etag.map(ETag::new),
    })
}

fn path(id: &ConnectionId, rest: &str) -> String {
    ["/connections/", &escape(id.as_str()), rest].concat()
}
