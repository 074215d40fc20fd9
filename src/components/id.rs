//! Ids that tie labels, hints and popups to their controls.

use std::cell::Cell;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// A document-wide unique element id such as `tio-17`.
///
/// ARIA ties elements together by id, and the same component may stand on the page several times.
#[must_use]
pub fn unique_id() -> String {
    let number = LAST.get() + 1;
    LAST.set(number);
    let mut id = String::from("tio-");
    id.push_str(&number.to_string());
    id
}
