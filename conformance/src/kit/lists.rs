//! Whole lists, however many pages they have.

use serde_json::Value;

use super::Kit;
use crate::exchange::Request;
use crate::verdict::{Verdict, not_checked};

/// The largest page that the contract has.
const LARGEST_PAGE: usize = 200;

/// So many values make a server that never says `isLast`, or one too big to be a test server.
const TOO_MANY: usize = 100_000;

impl Kit {
    /// One page, which must be there. `path` may have a query.
    pub(crate) fn page(&self, path: &str) -> Verdict<Value> {
        self.admin(Request::get(path))?.ready(200)
    }

    /// All values of a list with these filters, each `name=value`, encoded.
    pub(crate) fn all(&self, path: &str, filters: &[String]) -> Verdict<Vec<Value>> {
        let mut all = Vec::new();
        loop {
            let mut query = vec![
                format!("startAt={}", all.len()),
                format!("maxResults={LARGEST_PAGE}"),
            ];
            query.extend_from_slice(filters);
            let page = self.page(&format!("{path}?{}", query.join("&")))?;
            let Some(values) = page["values"].as_array() else {
                return not_checked(format!("{path} gives no values"));
            };
            all.extend(values.iter().cloned());
            if values.is_empty()
                || page["total"]
                    .as_u64()
                    .is_none_or(|total| total <= all.len() as u64)
            {
                return Ok(all);
            }
            if all.len() >= TOO_MANY {
                return not_checked(format!("{path} does not end"));
            }
        }
    }
}

/// A query parameter, encoded.
pub(crate) fn parameter(name: &str, value: &str) -> String {
    reqwest::Url::parse_with_params("http://localhost/", [(name, value)])
        .ok()
        .and_then(|url| url.query().map(str::to_owned))
        .unwrap_or_default()
}
