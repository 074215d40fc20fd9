//! Which connections somebody should look at.

use super::{connection::Connection, status::Status, summary::ConnectionCounts};

/// The states in which somebody should look, the gravest first. The list shows them in this order.
pub const NEEDS_ATTENTION: [Status; 5] = [
    Status::KeyRejected,
    Status::Unreachable,
    Status::ProjectUnavailable,
    Status::KeyMissing,
    Status::Unverified,
];

/// Whether somebody should look at a connection in this state.
pub fn is_needed(status: Status) -> bool {
    NEEDS_ATTENTION.contains(&status)
}

/// How many of the Jira Project specific connections need attention.
pub fn count(connections: &ConnectionCounts) -> u32 {
    connections.with_any(&NEEDS_ATTENTION)
}

/// The connection to look at next, of those that are not passed over: the Global (default) one if that needs attention,
/// else the first of the rows that does.
pub fn next<'a>(
    global: Option<&'a Connection>,
    rows: impl Iterator<Item = &'a Connection>,
    is_passed_over: impl Fn(&Connection) -> bool,
) -> Option<&'a Connection> {
    global
        .into_iter()
        .chain(rows)
        .find(|connection| is_needed(connection.status) && !is_passed_over(connection))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{NEEDS_ATTENTION, count, is_needed, next};
    use crate::domain::{
        connection::Connection,
        ids::ConnectionId,
        samples::{connected, inactive_global},
        status::Status,
        summary::ConnectionCounts,
    };

    #[test]
    fn what_works_and_what_is_switched_off_needs_none() {
        let counts = ConnectionCounts {
            total: 16,
            by_status: vec![
                (Status::Connected, 9),
                (Status::Inactive, 1),
                (Status::KeyMissing, 2),
                (Status::KeyRejected, 3),
                (Status::Unknown, 1),
            ],
        };
        assert_eq!(count(&counts), 5);
        for status in [Status::Connected, Status::Inactive, Status::Unknown] {
            assert!(!is_needed(status), "{status:?}");
        }
        assert!(NEEDS_ATTENTION.into_iter().all(is_needed));
    }

    fn row(id: &str, status: Status) -> Connection {
        Connection {
            id: ConnectionId::new(id),
            status,
            ..connected()
        }
    }

    #[test]
    fn the_walk_leads_to_global_first_then_from_row_to_row_and_ends() {
        let global = Connection {
            status: Status::Unreachable,
            ..inactive_global()
        };
        let rows = [
            row("1", Status::Connected),
            row("2", Status::KeyRejected),
            row("3", Status::KeyMissing),
        ];
        let after = |global: Option<&Connection>, id: &str| {
            next(global, rows.iter(), |row| row.id == ConnectionId::new(id))
                .map(|found| found.id.as_str().to_owned())
        };
        assert_eq!(after(Some(&global), "1").as_deref(), Some("global"));
        assert_eq!(after(Some(&global), "global").as_deref(), Some("2"));
        assert_eq!(after(Some(&inactive_global()), "1").as_deref(), Some("2"));
        assert_eq!(after(None, "2").as_deref(), Some("3"));
        assert_eq!(next(None, rows[..1].iter(), |_| false), None);
    }
}
