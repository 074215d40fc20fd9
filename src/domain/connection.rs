//! A connection between Jira and one Test IO account, as the server last described it.

use serde::Deserialize;

use super::{
    ids::{ConnectionId, ETag},
    project::Project,
    status::Status,
    time::Timestamp,
};

/// A connection. The key itself is not here: the server never gives it back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Wire")]
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
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Product {
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

    /// Whether projects without a connection of their own use this one.
    pub fn serves_all_projects(&self) -> bool {
        matches!(self.scope, Scope::Global { active: true })
    }

    /// The account label, or nothing.
    pub fn label(&self) -> &str {
        self.account_label.as_deref().unwrap_or_default()
    }
}

/// The flat shape of the contract. It admits combinations that [`Connection`] does not.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    id: ConnectionId,
    scope: WireScope,
    project: Option<Project>,
    active: bool,
    has_key: bool,
    key_hint: Option<String>,
    key_saved_at: Option<Timestamp>,
    key_saved_by: Option<WireUser>,
    account_label: Option<String>,
    status: Status,
    products: Vec<Product>,
    product_count: u32,
    last_checked_at: Option<Timestamp>,
    updated_at: Timestamp,
    updated_by: Option<WireUser>,
    version: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum WireScope {
    Global,
    Project,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireUser {
    display_name: String,
}

impl TryFrom<Wire> for Connection {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        let scope = match (wire.scope, wire.project) {
            (WireScope::Global, _) => Scope::Global { active: wire.active },
            (WireScope::Project, Some(project)) => Scope::Project(project),
            (WireScope::Project, None) => return Err("a project connection names its project"),
        };
        Ok(Self {
            id: wire.id,
            scope,
            key: wire.has_key.then_some(StoredKey {
                hint: wire.key_hint,
                saved_at: wire.key_saved_at,
                saved_by: wire.key_saved_by.map(|user| user.display_name),
            }),
            account_label: wire.account_label.filter(|label| !label.is_empty()),
            status: wire.status,
            products: wire.products,
            product_count: wire.product_count,
            last_checked_at: wire.last_checked_at,
            updated_at: wire.updated_at,
            updated_by: wire.updated_by.map(|user| user.display_name),
            version: wire.version,
        })
    }
}
