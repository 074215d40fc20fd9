//! Keeps a changing set of rows mounted.
//!
//! `<For>` moves elements in the document when rows come or go before them, and an element that is moved loses
//! the focus and is announced again. Rows that are placed by their index never need to move.

use leptos::{html, prelude::*, tachys::view::any_view::AnyViewState};

use super::dynamic::effect;

struct MountedRow {
    index: usize,
    owner: Owner,
    view: AnyViewState,
}

/// Mounts the rows with the `wanted` numbers, which ascend, as children of `parent`, each in a reactive owner of
/// its own, and unmounts those that are wanted no longer. `row` is called once each time a row is mounted.
pub fn mount_rows(parent: NodeRef<html::Div>, wanted: Signal<Vec<usize>>, row: Callback<usize, AnyView>) {
    let mounted = StoredValue::new_local(Vec::<MountedRow>::new());
    // Rows outlive a run of the effect below, so they cannot belong to it.
    let owner = Owner::current().unwrap_or_default();
    effect(move || {
        let wanted = wanted.get();
        let Some(parent) = parent.get() else {
            return;
        };
        mounted.update_value(|mounted| {
            mounted.retain_mut(|row| {
                let stays = wanted.contains(&row.index);
                if !stays {
                    row.view.unmount();
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
                let mut view = owner.with(|| untrack(|| row.run(index).build()));
                match mounted.get(place) {
                    Some(next) => {
                        next.view.insert_before_this(&mut view);
                    }
                    None => view.mount(&parent, None),
                }
                mounted.insert(place, MountedRow { index, owner, view });
            }
        });
    });
}
