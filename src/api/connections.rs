//! `/connections`: the Global (default) and the Jira Project specific connections.

use serde::Serialize;

use super::{
    client::Client,
    query::{escape, page_query},
    request::{Cancel, Method, Request},
};
use crate::domain::{
    api_key::ApiKey,
    connection::{Connection, Versioned},
    draft::{Change, Verify},
    failure::Failure,
    filter::ListFilter,
    ids::{ConnectionId, ETag, ProjectId},
    paged::Page,
    test_report::TestReport,
};

/// Reads one connection.
pub async fn get(client: &Client, id: &ConnectionId, cancel: &Cancel) -> Result<Versioned, Failure> {
    client
        .versioned(Request::new(Method::Get, path(id, "")).cancelled_by(cancel))
        .await
}

/// Reads a page of the Jira Project specific connections, sorted by project name.
pub async fn list(
    client: &Client,
    filter: &ListFilter,
    start_at: usize,
    max_results: usize,
    cancel: &Cancel,
) -> Result<Page<Connection>, Failure> {
    let mut path = page_query("/connections", &filter.query, start_at, max_results);
    if let Some(status) = filter.status {
        path.push_str("&status=");
        path.push_str(status.as_wire());
    }
    if let Some(account) = &filter.account {
        path.push_str("&account=");
        path.push_str(&escape(account));
    }
    client
        .json(Request::new(Method::Get, path).cancelled_by(cancel))
        .await
}

/// Adds a connection, without a key, for a project.
pub async fn create(client: &Client, project: &ProjectId) -> Result<Versioned, Failure> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body<'a> {
        project_id: &'a ProjectId,
    }
    let request = Request::new(Method::Post, "/connections".to_owned()).json(&Body { project_id: project });
    client.versioned(request).await
}

/// Changes a connection: all of the change or nothing of it.
pub async fn update(
    client: &Client,
    id: &ConnectionId,
    etag: Option<ETag>,
    change: &Change,
) -> Result<Versioned, Failure> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        api_key: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        account_label: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        active: Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        verify: Option<bool>,
    }
    let body = Body {
        api_key: change.api_key.as_ref().map(ApiKey::expose),
        account_label: change.account_label.as_deref(),
        active: change.active,
        verify: (change.verify == Verify::Skip).then_some(false),
    };
    client
        .versioned(Request::new(Method::Put, path(id, "")).if_match(etag).json(&body))
        .await
}

/// Removes the stored key. The key is not revoked at Test IO.
pub async fn remove_key(
    client: &Client,
    id: &ConnectionId,
    etag: Option<ETag>,
) -> Result<Versioned, Failure> {
    client
        .versioned(Request::new(Method::Delete, path(id, "/key")).if_match(etag))
        .await
}

/// Deletes a Jira Project specific connection. One that is gone already counts as deleted.
pub async fn delete(client: &Client, id: &ConnectionId, etag: Option<ETag>) -> Result<(), Failure> {
    match client
        .send(Request::new(Method::Delete, path(id, "")).if_match(etag))
        .await
    {
        Ok(_) | Err(Failure::ConnectionGone) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// Asks Test IO about a typed key, or about the stored one if none is given. A typed key is not stored.
pub async fn test(
    client: &Client,
    id: &ConnectionId,
    key: Option<&ApiKey>,
    cancel: &Cancel,
) -> Result<TestReport, Failure> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        api_key: Option<&'a str>,
    }
    let body = Body {
        api_key: key.map(ApiKey::expose),
    };
    client
        .json(
            Request::new(Method::Post, path(id, "/test"))
                .json(&body)
                .cancelled_by(cancel),
        )
        .await
}

fn path(id: &ConnectionId, rest: &str) -> String {
    ["/connections/", &escape(id.as_str()), rest].concat()
}
