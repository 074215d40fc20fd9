//! A connection between Jira and one Test IO account, as the server last described it.

use super::{ids::ConnectionId, project::Project, status::Status, time::Timestamp};

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
    /// How many other connections, the Global one included, hold the same key. It changes when those do, whatever the
    /// version of this one.
    pub same_key: u32,
    /// Its state.
    pub status: Status,
    /// When it came to be in that state; absent where the server does not say.
    pub status_since: Option<Timestamp>,
    /// The Test IO products of the last check that Test IO accepted; possibly fewer than `product_count`. A check that
    /// failed since says nothing of them.
    pub products: Vec<Product>,
    /// How many products the key gave access to then.
    pub product_count: u32,
    /// When the key was last checked with Test IO, whatever came of it.
    pub last_checked_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Display name of who changed it last; absent for what the plugin itself set up.
    pub updated_by: Option<String>,
    /// Rises with each change. A write names the one that it is based on.
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

impl Connection {
    /// The project, unless this is the Global (default) connection.
    pub fn project(&self) -> Option<&Project> {
        match &self.scope {
            Scope::Project(project) => Some(project),
            Scope::Global { .. } => None,
        }
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
