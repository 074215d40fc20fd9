//! The rows of a long list, of which only some are mounted.

use std::ops::Range;

use leptos::prelude::*;

use super::subscription;

/// More rows than any list can show: browsers make no element higher than 2^25 CSS pixels.
const ALL: Range<usize> = 0..1 << 20;

/// Mounts the rows at the `wanted` indices, in their order, and leaves those that stay alone.
///
/// `<For>` moves elements in the document when rows come or go before them, and an element that is moved loses the
/// focus and is announced again. So each half of the list has its own place here, in it each half of that half, and so
/// on down to single rows: a row is never anywhere but in its place.
#[component]
pub fn Rows(
    /// The indices, which ascend. Best a memo's: it is read at each halving.
    #[prop(into)]
    wanted: Signal<Vec<usize>>,
    /// Makes a row, inside a reactive owner of its own.
    row: Callback<usize, AnyView>,
    /// The part of the list that this is, a power of two in length.
    #[prop(default = ALL)]
    part: Range<usize>,
) -> AnyView {
    let Range { start, end } = part;
    if end - start == 1 {
        return row.run(start);
    }
    let middle = start + (end - start) / 2;
    view! {
        <Show when=move || has_any(wanted, start..middle)>
            <Rows wanted row part=start..middle />
        </Show>
        <Show when=move || has_any(wanted, middle..end)>
            <Rows wanted row part=middle..end />
        </Show>
    }
    .into_any()
}

fn has_any(wanted: Signal<Vec<usize>>, part: Range<usize>) -> bool {
    subscription::end_on_cleanup();
    wanted.with(|wanted| {
        let next = wanted.partition_point(|index| *index < part.start);
        wanted.get(next).is_some_and(|index| *index < part.end)
    })
}
