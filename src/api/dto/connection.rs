//! `Connection`, and `EffectiveConnection`, which has one in it.

use serde::Deserialize;

use super::{Contradiction, Count, hint, timestamp};
use crate::domain::{
    connection::{self, StoredKey},
    ids::{ConnectionId, ProjectId, ProjectKey},
    invisible::trim,
    project::Project,
    shown::shown_name,
    status::Status,
    summary::Effective,
};

/// A connection. This flat shape admits combinations that the domain's does not.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    id: String,
    scope: Scope,
    project: Option<ConnectionProject>,
    active: Option<bool>,
    has_key: bool,
    key_hint: Option<String>,
    key_saved_at: Option<String>,
    key_saved_by: Option<User>,
    account_label: Option<String>,
    same_key: Count,
    status: String,
    status_since: Option<String>,
    products: Vec<Product>,
    product_count: Count,
    last_checked_at: Option<String>,
    updated_at: String,
    updated_by: Option<User>,
    version: Count,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Scope {
    Global,
    Project,
}

/// The project of a connection.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionProject {
    id: String,
    key: String,
    name: String,
    avatar_url: Option<String>,
    available: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    display_name: String,
}

/// A Test IO product.
#[derive(Deserialize)]
pub struct Product {
    id: String,
    name: String,
}

/// The connection that a project really uses.
#[derive(Deserialize)]
pub struct EffectiveConnection {
    source: Source,
    connection: Option<Connection>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Source {
    Project,
    Global,
    None,
}

impl TryFrom<Connection> for connection::Connection {
    type Error = Contradiction;

    fn try_from(read: Connection) -> Result<Self, Contradiction> {
        // There is one Global connection, and its id says so: nothing else may be taken for it.
        let id = ConnectionId::new(read.id);
        if id.is_global() != matches!(read.scope, Scope::Global) {
            return Err(Contradiction);
        }
        let scope = match read.scope {
            Scope::Global => connection::Scope::Global {
                active: read.active.ok_or(Contradiction)?,
            },
            Scope::Project => connection::Scope::Project(read.project.ok_or(Contradiction)?.into()),
        };
        let key = StoredKey {
            hint: read.key_hint.as_deref().map(hint),
            saved_at: read.key_saved_at.as_deref().map(timestamp),
            saved_by: read.key_saved_by.map(User::shown),
        };
        Ok(Self {
            id,
            scope,
            key: read.has_key.then_some(key),
            account_label: read.account_label.filter(|label| !trim(label).is_empty()),
            same_key: read.same_key.0,
            status: Status::from_wire(&read.status),
            status_since: read.status_since.as_deref().map(timestamp),
            products: read.products.into_iter().map(Into::into).collect(),
            product_count: read.product_count.0,
            last_checked_at: read.last_checked_at.as_deref().map(timestamp),
            updated_at: timestamp(&read.updated_at),
            updated_by: read.updated_by.map(User::shown),
            version: read.version.0,
        })
    }
}

impl TryFrom<EffectiveConnection> for Effective {
    type Error = Contradiction;

    fn try_from(read: EffectiveConnection) -> Result<Self, Contradiction> {
        let used = read.connection.map(TryInto::try_into).transpose()?;
        Ok(match read.source {
            Source::Project => Self::Own(used.ok_or(Contradiction)?),
            Source::Global => Self::Global(used.ok_or(Contradiction)?),
            Source::None => Self::None,
        })
    }
}

impl From<ConnectionProject> for Project {
    fn from(project: ConnectionProject) -> Self {
        Self {
            id: ProjectId::new(project.id),
            key: ProjectKey::new(shown_name(&project.key)),
            name: shown_name(&project.name),
            avatar_url: project.avatar_url,
            available: project.available,
        }
    }
}

impl User {
    fn shown(self) -> String {
        shown_name(&self.display_name)
    }
}

impl From<Product> for connection::Product {
    fn from(product: Product) -> Self {
        Self {
            id: product.id,
            name: shown_name(&product.name),
        }
    }
}
