//! Which rows of a long list are worth having in the page.
//!
//! Rows have one fixed height, so their place follows from their index, and only those in view are mounted.

use std::{ops::Range, time::Duration};

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{dom::text_scale, observer::observe_size};

/// Rows mounted beyond either edge of what is in view, so that a scroll finds them there.
const OVERSCAN: usize = 2;

/// How long no rows must have rushed past until the list counts as at rest.
const REST: Duration = Duration::from_millis(100);

/// The rows that touch the part of the list between `scroll_top` and `scroll_top + height`, in CSS pixels,
/// with `overscan` rows beyond either edge.
#[must_use]
pub fn rows_in_view(
    scroll_top: f64,
    height: f64,
    row_height: f64,
    total: usize,
    overscan: usize,
) -> Range<usize> {
    // A float to integer cast saturates in Rust, so odd numbers from the browser end up at the list's edges.
    let first = (scroll_top / row_height) as usize;
    let end = ((scroll_top + height) / row_height).ceil() as usize;
    let start = first.saturating_sub(overscan).min(total);
    start..end.saturating_add(overscan).clamp(start, total)
}

/// The rows to mount: those in view, and one more that must not be lost by scrolling, because it has the focus.
#[must_use]
pub fn with_pinned(rows: Range<usize>, pinned: Option<usize>, total: usize) -> Vec<usize> {
    let pinned = pinned.filter(|index| *index < total);
    let before = pinned.filter(|index| *index < rows.start);
    let after = pinned.filter(|index| *index >= rows.end);
    before.into_iter().chain(rows).chain(after).collect()
}

/// Whether something of the row at `index` is between `scroll_top` and `scroll_top + height`, in CSS pixels.
#[must_use]
pub fn is_in_view(index: usize, row_height: f64, scroll_top: f64, height: f64) -> bool {
    let top = index as f64 * row_height;
    top < scroll_top + height && top + row_height > scroll_top
}

/// A scroll container that shows a part of a long list.
#[derive(Clone, Copy)]
pub struct Windowing {
    container: NodeRef<html::Div>,
    row_height: f64,
    scroll_top: RwSignal<f64>,
    height: RwSignal<f64>,
    /// The rows to mount.
    pub rows: Memo<Range<usize>>,
    /// How high all rows are together, for `style:height`.
    pub total_height: Signal<String>,
    /// Whether rows can be looked at. They can't while a scroll replaces more than a screen of them at once, as at a
    /// hard pull at the scroll bar; then what costs much in a row may wait.
    pub at_rest: RwSignal<bool>,
    until_rest: StoredValue<Option<TimeoutHandle>>,
}

impl Windowing {
    /// Follows `container`, whose rows are `row_height` CSS pixels high where text is as large as it is meant. The caller
    /// reports its `scroll` events to [`Self::scrolled`].
    #[must_use]
    pub fn new(container: NodeRef<html::Div>, total: Signal<usize>, row_height: f64) -> Self {
        let row_height = row_height * text_scale();
        let scroll_top = RwSignal::new(0.0);
        let height = RwSignal::new(0.0_f64);
        let at_rest = RwSignal::new(true);
        // A list that gets lower keeps its rows: it may get as high again, and until then they do no harm.
        let highest =
            Memo::new(move |before: Option<&f64>| height.get().max(before.copied().unwrap_or_default()));
        let rows = Memo::new(move |_| {
            // What rushes past is replaced as a whole; rows beyond would be made for nothing.
            let overscan = if at_rest.get() { OVERSCAN } else { 0 };
            rows_in_view(scroll_top.get(), highest.get(), row_height, total.get(), overscan)
        });
        let total_height = Signal::derive(move || pixels(total.get() as f64 * row_height));
        let windowing = Self {
            container,
            row_height,
            scroll_top,
            height,
            rows,
            total_height,
            at_rest,
            until_rest: StoredValue::new(None),
        };
        windowing.follow_size();
        windowing
    }

    /// Takes in that the container has been scrolled.
    pub fn scrolled(self) {
        let Some(before) = self.scroll_top.try_get_untracked() else {
            return;
        };
        // Where a mouse or a finger scrolls to comes as an event. What the page does itself it knows before, and does
        // it for somebody who wants to look there.
        self.take_position();
        let way = (self.scroll_top.get_untracked() - before).abs();
        if way > self.height.get_untracked() {
            self.rush();
        }
    }

    fn take_position(self) {
        if let Some(container) = self.container.get_untracked() {
            self.scroll_top.set(f64::from(container.scroll_top()));
        }
    }

    fn rush(self) {
        if self.at_rest.get_untracked() {
            self.at_rest.set(false);
        }
        // The list may be gone by then.
        let at_rest = move || {
            let _ = self.at_rest.try_set(true);
        };
        let timer = set_timeout_with_handle(at_rest, REST).ok();
        let before = self
            .until_rest
            .try_update_value(|until| std::mem::replace(until, timer));
        if let Some(before) = before.flatten() {
            before.clear();
        }
    }

