//! Which connections somebody should look at.
//!
//! The server filters by one state at a time, so the list of all that need attention is made of one list for each of
//! these states, one after the other.

use std::ops::Range;

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
    NEEDS_ATTENTION
        .into_iter()
        .map(|status| connections.with(status))
        .sum()
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

/// A run of rows of one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The state.
    pub status: Status,
    /// Index of the first row, among those of this state.
    pub start: usize,
    /// How many rows; at least one.
    pub len: usize,
}

/// What a range of the whole list is made of, when so many connections are in each of the states of
/// [`NEEDS_ATTENTION`].
pub fn slices(totals: [usize; NEEDS_ATTENTION.len()], rows: Range<usize>) -> Vec<Slice> {
    let mut before = 0;
    let mut slices = Vec::new();
    for (status, total) in NEEDS_ATTENTION.into_iter().zip(totals) {
        let start = rows.start.max(before);
        let end = rows.end.min(before + total);
        if start < end {
            slices.push(Slice {
                status,
                start: start - before,
                len: end - start,
            });
        }
        before += total;
    }
    slices
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{NEEDS_ATTENTION, Slice, count, is_needed, next, slices};
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

    #[test]
    fn a_page_may_have_the_end_of_one_state_and_the_beginning_of_the_next() {
        let slice = |status, start, len| Slice { status, start, len };
        assert_eq!(
            slices([3, 0, 0, 60, 7], 2..12),
            [slice(Status::KeyRejected, 2, 1), slice(Status::KeyMissing, 0, 9)]
        );
        assert_eq!(
            slices([3, 0, 0, 60, 7], 50..60),
            [slice(Status::KeyMissing, 47, 10)]
        );
        assert!(slices([3, 0, 0, 60, 7], 70..120).is_empty());
    }

    proptest! {
        #[test]
        fn pages_one_after_the_other_have_every_row_once(
            totals in prop::array::uniform5(0_usize..40), size in 1_usize..25,
        ) {
            let sum: usize = totals.iter().sum();
            let mut seen = Vec::new();
            for start in (0..sum).step_by(size) {
                for slice in slices(totals, start..start + size) {
                    prop_assert!(slice.len > 0);
                    seen.extend((slice.start..slice.start + slice.len).map(|row| (slice.status, row)));
                }
            }
            let expected: Vec<_> = NEEDS_ATTENTION
                .into_iter()
                .zip(totals)
                .flat_map(|(status, total)| (0..total).map(move |row| (status, row)))
                .collect();
            prop_assert_eq!(seen, expected);
        }
    }
}
