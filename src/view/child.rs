//! What can stand inside an element.

use leptos::prelude::document;
use web_sys::{Node, Text};

use super::{View, append, element::El, new_fragment};
use crate::reactive::{RwSignal, Signal, render_effect};

/// Something that can be put into an element. Text is always put in as text: there is no way to put in markup.
pub trait Child: Sized {
    /// Puts it at the end of `parent`.
    fn append_to(self, parent: &Node);

    /// Makes a view of its own of it.
    fn into_view(self) -> View {
        let fragment = new_fragment().into();
        self.append_to(&fragment);
        View(fragment)
    }
}

/// Several things one after the other, without an element around them.
pub fn fragment(parts: impl IntoIterator<Item = View>) -> View {
    let fragment = View::empty();
    for part in parts {
        append(&fragment.0, &part.0);
    }
    fragment
}

fn append_text(parent: &Node, text: &str) -> Text {
    let text = document().create_text_node(text);
    append(parent, &text);
    text
}

impl Child for View {
    fn append_to(self, parent: &Node) {
        append(parent, &self.0);
    }

    fn into_view(self) -> View {
        self
    }
}

impl Child for El {
    fn append_to(self, parent: &Node) {
        append(parent, &self.0);
    }

    fn into_view(self) -> View {
        View(self.0.into())
    }
}

impl Child for &str {
    fn append_to(self, parent: &Node) {
        append_text(parent, self);
    }
}

impl Child for String {
    fn append_to(self, parent: &Node) {
        append_text(parent, &self);
    }
}

impl Child for Signal<String> {
    fn append_to(self, parent: &Node) {
        append_live(parent, Box::new(move |text| text.set_data(&self.get())));
    }
}

impl Child for RwSignal<String> {
    fn append_to(self, parent: &Node) {
        append_live(
            parent,
            Box::new(move |text| self.with(|value| text.set_data(value))),
        );
    }
}

impl Child for Signal<&'static str> {
    fn append_to(self, parent: &Node) {
        append_live(parent, Box::new(move |text| text.set_data(self.get())));
    }
}

impl Child for Signal<Option<String>> {
    fn append_to(self, parent: &Node) {
        append_live(
            parent,
            Box::new(move |text| text.set_data(self.get().as_deref().unwrap_or_default())),
        );
    }
}

fn append_live(parent: &Node, show: Box<dyn Fn(&Text)>) {
    let text = append_text(parent, "");
    render_effect(move || show(&text));
}

impl<C: Child> Child for Option<C> {
    fn append_to(self, parent: &Node) {
        if let Some(child) = self {
            child.append_to(parent);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn append_to(self, parent: &Node) {
        for child in self {
            child.append_to(parent);
        }
    }
}
