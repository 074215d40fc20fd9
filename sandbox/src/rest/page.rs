//! Paging, alike for all lists.

use serde::{Deserialize, Serialize};

use crate::store::{Listed, Window};

/// `startAt` and `maxResults`, inside the bounds of the contract.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Paging {
    #[serde(default)]
    start_at: usize,
    #[serde(default = "default_max_results")]
    max_results: usize,
}

fn default_max_results() -> usize {
    50
}

impl Paging {
    pub(super) fn window(self) -> Window {
        Window {
            start_at: self.start_at,
            max_results: self.max_results,
        }
    }
}

/// One page of a list.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page<T> {
    start_at: usize,
    max_results: usize,
    total: usize,
    is_last: bool,
    values: Vec<T>,
}

impl<T> Page<T> {
    pub(super) fn new(window: Window, listed: Listed<T>) -> Self {
        Self {
            start_at: window.start_at,
            max_results: window.max_results,
            total: listed.total,
            is_last: window.start_at + listed.values.len() >= listed.total,
            values: listed.values,
        }
    }
}
