//! Lists with holes.

use proptest::prelude::*;

use super::{Page, PagedList};

fn page(start_at: usize, size: usize, total: usize) -> Page<usize> {
    Page {
        start_at,
        total,
        is_whole: true,
        values: (start_at..total.min(start_at + size)).collect(),
    }
}

#[test]
fn a_fresh_list_asks_for_what_is_in_view() {
    let list = PagedList::<usize>::new(50);
    assert_eq!(list.missing(0..20), [0]);
    assert_eq!(list.missing(45..110), [0, 50, 100]);
    assert!(list.missing(7..7).is_empty());
}

#[test]
fn a_shrunken_list_forgets_what_is_beyond_its_end() {
    let mut list = PagedList::new(10);
    list.insert(page(0, 10, 25));
    list.insert(page(20, 10, 25));
    list.insert(page(0, 10, 5));
    assert_eq!(
        (list.total(), list.get(4), list.get(20)),
        (Some(5), Some(&4), None)
    );
    assert!(list.missing(0..100).is_empty());
}

#[test]
fn a_shrunken_list_keeps_what_is_before_its_end() {
    for (total, kept) in [(15, Some(&10)), (10, None)] {
        let mut list = PagedList::new(10);
        for start_at in [0, 10, 20] {
            list.insert(page(start_at, 10, 25));
        }
        list.insert(page(0, 10, total));
        assert_eq!((list.get(9), list.get(10)), (Some(&9), kept), "{total}");
        assert_eq!(list.get(20), None, "{total}");
    }
}

/// Rows that the list does not have would be offered by a search for them.
#[test]
fn a_page_beyond_the_end_is_not_taken_in() {
    for start_at in [20, 50] {
        let mut list = PagedList::new(10);
        list.insert(Page {
            start_at,
            total: 20,
            is_whole: true,
            values: vec![7],
        });
        assert_eq!((list.total(), list.position(|_| true)), (Some(20), None));
    }
}

#[test]
fn a_loaded_value_is_found_where_it_stands() {
    let mut list = PagedList::new(10);
    list.insert(page(20, 10, 25));
    list.insert(page(0, 10, 25));
    assert_eq!(list.position(|value| *value == 23), Some(23));
    assert_eq!(list.position(|value| *value == 12), None, "it is not loaded");
    assert_eq!(list.find_mut(|value| *value == 12), None);
    if let Some(value) = list.find_mut(|value| *value == 23) {
        *value = 42;
    }
    assert_eq!((list.get(23), list.get(22)), (Some(&42), Some(&22)));
}

proptest! {
    #[test]
    fn loading_what_is_missing_leaves_nothing_missing(
        total in 0_usize..500, size in 1_usize..60, start in 0_usize..500, len in 0_usize..80,
    ) {
        let mut list = PagedList::new(size);
        list.insert(page(0, size, total));
        for start_at in list.missing(start..start + len) {
            list.insert(page(start_at, size, total));
        }
        prop_assert!(list.missing(start..start + len).is_empty());
        for index in start..(start + len).min(total) {
            prop_assert_eq!(list.get(index), Some(&index));
        }
        prop_assert_eq!(list.get(total), None);
        for start_at in list.missing(0..total) {
            prop_assert!(list.all().is_none());
            list.insert(page(start_at, size, total));
        }
        let all: Option<Vec<usize>> = list.all().map(|all| all.copied().collect());
        prop_assert_eq!(all, Some((0..total).collect()));
    }
}

fn checked(asked: (usize, usize), start_at: usize, total: usize, values: &[u32]) -> (usize, usize, bool) {
    let page = Page {
        start_at,
        total,
        values: values.to_vec(),
        is_whole: true,
    };
    let page = page.checked(asked.0, asked.1, |value| *value);
    (page.start_at, page.total, page.is_whole)
}

#[test]
fn a_page_that_is_as_it_has_to_be_stays_as_it_is() {
    for (asked, total, values) in [
        ((0, 3), 3, &[1, 2, 3][..]),
        ((0, 3), 9, &[1, 2, 3]),
        ((3, 3), 4, &[4]),
        ((0, 3), 0, &[]),
        ((6, 3), 2, &[]),
    ] {
        assert_eq!(checked(asked, asked.0, total, values), (asked.0, total, true));
    }
}

/// Rows used to wait for ever, and others were hidden without a word.
#[test]
fn of_a_page_whose_figures_lie_what_came_is_there_and_an_end_is_an_end() {
    for (asked, start_at, total, values, right) in [
        ((0, 3), 0, 9, &[1, 2][..], (0, 2)),
        ((0, 3), 0, 9, &[], (0, 0)),
        ((3, 3), 3, 9, &[], (3, 3)),
        ((0, 3), 0, 4_000_000_000, &[1, 2, 3], (0, 3)),
        ((0, 3), 0, 2, &[1, 2, 3], (0, 3)),
        ((0, 3), 0, 0, &[1, 2], (0, 2)),
        ((0, 3), 0, 6, &[1, 2, 3, 4, 5, 6], (0, 6)),
        ((3, 3), 0, 9, &[1, 2, 3], (3, 9)),
        ((0, 3), 3, 9, &[4, 5, 6], (0, 9)),
        ((0, 3), 0, 3, &[1, 1, 2], (0, 3)),
    ] {
        let (start, end) = right;
        assert_eq!(
            checked(asked, start_at, total_of(total), values),
            (start, end, false),
            "{values:?}"
        );
    }
}

fn total_of(total: u64) -> usize {
    usize::try_from(total).unwrap_or(usize::MAX)
}

#[test]
fn a_page_with_too_many_values_is_several_pages() {
    let mut list = PagedList::new(2);
    list.insert(Page {
        start_at: 0,
        total: 5,
        values: vec![0, 1, 2, 3, 4],
        is_whole: false,
    });
    assert!((0..5).all(|index| list.get(index) == Some(&index)));
    assert!(list.missing(0..5).is_empty() && list.all().is_some() && !list.is_whole());
}
