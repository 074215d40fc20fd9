//! The figures above the list, and which connection a project really uses.

use super::{connection::Connection, status::Status};

/// The instance at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionCounts {
    /// All of them.
    pub total: u32,
    /// Those that some connection is in, with how many are.
    pub by_status: Vec<(Status, u32)>,
}

impl ConnectionCounts {
    /// How many are in a state.
    pub fn with(&self, status: Status) -> u32 {
        let of_status = self.by_status.iter().filter(|(other, _)| *other == status);
        of_status.map(|(_, count)| count).sum()
    }

    /// How many are in one of some states.
    pub fn with_any(&self, states: &[Status]) -> u32 {
        states.iter().map(|status| self.with(*status)).sum()
    }
}

/// Connections that share an account label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The label.
    pub label: String,
    /// How many connections carry it.
    pub connections: u32,
}

/// How many projects use which connection. The three parts add up to the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Which connection a project uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uses {
    /// Its own.
    Own,
    /// The Global (default) one.
    Global,
    /// None.
    None,
}

impl Coverage {
    /// The parts that add up to the total, in the order in which they are shown.
    pub fn parts(self) -> [(Uses, u32); 3] {
        [
            (Uses::Own, self.own),
            (Uses::Global, self.global),
            (Uses::None, self.none),
        ]
    }

    /// How many projects lose their connection when the Global (default) one is switched off, while that is active. Not
    /// known where the figures are older than that: as long as it serves the others, no project is without any.
    pub fn served_by_global(self) -> Option<u32> {
        (self.none == 0).then_some(self.global)
    }
}

/// What the person may do here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions {
    /// Change connections. Without it the page is read-only.
    pub manage: bool,
}

/// The connection that a project really uses.
///
/// A project's own connection counts even when it is broken: there is no silent fallback to Global.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effective {
    /// Its own.
    Own(Connection),
    /// The Global (default) one, which is active.
    Global(Connection),
    /// None: the project is not linked to Test IO.
    None,
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
    use super::{Coverage, Fallback};
    use crate::domain::{
        connection::{Connection, Scope},
        samples::inactive_global,
    };

    /// Global may be active for a moment already when the figures are still those from before.
    #[test]
    fn figures_from_when_global_was_off_do_not_say_whom_it_serves() {
        let figures = |own, global, none| Coverage {
            total: own + global + none,
            own,
            global,
            none,
        };
        assert_eq!(figures(3, 40, 0).served_by_global(), Some(40));
        assert_eq!(figures(3, 0, 0).served_by_global(), Some(0));
        assert_eq!(figures(3, 0, 40).served_by_global(), None);
    }

    #[test]
    fn without_its_own_connection_a_project_uses_global_only_while_that_is_active() {
        let active = Connection {
            scope: Scope::Global { active: true },
            ..inactive_global()
        };
        assert_eq!(Fallback::from_global(Some(&active)), Fallback::Global);
        assert_eq!(Fallback::from_global(Some(&inactive_global())), Fallback::None);
        assert_eq!(Fallback::from_global(None), Fallback::Unknown);
    }
}
