//! The figures above the list, and which connection a project really uses.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{connection::Connection, status::Status};

/// The instance at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Summary {
    /// Jira Project specific connections.
    pub connections: ConnectionCounts,
    /// Test IO accounts by their labels.
    pub accounts: Vec<Account>,
    /// Which connection Jira's projects use.
    pub projects: Coverage,
    /// What the person may do.
    pub permissions: Permissions,
}

/// How many Jira Project specific connections there are.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionCounts {
    /// All of them.
    pub total: u32,
    by_status: BTreeMap<String, u32>,
}

impl ConnectionCounts {
    /// How many are in a state.
    pub fn with(&self, status: Status) -> u32 {
        self.by_status.get(status.as_wire()).copied().unwrap_or(0)
    }
}

/// Connections that share an account label.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Account {
    /// The label.
    pub label: String,
    /// How many connections carry it.
    pub connections: u32,
}

/// How many projects use which connection. The three parts add up to the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Coverage {
    /// All projects.
    pub total: u32,
    /// With a connection of their own.
    pub own: u32,
    /// Using the Global (default) connection.
    pub global: u32,
    /// Without any.
    pub none: u32,
}

/// What the person may do here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Permissions {
    /// Change connections. Without it the page is read-only.
    pub manage: bool,
}

/// The connection that a project really uses.
///
/// A project's own connection counts even when it is broken: there is no silent fallback to Global.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "WireEffective")]
pub enum Effective {
    /// Its own.
    Own(Connection),
    /// The Global (default) one, which is active.
    Global(Connection),
    /// None: the project is not linked to Test IO.
    None,
}

#[derive(Deserialize)]
struct WireEffective {
    source: WireSource,
    connection: Option<Connection>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum WireSource {
    Project,
    Global,
    None,
}

impl TryFrom<WireEffective> for Effective {
    type Error = &'static str;

    fn try_from(wire: WireEffective) -> Result<Self, Self::Error> {
        match (wire.source, wire.connection) {
            (WireSource::Project, Some(connection)) => Ok(Self::Own(connection)),
            (WireSource::Global, Some(connection)) => Ok(Self::Global(connection)),
            (WireSource::None, _) => Ok(Self::None),
            (WireSource::Project | WireSource::Global, None) => {
                Err("a source other than NONE has a connection")
            }
        }
    }
}

/// What a project uses once its own connection is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// The Global (default) connection.
    Global,
    /// Nothing, because Global is not active.
    None,
    /// Not known, because Global could not be loaded.
    Unknown,
}

impl Fallback {
    /// Derives it from the Global (default) connection, if that is known.
    pub fn from_global(global: Option<&Connection>) -> Self {
        match global {
            Some(connection) if connection.serves_all_projects() => Self::Global,
            Some(_) => Self::None,
            None => Self::Unknown,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test states what must hold")]

    use super::{Effective, Fallback};
    use crate::domain::connection::{Connection, Scope};

    fn global(active: bool) -> Connection {
        let text = include_str!("../../tests/fixtures/connection-global-inactive.json");
        Connection {
            scope: Scope::Global { active },
            ..serde_json::from_str(text).unwrap()
        }
    }

    #[test]
    fn without_its_own_connection_a_project_uses_global_only_while_that_is_active() {
        assert_eq!(Fallback::from_global(Some(&global(true))), Fallback::Global);
        assert_eq!(Fallback::from_global(Some(&global(false))), Fallback::None);
        assert_eq!(Fallback::from_global(None), Fallback::Unknown);
    }

    #[test]
    fn a_source_without_its_connection_is_refused() {
        let text = r#"{"source":"GLOBAL","connection":null}"#;
        assert!(serde_json::from_str::<Effective>(text).is_err());
        let none = r#"{"source":"NONE","connection":null}"#;
        assert_eq!(serde_json::from_str::<Effective>(none).unwrap(), Effective::None);
    }
}
