//! The contract's shapes (`docs/rest-api.yaml`), read from JSON into the domain's types.
//!
//! `None` stands for a body of another shape: it is never half read. Fields and words of a newer contract are
//! passed over.

use super::json::Json;
use crate::domain::{
    connection::{Connection, Product, Scope, StoredKey},
    ids::{ConnectionId, ProjectId, ProjectKey},
    overview::{Account, ConnectionCounts, Coverage, Effective, Permissions, Summary},
    paged::Page,
    project::{PickableProject, Project},
    shown::{shown, shown_name},
    status::Status,
    test_report::{Outcome, TestReport},
    time::Timestamp,
};

/// Reads one value of a body.
pub type Read<T> = fn(&Json) -> Option<T>;

/// Longest key hint, in characters (contract). A longer one might hold more of the key than is good.
const MAX_HINT_CHARS: usize = 4;

/// A connection. The flat shape of the contract admits combinations that [`Connection`] does not.
pub fn connection(json: &Json) -> Option<Connection> {
    let project = json.optional("project", project)?;
    let scope = match json.text("scope")?.as_str() {
        "GLOBAL" => Scope::Global {
            active: json.flag("active")?,
        },
        "PROJECT" => Scope::Project(project?),
        _ => return None,
    };
    let key = StoredKey {
        hint: json.optional("keyHint", |hint| Some(shown(&hint.as_text()?, MAX_HINT_CHARS)))?,
        saved_at: json.optional("keySavedAt", timestamp)?,
        saved_by: json.optional("keySavedBy", display_name)?,
    };
    Some(Connection {
        id: ConnectionId::new(json.text("id")?),
        scope,
        key: json.flag("hasKey")?.then_some(key),
        account_label: json
            .optional("accountLabel", Json::as_text)?
            .filter(|label| !label.is_empty()),
        status: Status::from_wire(&json.text("status")?),
        products: json.list("products", product)?,
        product_count: json.count("productCount")?,
        last_checked_at: json.optional("lastCheckedAt", timestamp)?,
        updated_at: timestamp(&json.get("updatedAt"))?,
        updated_by: json.optional("updatedBy", display_name)?,
        version: json.count("version")?,
    })
}

fn project(json: &Json) -> Option<Project> {
    Some(Project {
        id: ProjectId::new(json.text("id")?),
        key: ProjectKey::new(name(json, "key")?),
        name: name(json, "name")?,
        avatar_url: json.optional("avatarUrl", Json::as_text)?,
        available: json.flag("available")?,
    })
}

/// A project in the picker.
pub fn pickable_project(json: &Json) -> Option<PickableProject> {
    Some(PickableProject {
        id: ProjectId::new(json.text("id")?),
        key: ProjectKey::new(name(json, "key")?),
        name: name(json, "name")?,
        avatar_url: json.optional("avatarUrl", Json::as_text)?,
        connection_id: json.optional("connectionId", connection_id)?,
    })
}

/// A page of a list.
pub fn page<T>(json: &Json, value: Read<T>) -> Option<Page<T>> {
    Some(Page {
        start_at: usize::try_from(json.count("startAt")?).ok()?,
        total: usize::try_from(json.count("total")?).ok()?,
        values: json.list("values", value)?,
    })
}

/// The instance at a glance.
pub fn summary(json: &Json) -> Option<Summary> {
    let connections = json.get("connections");
    let projects = json.get("projects");
    let by_status = connections.get("byStatus").fields()?;
    Some(Summary {
        connections: ConnectionCounts {
            total: connections.count("total")?,
            by_status: by_status
                .iter()
                .map(|(word, count)| Some((Status::from_wire(word), count.as_count()?)))
                .collect::<Option<_>>()?,
        },
        accounts: json.list("accounts", account)?,
        projects: Coverage {
            total: projects.count("total")?,
            own: projects.count("own")?,
            global: projects.count("global")?,
            none: projects.count("none")?,
        },
        permissions: Permissions {
            manage: json.get("permissions").flag("manage")?,
        },
    })
}

/// The connection that a project really uses.
pub fn effective(json: &Json) -> Option<Effective> {
    let used = json.optional("connection", connection)?;
    match json.text("source")?.as_str() {
        "PROJECT" => used.map(Effective::Own),
        "GLOBAL" => used.map(Effective::Global),
        "NONE" => Some(Effective::None),
        _ => None,
    }
}

/// What a connection test found.
pub fn test_report(json: &Json) -> Option<TestReport> {
    Some(TestReport {
        outcome: match json.text("outcome")?.as_str() {
            "ACCEPTED" => Outcome::Accepted,
            "REJECTED" => Outcome::Rejected,
            "UNREACHABLE" => Outcome::Unreachable,
            "RATE_LIMITED" => Outcome::RateLimited,
            _ => return None,
        },
        products: json.list("products", product)?,
        product_count: json.count("productCount")?,
        retry_after_seconds: json.optional("retryAfterSeconds", Json::as_count)?,
    })
}

/// The id of a connection.
pub fn connection_id(json: &Json) -> Option<ConnectionId> {
    json.as_text().map(ConnectionId::new)
}

fn account(json: &Json) -> Option<Account> {
    Some(Account {
        label: json.text("label")?,
        connections: json.count("connections")?,
    })
}

fn product(json: &Json) -> Option<Product> {
    Some(Product {
        id: json.text("id")?,
        name: name(json, "name")?,
    })
}

fn display_name(json: &Json) -> Option<String> {
    name(json, "displayName")
}

/// One that can't be read as a time is shown as it is.
fn timestamp(json: &Json) -> Option<Timestamp> {
    json.as_text().map(|text| Timestamp::new(shown_name(&text)))
}

/// A name that must be there. It is only ever shown: what people are to edit, or what is sent back, is left as it is.
fn name(json: &Json, field: &str) -> Option<String> {
    json.text(field).map(|name| shown_name(&name))
}
