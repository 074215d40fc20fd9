//! A field with a list to choose from, for lists of any length.

mod driver;
mod options;
mod popup;

use std::ops::Range;

use wasm_bindgen::JsCast as _;
use web_sys::{Event as DomEvent, FocusEvent, HtmlInputElement, InputEvent, MouseEvent, Node};

use self::{
    driver::Driver,
    popup::{PopupModel, popup},
};
use super::{
    button::{TabStop, icon_button},
    dom::{after_press, aria_state, focus_leaves, focused_element, is_outside},
    field::{Frame, Tie},
    icon::IconName,
    id::unique_id,
};
use crate::{
    domain::combobox::{self as machine, Event},
    reactive::{Callback, RwSignal, Signal, StoredValue, memo},
    view::{
        Child, El, NodeRef,
        tags::{div, input, span},
        when,
    },
};

pub use self::options::{ComboboxTexts, OptionAt, OptionRow, Options, OptionsState};

/// What a [`Combobox`] offers and whom it tells.
#[derive(Clone)]
pub struct ComboboxModel {
    /// The option that is chosen. The owner may take it back by setting `None`, which empties the field.
    pub chosen: RwSignal<Option<OptionRow>>,
    /// The options that match what is typed.
    pub options: Signal<Options>,
    /// Whether the options belong to what is typed.
    pub state: Signal<OptionsState>,
    /// Called with the text to filter by. It starts as empty, without a call.
    pub on_query: Callback<String>,
    /// Called with the indices in view whenever they change while the list is open.
    pub on_range: Callback<Range<usize>>,
    /// Called when the person asks again for options that could not be had.
    pub on_retry: Callback<()>,
    /// The words.
    pub texts: ComboboxTexts,
}

/// An editable combobox whose value must be one of the options.
///
/// It fetches nothing: it says what is typed (`on_query`) and which options are in view (`on_range`), and shows
/// what it is given. Rules of movement and choice are in [`crate::domain::combobox`].
#[must_use]
pub struct Combobox {
    frame: Frame,
    model: ComboboxModel,
    placeholder: Option<String>,
    autofocus: bool,
    node_ref: NodeRef<HtmlInputElement>,
}

impl Combobox {
    /// A combobox in a frame.
    pub fn new(frame: Frame, model: ComboboxModel) -> Self {
        Self {
            frame,
            model,
            placeholder: None,
            autofocus: false,
            node_ref: NodeRef::new(),
        }
    }

    /// An example of what to type.
    pub fn placeholder(self, placeholder: &str) -> Self {
        Self {
            placeholder: Some(placeholder.to_owned()),
            ..self
        }
    }

    /// Takes the focus when the dialog around it opens.
    pub fn autofocus(self) -> Self {
        Self {
            autofocus: true,
            ..self
        }
    }

    /// Makes the input element known, to move the focus to it.
    pub fn node_ref(self, node_ref: NodeRef<HtmlInputElement>) -> Self {
        Self { node_ref, ..self }
    }
}

impl Child for Combobox {
    fn append_to(self, parent: &Node) {
        let Self {
            frame,
            model,
            placeholder,
            autofocus,
            node_ref,
        } = self;
        let driver = Driver {
            machine: RwSignal::new(machine::Combobox::default()),
            options: model.options,
            state: model.state,
            chosen: model.chosen,
            on_query: model.on_query,
            input: node_ref,
            has_text: RwSignal::new(false),
        };
        driver.follow_owner();
        let list = popup_model(driver, model);
        let list_label = frame.label().to_owned();
        frame
            .around(|tie| {
                let input = input_view(driver, list, tie)
                    .attr("autofocus", autofocus)
                    .attr("placeholder", placeholder);
                box_view(driver, list, input, list_label)
            })
            .append_to(parent);
    }
}

