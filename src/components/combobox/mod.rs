//! A field with a list to choose from, for lists of any length.

mod driver;
mod options;
mod popup;

use std::ops::Range;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::InputEvent;

use self::{
    driver::Driver,
    popup::{Popup, PopupModel},
};
use super::{
    built::Build as _,
    button::{IconButton, TabStop},
    dom::{aria_state, focus_leaves},
    dynamic::dynamic_if,
    field::{ControlFn, Field, FieldControl, Requirement},
    icon::IconName,
    id::unique_id,
};
use crate::domain::combobox::{self as machine, Event};

pub use self::options::{ComboboxTexts, OptionAt, OptionRow, Options, OptionsState};

/// An editable combobox whose value must be one of the options.
///
/// It fetches nothing: it says what is typed (`on_query`) and which options are in view (`on_range`), and shows
/// what it is given. Rules of movement and choice are in [`crate::domain::combobox`].
#[component]
pub fn Combobox(
    /// What is to be chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The option that is chosen. The owner may take it back by setting `None`, which empties the field.
    chosen: RwSignal<Option<OptionRow>>,
    /// The options that match what is typed.
    #[prop(into)]
    options: Signal<Options>,
    /// Whether the options belong to what is typed.
    #[prop(into)]
    state: Signal<OptionsState>,
    /// Called with the text to filter by. It starts as empty, without a call.
    #[prop(into)]
    on_query: Callback<String>,
    /// Called with the indices in view whenever they change while the list is open.
    #[prop(into)]
    on_range: Callback<Range<usize>>,
    /// Called when the person asks again for options that could not be had.
    #[prop(into)]
    on_retry: Callback<()>,
    /// The words.
    texts: ComboboxTexts,
    /// Whether it may stay empty.
    #[prop(optional)]
    requirement: Requirement,
    /// Help that is always there.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong with the present value.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// An example of what to type.
    #[prop(optional, into)]
    placeholder: Signal<Option<String>>,
    /// Takes the focus when the dialog around it opens.
    #[prop(optional)]
    autofocus: bool,
    /// The input element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let state_machine = RwSignal::new(machine::Combobox::default());
    let driver = Driver {
        machine: state_machine,
        options,
        state,
        chosen,
        on_query,
        input: node_ref,
        has_text: RwSignal::new(false),
    };
    driver.follow_owner();
    let model = PopupModel {
        options,
        state,
        active: Memo::new(move |_| state_machine.with(machine::Combobox::active)),
        query: Memo::new(move |_| state_machine.with(|machine| machine.query().to_owned())),
        list_id: StoredValue::new(unique_id()),
        on_press: Callback::new(move |index| {
            driver.handle(Event::OptionPressed(index));
        }),
        on_range,
        on_retry: Callback::new(move |()| {
            // The button that was pressed goes away while the list loads; the focus must not go with it.
            driver.focus();
            on_retry.run(());
        }),
        texts: StoredValue::new(texts),
    };
    let control: ControlFn =
        Box::new(move |control| control_view(driver, model, label, control, placeholder, autofocus));
    view! { <Field label requirement hint error control /> }.built()
}

fn control_view(
    driver: Driver,
    model: PopupModel,
    label: Signal<String>,
    control: FieldControl,
    placeholder: Signal<Option<String>>,
    autofocus: bool,
) -> AnyView {
    let box_ref = NodeRef::<html::Div>::new();
    let is_open = Signal::derive(move || {
        driver
            .machine
            .with(|machine| machine.popup() == machine::Popup::Open)
    });
    let active_id = Signal::derive(move || model.active.get().map(|index| model.option_id(index)));
    let text = |pick: fn(&ComboboxTexts) -> &String| model.texts.with_value(|texts| pick(texts).clone());
    let clear_label = Signal::stored(text(|texts| &texts.clear));
    let toggle_label = text(|texts| &texts.toggle);
    view! {
        <div
            class="tio-combobox"
            node_ref=box_ref
            on:keydown=move |ev| driver.pressed(&ev)
            on:focusout=move |ev| {
                if focus_leaves(box_ref, &ev) {
                    driver.handle(Event::Left);
                }
            }
        >
            <input
                type="text"
                role="combobox"
                class="tio-input tio-combobox__input"
                id=control.id
                aria-autocomplete="list"
                aria-expanded=aria_state(is_open)
                aria-controls=model.list_id.get_value()
                aria-activedescendant=active_id
                aria-describedby=control.described_by
                aria-invalid=control.invalid
                aria-required=control.required
                autocomplete="off"
                spellcheck="false"
                autofocus=autofocus
                placeholder=placeholder
                node_ref=driver.input
                on:input=move |ev| {
                    // What is half composed is no query yet; `compositionend` brings the whole.
                    if !ev.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
                        driver.typed();
                    }
                }
                on:compositionend=move |_| driver.typed()
                on:click=move |_| {
                    driver.handle(Event::FieldPressed);
                }
            />
            <span class="tio-combobox__buttons" on:mousedown=move |ev| ev.prevent_default()>
                {dynamic_if(
                    driver.has_text.into(),
                    move || {
                        let clear = move |()| {
                            driver.handle(Event::ClearRequested);
                            driver.focus();
                        };
                        view! {
                            <IconButton
                                icon=IconName::Cross
                                label=clear_label
                                tab_stop=TabStop::Skipped
                                on_click=clear
                            />
                        }
                            .built()
                    },
                )}
                <IconButton
                    icon=IconName::ChevronDown
                    label=toggle_label
                    tab_stop=TabStop::Skipped
                    on_click=move |()| {
                        driver.focus();
                        driver.handle(Event::ToggleRequested);
                    }
                />
            </span>
            {dynamic_if(is_open, move || view! { <Popup model label /> }.built())}
            <div class="tio-visually-hidden" role="status">
                {announcement(model, is_open)}
            </div>
        </div>
    }
    .built()
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
