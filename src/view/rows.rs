//! Keeps a changing set of rows mounted.
//!
//! A list that is built anew, or whose elements are moved in the document when rows come or go before them,
//! loses the focus and is announced again. Rows that are placed by their index never need to move.

use leptos::prelude::{Owner, untrack};
use web_sys::{Element, HtmlElement};

use super::{El, NodeRef};
use crate::reactive::{Callback, Signal, StoredValue, effect};

struct MountedRow {
    index: usize,
    owner: Owner,
    node: Element,
}

/// Mounts the rows with the `wanted` numbers, which ascend, as children of `parent`, each in a reactive owner of
/// its own, and unmounts those that are wanted no longer. `row` is called once each time a row is mounted.
pub fn mount_rows(parent: NodeRef<HtmlElement>, wanted: Signal<Vec<usize>>, row: Callback<usize, El>) {
    let mounted = StoredValue::new(Vec::<MountedRow>::new());
    // Rows outlive a run of the effect below, so they cannot belong to it.
    let owner = Owner::current().unwrap_or_default();
    effect(move || {
        let wanted = wanted.get();
        if let Some(parent) = parent.get() {
            mounted.update_value(|mounted| {
                mounted.retain(|row| {
                    let stays = wanted.contains(&row.index);
                    if !stays {
                        row.node.remove();
                        row.owner.cleanup();
                    }
                    stays
                });
                for index in wanted {
                    let place = mounted.partition_point(|row| row.index < index);
                    if mounted.get(place).is_some_and(|row| row.index == index) {
                        continue;
                    }
                    let owner = owner.child();
                    let El(node) = owner.with(|| untrack(|| row.run(index)));
                    let put = parent.insert_before(&node, mounted.get(place).map(|next| next.node.as_ref()));
                    debug_assert!(put.is_ok(), "the next row is mounted");
                    mounted.insert(place, MountedRow { index, owner, node });
                }
            });
        }
    });
}
