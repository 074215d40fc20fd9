//! A field with a list to choose from, for lists of any length.

mod driver;
mod options;
mod popup;

use std::ops::Range;

use leptos::{
    ev::{Event as DomEvent, FocusEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast as _;
use web_sys::InputEvent;

use self::{
    driver::Driver,
    popup::{Popup, PopupModel},
};
use super::{
    button::{IconButton, TabStop},
    dom::{after_press, aria_state, focus_leaves, focused_element, is_outside},
    field::{Field, FieldControl, Requirement},
    icon::IconName,
    id::unique_id,
};
use crate::domain::combobox::{self as machine, Answer, Event};

pub use self::options::{ComboboxTexts, OptionRow, Options, OptionsState};

/// An editable combobox whose value must be one of the options.
///
/// It fetches nothing: it says what is typed (`on_query`) and which options are in view (`on_range`), and shows
/// what it is given. Rules of movement and choice are in [`crate::domain::combobox`].
#[component]
pub fn Combobox(
    /// What is to be chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The option that is chosen. The owner may have one chosen beforehand, and may take it back by setting `None`, which
    /// empties the field.
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
    /// Called when the person asks again for options that could not be had, or not as a whole.
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
    /// How much can be typed, in code units of UTF-16. The owner says so when that is reached.
    max_length: u32,
    /// The input element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let beforehand = chosen.with_untracked(|chosen| chosen.as_ref().map(|row| row.label.clone()));
    let machine = RwSignal::new(match beforehand {
        Some(_) => machine::Combobox::with_choice(),
        None => machine::Combobox::default(),
    });
    let driver = Driver {
        machine,
        options,
        state,
        chosen,
        on_query,
        input: node_ref,
        max_length,
        has_text: RwSignal::new(beforehand.is_some()),
    };
    driver.follow_owner();
    let list = PopupModel {
        options,
        state,
        active: Memo::new(move |_| machine.with(machine::Combobox::active)),
        query: Memo::new(move |_| driver.query()),
        answered: answered(driver),
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
    let is_open = Signal::derive(move || machine.with(|machine| machine.popup() == machine::Popup::Open));
    let box_ref = NodeRef::new();
    view! {
        <Field label requirement hint error let:control>
            <div
                class="tio-combobox"
                node_ref=box_ref
                on:keydown=move |ev| driver.pressed(&ev)
                on:focusout=move |ev| close_when_left(box_ref, driver, &ev)
            >
                <Input driver list control is_open placeholder autofocus beforehand />
                <Buttons driver texts=list.texts />
                <Show when=move || is_open.get()>
                    <Popup model=list label />
                </Show>
                <div class="tio-visually-hidden" role="status">
                    {announcement(list, is_open)}
                </div>
            </div>
        </Field>
    }
}

/// Stays as it is until the options have caught up with what is typed, so that each is built once for a letter: with the
/// answer, not also before it.
fn answered(driver: Driver) -> Memo<String> {
    Memo::new(move |newest: Option<&String>| {
        if driver.state.with(OptionsState::answer) == Answer::Here {
            driver.query()
        } else {
            newest.cloned().unwrap_or_default()
        }
    })
}

fn close_when_left(box_ref: NodeRef<html::Div>, driver: Driver, ev: &FocusEvent) {
    if focus_leaves(box_ref, ev) {
        after_press(move || {
            // Meanwhile the focus may have come back, or the press may have closed the dialog around us.
            let focused = || focused_element().map(Into::into);
            if box_ref
                .try_get_untracked()
                .flatten()
                .is_some_and(|own| is_outside(&own, focused()))
            {
                driver.handle(Event::Left);
            }
        });
    }
}

/// The field to type in.
#[component]
fn Input(
    /// What is told of all that happens in it.
    driver: Driver,
    /// The list that it opens.
    list: PopupModel,
    /// What ties it to its label.
    control: FieldControl,
    /// Whether the list is shown.
    is_open: Signal<bool>,
    /// An example of what to type.
    placeholder: Signal<Option<String>>,
    /// Takes the focus when the dialog around it opens.
    autofocus: bool,
    /// The name of the option that was chosen beforehand.
    beforehand: Option<String>,
) -> impl IntoView {
    let input = move |ev: DomEvent| {
        // What is half composed is no query yet; `compositionend` brings the whole.
        if !ev.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
            driver.typed();
        }
    };
    let click = move |_| {
        driver.handle(Event::FieldPressed);
    };
    view! {
        <input
            type="text"
            role="combobox"
            class="tio-input tio-combobox__input"
            id=control.id
            aria-autocomplete="list"
            aria-expanded=aria_state(is_open)
            aria-controls=list.list_id.get_value()
            aria-activedescendant=move || list.active.get().map(|index| list.option_id(index))
            aria-describedby=control.described_by
            aria-invalid=control.invalid
            aria-required=control.required
            autocomplete="off"
            spellcheck="false"
            autofocus=autofocus
            maxlength=driver.max_length.to_string()
            value=beforehand
            placeholder=placeholder
            node_ref=driver.input
            on:input=input
            on:compositionend=move |_| driver.typed()
            on:click=click
        />
    }
}

/// The buttons at the end of the field. They leave the focus in it.
#[component]
fn Buttons(
    /// What they ask to clear the field, and to open and close the list.
    driver: Driver,
    /// What they are called.
    texts: StoredValue<ComboboxTexts>,
) -> impl IntoView {
    let clear = move |()| {
        driver.handle(Event::ClearRequested);
        driver.focus();
    };
    let toggle = move |()| {
        driver.focus();
        driver.handle(Event::ToggleRequested);
    };
    view! {
        <span class="tio-combobox__buttons" on:mousedown=move |ev| ev.prevent_default()>
            <Show when=move || driver.has_text.get()>
                <IconButton
                    icon=IconName::Cross
                    label=texts.with_value(|texts| texts.clear.clone())
                    tab_stop=TabStop::Skipped
                    on_click=clear
                />
            </Show>
            <IconButton
                icon=IconName::ChevronDown
                label=texts.with_value(|texts| texts.toggle.clone())
                tab_stop=TabStop::Skipped
                on_click=toggle
            />
        </span>
    }
}

/// What a screen reader says about the list: how much it holds, or why it holds nothing.
fn announcement(list: PopupModel, is_open: Signal<bool>) -> Signal<String> {
    Signal::derive(move || {
        if !is_open.get() {
            return String::new();
        }
        let total = list.options.with(|options| options.total);
        list.texts.with_value(|texts| match list.state.get() {
            OptionsState::Loading => String::new(),
            OptionsState::Ready if total == 0 => texts.nothing_found.clone(),
            OptionsState::Ready => texts.count.run(total),
            OptionsState::Doubtful(reason) if total == 0 => reason,
            OptionsState::Doubtful(reason) => [&*texts.count.run(total), " ", &*reason].concat(),
            OptionsState::Failed(reason) => reason,
        })
    })
}
