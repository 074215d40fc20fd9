//! `/connections`: the Global (default) and the Jira Project specific connections.
//!
//! Each function fails with what has kept the server from doing it, or its answer from arriving.

use super::{
    answer::RawAnswer,
    classify::unreadable,
    client::{Client, contents},
    dto::{self, Body},
    query::{escape, page_query},
    request::{Cancel, Method, Request},
};
use crate::domain::{
    api_key::ApiKey,
    connection::Connection,
    draft::Change,
    failure::{Answer, Failure},
    filter::{AccountFilter, ListFilter, StatusFilter},
    ids::{ConnectionId, ProjectId},
    new_connection::NewConnection,
    paged::Page,
    test_report::TestReport,
};

/// Reads one connection.
pub async fn get(client: &Client, id: &ConnectionId, cancel: &Cancel) -> Result<Connection, Failure> {
    let request = Request::new(Method::Get, path(id, "")).cancelled_by(cancel);
    connection(client, request, About::Id(id)).await
}

/// Reads the connection that a project is said to have.
pub async fn get_of(
    client: &Client,
    id: &ConnectionId,
    project: &ProjectId,
    cancel: &Cancel,
) -> Result<Connection, Failure> {
    let request = Request::new(Method::Get, path(id, "")).cancelled_by(cancel);
    connection(client, request, About::Project(project)).await
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
    let path = list_path(filter, start_at, max_results);
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    list_page(client, request, Some(start_at), max_results).await
}

/// Which page of [`list`] is asked for. The server's order of names is its own, so it alone can tell.
#[derive(Clone, Copy, Debug)]
pub enum Sought<'a> {
    /// The one that has this connection.
    Connection(&'a ConnectionId),
    /// The one that has the first connection behind this one whose project's name begins so; behind the last one comes the
    /// first.
    Next {
        /// How the name begins.
        name: &'a str,
        /// Where to begin.
        behind: &'a ConnectionId,
    },
}

/// Reads the page of [`list`] that has what is sought, or the first one if none has.
pub async fn list_with(
    client: &Client,
    filter: &ListFilter,
    sought: Sought<'_>,
    max_results: usize,
    cancel: &Cancel,
) -> Result<Page<Connection>, Failure> {
    let mut path = list_path(filter, 0, max_results);
    let (Sought::Connection(id) | Sought::Next { behind: id, .. }) = sought;
    path.push_str("&containing=");
    path.push_str(&escape(id.as_str()));
    if let Sought::Next { name, .. } = sought {
        path.push_str("&startingWith=");
        path.push_str(&escape(name));
    }
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    list_page(client, request, None, max_results).await
}

/// Sends a request for a page that starts at an index, or where the server says.
async fn list_page(
    client: &Client,
    request: Request,
    start_at: Option<usize>,
    max_results: usize,
) -> Result<Page<Connection>, Failure> {
    let mut page: Page<Connection> = client.read::<dto::Page<dto::Connection>, _>(request).await?;
    // The Global connection is none of them.
    page.values.retain(|connection| connection.project().is_some());
    let start_at = start_at.unwrap_or(page.start_at);
    Ok(page.checked(start_at, max_results, |connection| connection.id.clone()))
}

fn list_path(filter: &ListFilter, start_at: usize, max_results: usize) -> String {
    let ListFilter {
        query,
        status,
        account,
    } = filter;
    let mut path = page_query("/connections", query, start_at, max_results);
    match status {
        StatusFilter::Any => {}
        StatusFilter::Only(status) => {
            path.push_str("&status=");
            path.push_str(status.as_wire());
        }
        // The server has no such list: `state::connection_pages` makes it of several.
        StatusFilter::NeedsAttention => {}
    }
    match account {
        AccountFilter::Any => {}
        AccountFilter::Label(label) => {
            path.push_str("&account=");
            path.push_str(&escape(label));
        }
        AccountFilter::KeyOf(id) => {
            path.push_str("&keyOf=");
            path.push_str(&escape(id.as_str()));
        }
    }
    path
}

