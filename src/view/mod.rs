//! Builds the page's elements by plain function calls.
//!
//! Leptos's `view!` gives every view a type of its own, made of its elements, attributes and children, and
//! compiles code to build, mount, patch and drop each: three quarters of what the page once shipped. Here a view
//! is a node of the document, an element is built by calling the same few functions, and what changes is changed
//! by effects of Leptos's reactive graph, so that a line of a view costs a call in the shipped code and no more.
//! `docs/performance.md` has the figures.
//!
//! ```text
//! div()
//!     .class("tio-greeting")
//!     .attr("aria-label", greeting)
//!     .child(span().child(name))
//!     .child(when(is_open, move || popup(model)))
//!     .on("click", move |_: MouseEvent| open.set(true))
//! ```

mod child;
mod dynamic;
mod element;
mod node_ref;
mod rows;
mod value;

use leptos::prelude::{Owner, document};
use web_sys::{DocumentFragment, HtmlElement, Node};

pub use self::{
    child::{Child, fragment},
    dynamic::{dynamic, when},
    element::{El, el, svg, tags},
    node_ref::NodeRef,
    rows::mount_rows,
    value::AttributeValue,
};

/// A part of the page, built and ready to be put into the document: an element, a text, or several of them.
///
/// It lives as long as the reactive owner it was built in: after that nothing in it changes or listens any more.
#[must_use = "a view that is put nowhere is not seen"]
#[derive(Clone, Debug)]
pub struct View(Node);

impl View {
    /// Nothing.
    pub fn empty() -> Self {
        Self(new_fragment().into())
    }
}

impl From<El> for View {
    fn from(element: El) -> Self {
        element.into_view()
    }
}

/// Keeps a mounted view alive. When it is dropped, the view leaves the document.
#[must_use = "dropped, it takes the view away again"]
#[derive(Debug)]
pub struct Mounted {
    owner: Owner,
    place: HtmlElement,
}

impl Mounted {
    /// Leaves the view where it is for as long as the document lives.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.place.replace_children_with_node_0();
        self.owner.cleanup();
    }
}

/// Builds a view and makes it the only content of `place`.
pub fn mount_to(place: HtmlElement, view: impl FnOnce() -> View) -> Mounted {
    // An executor that is there already is the same one.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let view = owner.with(view);
    place.replace_children_with_node_1(&view.0);
    Mounted { owner, place }
}

fn new_fragment() -> DocumentFragment {
    document().create_document_fragment()
}

/// Puts `child` at the end of `parent`.
fn append(parent: &Node, child: &Node) {
    let put = parent.append_child(child);
    debug_assert!(put.is_ok(), "every node of this module may stand in every other");
}