fn popup_model(driver: Driver, model: ComboboxModel) -> PopupModel {
    let ComboboxModel { on_retry, .. } = model;
    PopupModel {
        options: model.options,
        state: model.state,
        active: memo(move || driver.machine.with(machine::Combobox::active)),
        query: memo(move || driver.machine.with(|machine| machine.query().to_owned())),
        list_id: StoredValue::new(unique_id()),
        on_press: Callback::new(move |index| {
            driver.handle(Event::OptionPressed(index));
        }),
        on_range: model.on_range,
        on_retry: Callback::new(move |()| {
            // The button that was pressed goes away while the list loads; the focus must not go with it.
            driver.focus();
            on_retry.run(());
        }),
        texts: StoredValue::new(model.texts),
    }
}

fn box_view(driver: Driver, model: PopupModel, input: El, list_label: String) -> El {
    let box_ref = NodeRef::new();
    let is_open = driver.is_open();
    div()
        .class("tio-combobox")
        .node_ref(box_ref)
        .on("keydown", move |ev: DomEvent| driver.pressed(&ev))
        .on("focusout", move |ev: FocusEvent| {
            if focus_leaves(box_ref, &ev) {
                after_press(move || {
                    // Meanwhile the focus may have come back, or the press may have closed the dialog around us.
                    let focused = || focused_element().map(Into::into);
                    if box_ref
                        .get_untracked()
                        .is_some_and(|own| is_outside(&own, focused()))
                    {
                        driver.handle(Event::Left);
                    }
                });
            }
        })
        .child(input)
        .child(buttons_view(driver, model))
        .child(when(is_open, move || popup(model, &list_label)))
        .child(
            div()
                .class("tio-visually-hidden")
                .attr("role", "status")
                .child(announcement(model, is_open)),
        )
}

fn input_view(driver: Driver, model: PopupModel, tie: Tie) -> El {
    let active_id = Signal::derive(move || model.active.get().map(|index| model.option_id(index)));
    let input = input()
        .attr("type", "text")
        .attr("role", "combobox")
        .class("tio-input tio-combobox__input")
        .attr("aria-autocomplete", "list")
        .attr("aria-expanded", aria_state(driver.is_open()))
        .attr("aria-controls", model.list_id.get_value())
        .attr("aria-activedescendant", active_id);
    tie.to(input)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .node_ref(driver.input)
        .on("input", move |ev: DomEvent| {
            // What is half composed is no query yet; `compositionend` brings the whole.
            if !ev.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
                driver.typed();
            }
        })
        .on("compositionend", move |_: DomEvent| driver.typed())
        .on("click", move |_: MouseEvent| {
            driver.handle(Event::FieldPressed);
        })
}

fn buttons_view(driver: Driver, model: PopupModel) -> El {
    let clear = move || {
        let press = move |()| {
            driver.handle(Event::ClearRequested);
            driver.focus();
        };
        model
            .texts
            .with_value(|texts| icon_button(IconName::Cross, &texts.clear, TabStop::Skipped, press))
    };
    let toggle = move |()| {
        driver.focus();
        driver.handle(Event::ToggleRequested);
    };
    span()
        .class("tio-combobox__buttons")
        .on("mousedown", move |ev: MouseEvent| ev.prevent_default())
        .child(when(driver.has_text.into(), clear))
        .child(
            model.texts.with_value(|texts| {
                icon_button(IconName::ChevronDown, &texts.toggle, TabStop::Skipped, toggle)
            }),
        )
}

/// What a screen reader says about the list: how much it holds, or why it holds nothing.
fn announcement(model: PopupModel, is_open: Signal<bool>) -> Signal<String> {
    Signal::derive(move || {
        if !is_open.get() {
            return String::new();
        }
        let total = model.options.with(|options| options.total);
        model.texts.with_value(|texts| match model.state.get() {
            OptionsState::Loading => String::new(),
            OptionsState::Ready if total == 0 => texts.nothing_found.clone(),
            OptionsState::Ready => texts.count.run(total),
            OptionsState::Failed(reason) => reason,
        })
    })
}