    /// Scrolls as little as needed to bring the row at `index` into view.
    pub fn reveal(self, index: usize) {
        let top = index as f64 * self.row_height;
        let bottom = top + self.row_height;
        // Where the row is in view, the browser is not asked: it would have to lay out the page for the answer.
        let known = self.scroll_top.get_untracked();
        if top >= known && bottom <= known + self.height.get_untracked() {
            return;
        }
        let Some(container) = self.container.get_untracked() else {
            return;
        };
        let height = f64::from(container.client_height());
        let now = f64::from(container.scroll_top());
        let wanted = if top < now {
            top
        } else if bottom > now + height {
            bottom - height
        } else {
            now
        };
        container.set_scroll_top(wanted as i32);
        // The scroll event comes later; the rows are needed now.
        self.take_position();
    }

    /// Keeps the row at `index` in view, if it is, when the container gets another height.
    pub fn keep_in_view(self, index: Signal<Option<usize>>) {
        Effect::new(move |before: Option<f64>| {
            let height = self.height.get();
            let top = self.scroll_top.get_untracked();
            if let (Some(index), Some(before)) = (index.get_untracked(), before)
                && is_in_view(index, self.row_height, top, before)
            {
                self.reveal(index);
            }
            height
        });
    }

    /// How many rows fit into the container, at least one.
    #[must_use]
    pub fn rows_per_page(self) -> usize {
        ((self.height.get_untracked() / self.row_height) as usize).max(1)
    }

    /// How high a row is, for `style:height`.
    #[must_use]
    pub fn row_height(self) -> String {
        pixels(self.row_height)
    }

    /// Where the row at `index` stands, for `style:transform`.
    #[must_use]
    pub fn row_transform(self, index: usize) -> String {
        ["translateY(", &pixels(index as f64 * self.row_height), ")"].concat()
    }

    fn follow_size(self) {
        Effect::new(move |_| {
            let Some(container) = self.container.get() else {
                return;
            };
            self.measure();
            observe_size(&container, move || self.measure());
        });
    }

    fn measure(self) {
        if let Some(container) = self.container.get_untracked() {
            self.height.set(f64::from(container.client_height()));
            self.take_position();
        }
    }
}

/// Whole CSS pixels as text. Formatting a float would pull its printer, several kilobytes, into the page.
fn pixels(length: f64) -> String {
    let mut text = (length as u32).to_string();
    text.push_str("px");
    text
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn only_rows_in_view_and_a_few_beyond_are_mounted() {
        assert_eq!(rows_in_view(0.0, 320.0, 40.0, 10_000, 4), 0..12);
        assert_eq!(rows_in_view(4000.0, 320.0, 40.0, 10_000, 4), 96..112);
        assert_eq!(rows_in_view(4010.0, 320.0, 40.0, 10_000, 4), 96..113);
    }

    #[test]
    fn without_more_beyond_just_those_in_view_are_mounted() {
        assert_eq!(rows_in_view(4000.0, 320.0, 40.0, 10_000, 0), 100..108);
        assert_eq!(rows_in_view(4010.0, 320.0, 40.0, 10_000, 0), 100..109);
    }

    #[test]
    fn the_ends_of_the_list_are_never_passed() {
        assert_eq!(rows_in_view(399_680.0, 320.0, 40.0, 10_000, 4), 9988..10_000);
        assert_eq!(rows_in_view(4000.0, 320.0, 40.0, 3, 4), 3..3);
        assert_eq!(rows_in_view(0.0, 320.0, 40.0, 0, 4), 0..0);
    }

    #[test]
    fn a_row_is_in_view_as_long_as_something_of_it_is() {
        assert!(is_in_view(7, 40.0, 0.0, 290.0));
        assert!(!is_in_view(7, 40.0, 0.0, 280.0));
        assert!(is_in_view(7, 40.0, 310.0, 100.0));
        assert!(!is_in_view(7, 40.0, 320.0, 100.0));
    }

    #[test]
    fn odd_numbers_from_the_browser_do_no_harm() {
        assert_eq!(rows_in_view(-50.0, 320.0, 40.0, 100, 4), 0..11);
        assert_eq!(rows_in_view(f64::NAN, 320.0, 40.0, 100, 4), 0..4);
    }

    #[test]
    fn a_row_that_must_stay_is_mounted_in_its_place() {
        assert_eq!(with_pinned(5..8, Some(2), 100), [2, 5, 6, 7]);
        assert_eq!(with_pinned(5..8, Some(6), 100), [5, 6, 7]);
        assert_eq!(with_pinned(5..8, Some(50), 100), [5, 6, 7, 50]);
        assert_eq!(with_pinned(5..8, Some(50), 20), [5, 6, 7]);
    }

    #[test]
    fn lengths_are_written_in_pixels() {
        assert_eq!(pixels(399_960.0), "399960px");
    }
}
