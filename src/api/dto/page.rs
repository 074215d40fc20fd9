//! `ConnectionPage` and `ProjectPage`: Jira's page bean.

use serde::Deserialize;

use super::Count;
use crate::domain::paged;

/// A page of a list.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    start_at: Count,
    total: Count,
    values: Vec<T>,
}

impl<D, T: TryFrom<D>> TryFrom<Page<D>> for paged::Page<T> {
    type Error = T::Error;

    fn try_from(page: Page<D>) -> Result<Self, Self::Error> {
        let values = page.values.into_iter().map(T::try_from);
        Ok(Self {
            // Wherever the page runs, a `usize` has 32 bits at least.
            start_at: page.start_at.0 as usize,
            total: page.total.0 as usize,
            values: values.collect::<Result<_, _>>()?,
            is_whole: true,
        })
    }
}
