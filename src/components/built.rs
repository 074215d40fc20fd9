//! Views of one type.
//!
//! `into_any` compiles a dozen functions for each type of view, among them one that patches an old view into a
//! new one of the same type, attribute by attribute. Built at once, a view is no more than what can be put into
//! the document and taken out of it, and all of Leptos's machinery around it is compiled once.

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::Attribute,
        hydration::Cursor,
        renderer::types::{Element, Node},
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
};
use send_wrapper::SendWrapper;

/// A view that has been built already. Where a changing part of the page yields another, it is replaced.
struct Built(SendWrapper<BuiltState>);

struct BuiltState(Box<dyn Mountable>);

/// Ends a view: builds it and forgets its type.
pub trait Build {
    /// Builds the view now, in the present reactive owner.
    fn built(self) -> AnyView;
}

impl<V: Render<State: 'static>> Build for V {
    fn built(self) -> AnyView {
        erase(Box::new(self.build()))
    }
}

fn erase(state: Box<dyn Mountable>) -> AnyView {
    Built(SendWrapper::new(BuiltState(state))).into_any()
}

impl Render for Built {
    type State = BuiltState;

    fn build(self) -> Self::State {
        self.0.take()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for BuiltState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl AddAnyAttr for Built {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attribute: NewAttr) -> Self {
        self
    }
}

/// There is no server to render the page, so there is nothing to write and nothing to wake up.
impl RenderHtml for Built {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<leptos::attr::any_attribute::AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> BuiltState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
