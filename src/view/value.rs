//! What an attribute can be set to.

use std::borrow::Cow;

use web_sys::Element;

use crate::reactive::{RwSignal, Signal, render_effect};

/// The value of an attribute. A `bool` stands for an attribute whose presence alone counts.
pub struct AttributeValue(Kind);

enum Kind {
    Absent,
    Fixed(Cow<'static, str>),
    Live(Box<dyn Fn() -> Option<Cow<'static, str>>>),
}

impl AttributeValue {
    /// Sets the attribute, and keeps it as it should be.
    pub(super) fn bind(self, element: &Element, name: &'static str) {
        match self.0 {
            Kind::Absent => {}
            Kind::Fixed(value) => set(element, name, &value),
            Kind::Live(value) => {
                let element = element.clone();
                render_effect(move || match value() {
                    Some(value) => set(&element, name, &value),
                    None => {
                        // There is nothing to fail: the attribute is there or it is not.
                        let _ = element.remove_attribute(name);
                    }
                });
            }
        }
    }
}

fn set(element: &Element, name: &str, value: &str) {
    let accepted = element.set_attribute(name, value);
    debug_assert!(accepted.is_ok(), "names of attributes are constants");
}

fn fixed(value: Cow<'static, str>) -> AttributeValue {
    AttributeValue(Kind::Fixed(value))
}

fn live(value: impl Fn() -> Option<Cow<'static, str>> + 'static) -> AttributeValue {
    AttributeValue(Kind::Live(Box::new(value)))
}

impl From<&'static str> for AttributeValue {
    fn from(value: &'static str) -> Self {
        fixed(value.into())
    }
}

impl From<String> for AttributeValue {
    fn from(value: String) -> Self {
        fixed(value.into())
    }
}

impl From<bool> for AttributeValue {
    fn from(present: bool) -> Self {
        present.then_some("").into()
    }
}

impl<V: Into<Self>> From<Option<V>> for AttributeValue {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self(Kind::Absent), Into::into)
    }
}

impl From<Signal<String>> for AttributeValue {
    fn from(value: Signal<String>) -> Self {
        live(move || Some(value.get().into()))
    }
}

impl From<Signal<&'static str>> for AttributeValue {
    fn from(value: Signal<&'static str>) -> Self {
        live(move || Some(value.get().into()))
    }
}

impl From<Signal<Option<String>>> for AttributeValue {
    fn from(value: Signal<Option<String>>) -> Self {
        live(move || value.get().map(Into::into))
    }
}

impl From<Signal<Option<&'static str>>> for AttributeValue {
    fn from(value: Signal<Option<&'static str>>) -> Self {
        live(move || value.get().map(Into::into))
    }
}

impl From<Signal<bool>> for AttributeValue {
    fn from(present: Signal<bool>) -> Self {
        live(move || present.get().then_some("".into()))
    }
}

impl From<RwSignal<bool>> for AttributeValue {
    fn from(present: RwSignal<bool>) -> Self {
        live(move || present.get().then_some("".into()))
    }
}
