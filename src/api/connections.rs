//! `/connections`: the Global (default) and the Jira Project specific connections.

use super::{
    client::{Call, Client, versioned},
    decode,
    json::Object,
    query::{escape, page_query},
    request::{Cancel, Method, Request},
};
use crate::domain::{
    api_key::ApiKey,
    connection::{Connection, Versioned},
    draft::{Change, Verify},
    filter::{ListFilter, StatusFilter},
    ids::{ConnectionId, ETag, ProjectId},
    paged::Page,
    test_report::TestReport,
};

/// Reads one connection.
pub fn get(client: &Client, id: &ConnectionId, cancel: &Cancel) -> Call<Versioned> {
    let request = Request::new(Method::Get, path(id, "")).cancelled_by(cancel);
    client.call(request, versioned)
}

/// Reads a page of the Jira Project specific connections, sorted by project name. The server knows no filter for several
/// states at once.
pub fn list(
    client: &Client,
    filter: &ListFilter,
    start_at: usize,
    max_results: usize,
    cancel: &Cancel,
) -> Call<Page<Connection>> {
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
    client.call(request, |_, body| decode::page(body, decode::connection))
}

/// Adds a connection, without a key, for a project.
pub fn create(client: &Client, project: &ProjectId) -> Call<Versioned> {
    let body = Object::default().text("projectId", Some(project.as_str()));
    let request = Request::new(Method::Post, "/connections".to_owned()).json(body);
    client.call(request, versioned)
}

/// Changes a connection: all of the change or nothing of it.
pub fn update(
    client: &Client,
    id: &ConnectionId,
    etag: Option<ETag>,
    change: &Change,
    cancel: &Cancel,
) -> Call<Versioned> {
    let body = Object::default()
        .text("apiKey", change.api_key.as_ref().map(ApiKey::expose))
        .text("accountLabel", change.account_label.as_deref())
        .flag("active", change.active)
        .flag("verify", (change.verify == Verify::Skip).then_some(false));
    let request = Request::new(Method::Put, path(id, ""))
        .if_match(etag)
        .json(body)
        .cancelled_by(cancel);
    client.call(request, versioned)
}

/// Removes the stored key. The key is not revoked at Test IO.
pub fn remove_key(
    client: &Client,
    id: &ConnectionId,
    etag: Option<ETag>,
    cancel: &Cancel,
) -> Call<Versioned> {
    let request = Request::new(Method::Delete, path(id, "/key"))
        .if_match(etag)
        .cancelled_by(cancel);
    client.call(request, versioned)
}

/// Deletes a Jira Project specific connection.
pub fn delete(client: &Client, id: &ConnectionId, etag: Option<ETag>, cancel: &Cancel) -> Call<()> {
    let request = Request::new(Method::Delete, path(id, ""))
        .if_match(etag)
        .cancelled_by(cancel);
    // Anything but "no content" may come from something that has deleted nothing.
    client.call(request, |answer, _| (answer.status == 204).then_some(()))
}

/// Asks Test IO about a typed key, or about the stored one if none is given. A typed key is not stored.
pub fn test(client: &Client, id: &ConnectionId, key: Option<&ApiKey>, cancel: &Cancel) -> Call<TestReport> {
    let body = Object::default().text("apiKey", key.map(ApiKey::expose));
    let request = Request::new(Method::Post, path(id, "/test"))
        .json(body)
        .cancelled_by(cancel);
    client.call(request, |_, body| decode::test_report(body))
}

fn path(id: &ConnectionId, rest: &str) -> String {
    ["/connections/", &escape(id.as_str()), rest].concat()
}
