//! A long list of which only the pages that were looked at are loaded.

use std::{collections::HashSet, hash::Hash, ops::Range};

/// More values than any list here has. Who claims more is not believed: nobody could scroll to them.
const MAX_TOTAL: usize = 1_000_000;

/// One page of an answer (Jira's page bean).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// Index of the first value.
    pub start_at: usize,
    /// How many values there are in all.
    pub total: usize,
    /// The values of this page.
    pub values: Vec<T>,
    /// Whether it is as it has to be. What is not may lack values, or have some twice.
    pub is_whole: bool,
}

impl<T> Page<T> {
    /// The page as an answer to what was asked: so many values from this index on. Figures that contradict what came are
    /// put right: what came is there, and where nothing more came is the end.
    pub fn checked<K: Eq + Hash>(self, start_at: usize, size: usize, id: impl Fn(&T) -> K) -> Self {
        let came = self.values.len();
        let end = start_at + came;
        let expected = size.min(self.total.saturating_sub(start_at));
        let mut seen = HashSet::with_capacity(came);
        let has_doubles = !self.values.iter().all(|value| seen.insert(id(value)));
        let total = if came < expected || self.total > MAX_TOTAL {
            end
        } else if came == 0 {
            self.total
        } else {
            self.total.max(end)
        };
        Self {
            is_whole: self.is_whole
                && self.start_at == start_at
                && came == expected
                && total == self.total
                && !has_doubles,
            start_at,
            total,
            values: self.values,
        }
    }
}

/// A list with holes: pages of fixed size, loaded in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagedList<T> {
    page_size: usize,
    total: Option<usize>,
    is_whole: bool,
    /// The loaded pages with their numbers, first to last.
    pages: Vec<(usize, Vec<T>)>,
}

impl<T> PagedList<T> {
    /// An empty list that asks for `page_size` values at a time.
    pub fn new(page_size: usize) -> Self {
        Self {
            page_size: page_size.max(1),
            total: None,
            is_whole: true,
            pages: Vec::new(),
        }
    }

    /// How many values there are in all, once the first page has arrived.
    pub fn total(&self) -> Option<usize> {
        self.total
    }

    /// Whether every page that came was as it has to be.
    pub fn is_whole(&self) -> bool {
        self.is_whole
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

    /// Takes a page in. The newest total wins, and pages beyond it are forgotten. One with more values than a page has is
    /// as many pages.
    pub fn insert(&mut self, page: Page<T>) {
        let size = self.page_size;
        self.total = Some(page.total);
        self.pages.retain(|(number, _)| number * size < page.total);
        self.is_whole &= page.is_whole;
        let mut number = page.start_at / size;
        let mut values = page.values;
        while number * size < page.total {
            let rest = values.split_off(values.len().min(size));
            match self.place(number) {
                Ok(place) => self.pages[place].1 = values,
                Err(place) => self.pages.insert(place, (number, values)),
            }
            if rest.is_empty() {
                break;
            }
            values = rest;
            number += 1;
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

    /// Where a page stands among the loaded ones, or would stand.
    fn place(&self, number: usize) -> Result<usize, usize> {
        self.pages.binary_search_by_key(&number, |(number, _)| *number)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
