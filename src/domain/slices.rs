//! Several lists of the server's, one for each of some states, as one list.
//!
//! The server filters by one state at a time, so a list of several states is made of one list for each of them, one after
//! the other.

use std::ops::Range;

use super::status::Status;

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

/// What a range of the whole list is made of, when so many connections are in each of the states.
pub fn slices(totals: &[(Status, usize)], rows: Range<usize>) -> Vec<Slice> {
    let mut before = 0;
    let mut slices = Vec::new();
    for &(status, total) in totals {
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

    use super::{Slice, slices};
    use crate::domain::{attention::NEEDS_ATTENTION, status::Status};

    fn of(totals: [usize; 5]) -> Vec<(Status, usize)> {
        NEEDS_ATTENTION.into_iter().zip(totals).collect()
    }

    #[test]
    fn a_page_may_have_the_end_of_one_state_and_the_beginning_of_the_next() {
        let slice = |status, start, len| Slice { status, start, len };
        assert_eq!(
            slices(&of([3, 0, 0, 60, 7]), 2..12),
            [slice(Status::KeyRejected, 2, 1), slice(Status::KeyMissing, 0, 9)]
        );
        assert_eq!(
            slices(&of([3, 0, 0, 60, 7]), 50..60),
            [slice(Status::KeyMissing, 47, 10)]
        );
        assert!(slices(&of([3, 0, 0, 60, 7]), 70..120).is_empty());
    }

    proptest! {
        #[test]
        fn pages_one_after_the_other_have_every_row_once(
            totals in prop::array::uniform5(0_usize..40), size in 1_usize..25,
        ) {
            let sum: usize = totals.iter().sum();
            let mut seen = Vec::new();
            for start in (0..sum).step_by(size) {
                for slice in slices(&of(totals), start..start + size) {
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
