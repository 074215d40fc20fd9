//! A long list of which only the pages that were looked at are loaded.

use std::{cmp::Ordering, ops::Range};

/// One page of an answer (Jira's page bean).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// Index of the first value.
    pub start_at: usize,
    /// How many values there are in all.
    pub total: usize,
    /// The values of this page.
    pub values: Vec<T>,
}

/// A list with holes: pages of fixed size, loaded in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagedList<T> {
    page_size: usize,
    total: Option<usize>,
    /// The loaded pages with their numbers, first to last.
    pages: Vec<(usize, Vec<T>)>,
}

impl<T> PagedList<T> {
    /// An empty list that asks for `page_size` values at a time.
    pub fn new(page_size: usize) -> Self {
        Self {
            page_size: page_size.max(1),
            total: None,
            pages: Vec::new(),
        }
    }

    /// How many values there are in all, once the first page has arrived.
    pub fn total(&self) -> Option<usize> {
        self.total
    }

    /// How many values a page has.
    pub fn page_size(&self) -> usize {
        self.page_size
    }

    /// The value at an index, if its page is loaded.
    pub fn get(&self, index: usize) -> Option<&T> {
        let place = self.place(index / self.page_size).ok()?;
        self.pages.get(place)?.1.get(index % self.page_size)
    }

    /// The start indices of the pages that a range of rows needs and that are not loaded.
    pub fn missing(&self, rows: Range<usize>) -> Vec<usize> {
        let end = self.total.map_or(rows.end, |total| rows.end.min(total));
        if rows.start >= end {
            return Vec::new();
        }
        (rows.start / self.page_size..=(end - 1) / self.page_size)
            .filter(|page| self.place(*page).is_err())
            .map(|page| page * self.page_size)
            .collect()
    }

    /// Takes a page in. The newest total wins, and pages beyond it are forgotten.
    pub fn insert(&mut self, page: Page<T>) {
        let size = self.page_size;
        self.total = Some(page.total);
        self.pages.retain(|(number, _)| number * size < page.total);
        let number = page.start_at / size;
        if number * size < page.total {
            match self.place(number) {
                Ok(place) => self.pages[place].1 = page.values,
                Err(place) => self.pages.insert(place, (number, page.values)),
            }
        }
    }

    /// Every value, if all of them are loaded.
    pub fn all(&self) -> Option<impl Iterator<Item = &T>> {
        let loaded: usize = self.pages.iter().map(|(_, values)| values.len()).sum();
        (self.total == Some(loaded)).then(|| self.loaded())
    }

    /// Every value that is loaded.
    pub fn loaded(&self) -> impl Iterator<Item = &T> {
        self.pages.iter().flat_map(|(_, values)| values)
    }

    /// The index of the first loaded value that fits.
    pub fn position(&self, fits: impl Fn(&T) -> bool) -> Option<usize> {
        self.pages
            .iter()
            .find_map(|(page, values)| Some(page * self.page_size + values.iter().position(&fits)?))
    }

    /// The first loaded value that fits, to be replaced in place.
    pub fn find_mut(&mut self, fits: impl Fn(&T) -> bool) -> Option<&mut T> {
        let values = self.pages.iter_mut().flat_map(|(_, values)| values);
        values.into_iter().find(|value| fits(value))
    }

    /// Where the page starts that is to be loaded next in search of one value; `None` if all are loaded.
    ///
    /// `order` tells how a value of the list compares with the one looked for. Of the pages that may have it, the middle
    /// one is next, so that each page halves what is left. Where nothing is left, because the server sorts in another
    /// way, any page that is missing will do.
    pub fn next_to_search(&self, order: impl Fn(&T) -> Ordering) -> Option<usize> {
        let Some(total) = self.total else { return Some(0) };
        let count = total.div_ceil(self.page_size);
        let (mut first, mut end) = (0, count);
        for (number, values) in &self.pages {
            if values.last().is_some_and(|last| order(last).is_lt()) {
                first = first.max(number + 1);
            }
            if values.first().is_some_and(|value| order(value).is_gt()) {
                end = end.min(*number);
            }
        }
        let is_missing = |page: &usize| self.place(*page).is_err();
        let likely: Vec<_> = (first..end).filter(is_missing).collect();
        let next = likely.get(likely.len() / 2).copied();
        Some(next.or_else(|| (0..count).find(is_missing))? * self.page_size)
    }

    /// Where a page stands among the loaded ones, or would stand.
    fn place(&self, number: usize) -> Result<usize, usize> {
        self.pages.binary_search_by_key(&number, |(number, _)| *number)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{Page, PagedList};

    fn page(start_at: usize, size: usize, total: usize) -> Page<usize> {
        Page {
            start_at,
            total,
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

    /// Loads pages in search of a value; how many it took, or `None` if the value was not found.
    fn pages_loaded_to_find(sought: usize, values: &[usize], size: usize) -> Option<usize> {
        let mut list = PagedList::<usize>::new(size);
        for loaded in 0.. {
            if list.position(|value| *value == sought).is_some() {
                return Some(loaded);
            }
            let start_at = list.next_to_search(|value| value.cmp(&sought))?;
            assert!(
                list.missing(start_at..start_at + 1) == [start_at],
                "no page is loaded twice"
            );
            list.insert(Page {
                start_at,
                total: values.len(),
                values: values[start_at..values.len().min(start_at + size)].to_vec(),
            });
        }
        None
    }

    /// The row of a deep link far down was searched for page by page from the start.
    #[test]
    fn a_value_among_five_thousand_is_found_with_a_few_pages() {
        let values: Vec<_> = (0..5_000).collect();
        let most = values
            .iter()
            .filter_map(|sought| pages_loaded_to_find(*sought, &values, 50))
            .max();
        assert_eq!(most, Some(8));
        assert_eq!(
            pages_loaded_to_find(5_000, &values, 50),
            None,
            "all are looked at before it is given up"
        );
    }

    proptest! {
        #[test]
        fn a_value_is_found_however_the_server_sorts(
            values in proptest::sample::subsequence((0..200_usize).collect::<Vec<_>>(), 1..120).prop_shuffle(),
            size in 1_usize..40, which in any::<proptest::sample::Index>(),
        ) {
            prop_assert!(pages_loaded_to_find(*which.get(&values), &values, size).is_some());
            prop_assert_eq!(pages_loaded_to_find(200, &values, size), None);
        }

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
}
