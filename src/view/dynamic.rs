//! Parts of a view that are built anew.

use leptos::prelude::document;
use web_sys::Node;

use super::{Child, View, append, new_fragment};
use crate::reactive::{Signal, memo, render_effect};

/// A part of a view that is built anew whenever a signal it reads while being built has changed.
pub fn dynamic<C: Child>(view: impl Fn() -> C + 'static) -> View {
    build(Box::new(move || view().into_view()))
}

/// A part of a view that is there while `condition` holds, and is kept for as long as it goes on holding.
pub fn when<C: Child>(condition: Signal<bool>, view: impl Fn() -> C + 'static) -> View {
    let condition = memo(move || condition.get());
    dynamic(move || {
        if condition.get() {
            view().into_view()
        } else {
            View::empty()
        }
    })
}

fn build(view: Box<dyn Fn() -> View>) -> View {
    // Whatever stands between these two belongs to the part, wherever in the document they are moved together.
    let (start, end) = (marker(), marker());
    let whole = new_fragment();
    append(&whole, &start);
    append(&whole, &end);
    render_effect(move || {
        let View(new) = view();
        clear(&start, &end);
        if let Some(parent) = end.parent_node() {
            let put = parent.insert_before(&new, Some(&end));
            debug_assert!(put.is_ok(), "the end stands in its parent");
        }
    });
    View(whole.into())
}

/// Assistive technology, `:empty` and `textContent` see nothing of a comment.
fn marker() -> Node {
    document().create_comment("").into()
}

fn clear(start: &Node, end: &Node) {
    while let Some(next) = start.next_sibling().filter(|next| !next.is_same_node(Some(end))) {
        match next.parent_node() {
            Some(parent) => drop(parent.remove_child(&next)),
            None => return,
        }
    }
}