/// Adds a connection for a project, with its first key if there is one.
pub async fn create(client: &Client, new: &NewConnection) -> Result<Connection, Failure> {
    let request = Request::new(Method::Post, "/connections".to_owned()).body(Body::Create(new.into()));
    connection(client, request, About::Project(&new.project)).await
}

/// Changes a connection that is in this version: all of the change or nothing of it.
pub async fn update(
    client: &Client,
    id: &ConnectionId,
    version: u32,
    change: &Change,
    cancel: &Cancel,
) -> Result<Connection, Failure> {
    let request = Request::new(Method::Put, path(id, ""))
        .if_match(version)
        .body(Body::Update(change.into()))
        .cancelled_by(cancel);
    connection(client, request, About::Id(id)).await
}

/// Removes the stored key of a connection that is in this version. The key is not revoked at Test IO.
pub async fn remove_key(
    client: &Client,
    id: &ConnectionId,
    version: u32,
    cancel: &Cancel,
) -> Result<Connection, Failure> {
    let request = Request::new(Method::Delete, path(id, "/key"))
        .if_match(version)
        .cancelled_by(cancel);
    connection(client, request, About::Id(id)).await
}

/// Deletes a Jira Project specific connection that is in this version.
pub async fn delete(
    client: &Client,
    id: &ConnectionId,
    version: u32,
    cancel: &Cancel,
) -> Result<(), Failure> {
    let request = Request::new(Method::Delete, path(id, ""))
        .if_match(version)
        .cancelled_by(cancel);
    let answer = send(client, request, About::Id(id)).await?;
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

/// What an answer has to be about. One about anything else, of a cache or of a proxy that has mixed two requests up, is
/// no answer of the plugin's: nothing of it is taken over, and nobody knows what became of the request.
#[derive(Clone, Copy)]
pub(super) enum About<'a> {
    /// The connection with this id.
    Id(&'a ConnectionId),
    /// The connection of this project.
    Project(&'a ProjectId),
}

impl About<'_> {
    pub(super) fn fits(self, connection: &Connection) -> bool {
        match self {
            Self::Id(id) => connection.id == *id,
            Self::Project(id) => connection.project().is_some_and(|project| project.id == *id),
        }
    }
}

/// Sends a request that is answered with a connection.
async fn connection(client: &Client, request: Request, about: About<'_>) -> Result<Connection, Failure> {
    let answer = send(client, request, about).await?;
    let connection = contents::<dto::Connection, _>(&answer)?;
    if about.fits(&connection) {
        Ok(connection)
    } else {
        Err(unreadable(&answer))
    }
}

/// Sends a request; whoever refuses it because of a newer version has to show the one of what was asked for.
async fn send(client: &Client, request: Request, about: About<'_>) -> Result<RawAnswer, Failure> {
    client.send(request).await.map_err(|failure| match failure {
        Failure::Stale(Some(newest)) if !about.fits(&newest) => Failure::Unreadable(Answer::of_status(412)),
        failure => failure,
    })
}

fn path(id: &ConnectionId, rest: &str) -> String {
    ["/connections/", &escape(id.as_str()), rest].concat()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::list_path;
    use crate::domain::{
        filter::{AccountFilter, ListFilter, StatusFilter},
        ids::ConnectionId,
        status::Status,
    };

    #[test]
    fn every_part_of_a_filter_is_sent() {
        for (account, sent) in [
            (AccountFilter::Any, ""),
            (AccountFilter::by_label("R & D".into()), "&account=R%20%26%20D"),
            (AccountFilter::KeyOf(ConnectionId::new("a/7")), "&keyOf=a%2F7"),
        ] {
            let filter = ListFilter {
                query: "shop".into(),
                status: StatusFilter::Only(Status::KeyMissing),
                account,
            };
            let path = list_path(&filter, 50, 25);
            let (page, rest) = path.split_once("&status=KEY_MISSING").unwrap_or_default();
            assert!(
                page.starts_with("/connections?") && page.contains("query=shop"),
                "{path}"
            );
            assert_eq!(rest, sent, "{path}");
        }
    }
}
