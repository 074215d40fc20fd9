//! A connection between Jira and one Test IO account, as the server last described it.

use super::{
    ids::{ConnectionId, ETag},
    project::Project,
    status::Status,
    time::Timestamp,
};

/// A connection. The key itself is not here: the server never gives it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Its id; `global` for the Global (default) one.
    pub id: ConnectionId,
    /// What it applies to.
    pub scope: Scope,
    /// The stored key's description, if one is stored.
    pub key: Option<StoredKey>,
    /// The name the admin gave to the Test IO account behind it.
    pub account_label: Option<String>,
    /// Its state.
    pub status: Status,
    /// The Test IO products seen when the key was last accepted; possibly fewer than `product_count`.
    pub products: Vec<Product>,
    /// How many products the key gives access to.
    pub product_count: u32,
    /// When the key was last checked with Test IO.
    pub last_checked_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Display name of who changed it last; absent for what the plugin itself set up.
    pub updated_by: Option<String>,
    /// Rises with each change.
    pub version: u32,
}

/// What a connection applies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All projects without a connection of their own.
    Global {
        /// Whether it is switched on.
        active: bool,
    },
    /// One Jira project.
    Project(Project),
}

/// What may be known of a stored key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredKey {
    /// Its last 4 characters; absent for short keys.
    pub hint: Option<String>,
    /// When it was saved.
    pub saved_at: Option<Timestamp>,
    /// Display name of who saved it.
    pub saved_by: Option<String>,
}

/// A Test IO product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Test IO's id. No two accounts have the same.
    pub id: String,
    /// Name, for display.
    pub name: String,
}

/// A connection with the tag its next write must carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versioned {
    /// The connection.
    pub connection: Connection,
    /// The entity tag; absent while only a list row is known, or when the server has none.
    pub etag: Option<ETag>,
}

impl Connection {
    /// The project, unless this is the Global (default) connection.
    pub fn project(&self) -> Option<&Project> {
        match &self.scope {
            Scope::Project(project) => Some(project),
            Scope::Global { .. } => None,
        }
    }

    /// What the server sorts the list by, as `rest-api.yaml` says: the project's name.
    pub fn sort_name(&self) -> &str {
        self.project().map_or("", |project| &project.name)
    }

    /// Whether projects without a connection of their own use this one.
    pub fn serves_all_projects(&self) -> bool {
        matches!(self.scope, Scope::Global { active: true })
    }

    /// The account label, or nothing.
    pub fn label(&self) -> &str {
        self.account_label.as_deref().unwrap_or_default()
    }
}
