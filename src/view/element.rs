//! Elements.

use leptos::prelude::{Owner, document};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use super::{child::Child, node_ref::NodeRef, value::AttributeValue};
use crate::reactive::{RwSignal, Signal, StoredValue, render_effect};

/// An element under construction.
#[must_use = "an element that is put nowhere is not seen"]
#[derive(Clone, Debug)]
pub struct El(pub(super) Element);

/// An HTML element.
pub fn el(tag: &'static str) -> El {
    created(document().create_element(tag))
}

/// An SVG element.
pub fn svg(tag: &'static str) -> El {
    created(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag))
}

fn created(element: Result<Element, JsValue>) -> El {
    match element {
        Ok(element) => El(element),
        Err(_) => unreachable!("tags are constants, and names of elements"),
    }
}

impl El {
    /// Sets the classes.
    pub fn class(self, classes: impl Into<AttributeValue>) -> Self {
        self.attr("class", classes)
    }

    /// Sets an attribute, now and whenever the value changes. Without a value there is no attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttributeValue>) -> Self {
        value.into().bind(&self.0, name);
        self
    }

    /// Sets a property of the style by CSSOM, which a Content-Security-Policy permits, unlike the attribute.
    pub fn style(self, name: &'static str, value: impl Into<Signal<String>>) -> Self {
        fn bind(element: HtmlElement, name: &'static str, value: Signal<String>) {
            render_effect(move || {
                // The browser ignores what it can't read.
                let _ = element.style().set_property(name, &value.get());
            });
        }
        bind(self.0.clone().unchecked_into(), name, value.into());
        self
    }

    /// Keeps an input's value as the signal says, also after the person has changed it.
    pub fn value(self, value: RwSignal<String>) -> Self {
        let input: HtmlInputElement = self.0.clone().unchecked_into();
        render_effect(move || {
            let value = value.get();
            // Setting the same value again would move the caret.
            if input.value() != value {
                input.set_value(&value);
            }
        });
        self
    }

    /// Puts something at the end of the element.
    pub fn child(self, child: impl Child) -> Self {
        child.append_to(&self.0);
        self
    }

    /// Calls `react` when the event comes, in the owner that the element was built in, and no more once that is
    /// gone: browsers send `focusout` even while an element is being removed.
    pub fn on<E: JsCast>(self, event: &'static str, react: impl Fn(E) + 'static) -> Self {
        listen(&self.0, event, Box::new(move |ev| react(ev.unchecked_into())));
        self
    }

    /// Makes the element known to who holds the reference, until its owner is gone.
    pub fn node_ref<T: JsCast + 'static>(self, node_ref: NodeRef<T>) -> Self {
        node_ref.fill(&self.0);
        self
    }
}

fn listen(element: &Element, event: &'static str, react: Box<dyn Fn(Event)>) {
    let owner = Owner::current().unwrap_or_default();
    let alive = StoredValue::new(());
    let listener = Closure::<dyn Fn(Event)>::new(move |ev| {
        if !alive.is_disposed() {
            owner.with(|| react(ev));
        }
    });
    // From here on it belongs to the element, and the browser frees it together with that.
    let added = element.add_event_listener_with_callback(event, listener.into_js_value().unchecked_ref());
    debug_assert!(added.is_ok(), "any element takes any listener");
}

/// Names a function after each tag.
macro_rules! tags {
    ($($tag:ident)*) => {
        /// The elements by their names.
        pub mod tags {
            use super::{El, el};

            $(
                #[doc = concat!("A `<", stringify!($tag), ">`.")]
                pub fn $tag() -> El {
                    el(stringify!($tag))
                }
            )*
        }
    };
}

tags! {
    a article bdi button dialog div fieldset form h1 h2 h3 header hr img input label legend li main mark nav ol
    option p section select span strong time ul dl dt dd
}
