//! Ids that tie labels, hints and popups to their controls.

use std::sync::atomic::{AtomicU32, Ordering};

/// A document-wide unique element id such as `tio-17`.
///
/// ARIA ties elements together by id, and the same component may stand on the page several times.
#[must_use]
pub fn unique_id() -> String {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let number = LAST.fetch_add(1, Ordering::Relaxed) + 1;
    ["tio-", &number.to_string()].concat()
}
