//! What proxies make of entity tags, so that a person or a test can see a page that lives with it.

use axum::http::{HeaderMap, HeaderValue, header};
use serde::{Deserialize, Serialize};

/// What proxies make of entity tags when they compress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityTags {
    /// `W/"3"`, as nginx does.
    Weak,
    /// `"3-gzip"`, as Apache does.
    Suffixed,
    /// None at all.
    Dropped,
}

impl EntityTags {
    /// Changes the tag of an answer, if it has one.
    pub(super) fn change(self, headers: &mut HeaderMap) {
        let Some(tag) = headers.remove(header::ETAG) else {
            return;
        };
        let tag = String::from_utf8_lossy(tag.as_bytes());
        let changed = match self {
            Self::Weak => format!("W/{tag}"),
            Self::Suffixed => format!("{}-gzip\"", tag.trim_end_matches('"')),
            Self::Dropped => return,
        };
        if let Ok(changed) = HeaderValue::try_from(changed) {
            headers.insert(header::ETAG, changed);
        }
    }
}
