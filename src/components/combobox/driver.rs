//! What keeps the state machine, the field and the owner of a combobox in step.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use web_sys::{EventTarget, HtmlInputElement};

use super::{
    super::dom::{focus, pressed_key, value_up_to},
    options::{Offer, OptionRow, Options, OptionsState},
};
use crate::domain::combobox::{self as machine, Event, Key};

/// Carries events to the state machine, and what it decides to the field and the owner.
#[derive(Clone, Copy)]
pub(super) struct Driver {
    pub machine: RwSignal<machine::Combobox>,
    pub options: Signal<Options>,
    pub state: Signal<OptionsState>,
    pub chosen: RwSignal<Option<OptionRow>>,
    pub on_query: Callback<String>,
    pub input: NodeRef<html::Input>,
    pub max_length: u32,
    pub has_text: RwSignal<bool>,
}

impl Driver {
    /// Takes in an event, as it is with the options now. Returns whether it was used up.
    pub fn handle(self, event: Event) -> bool {
        untrack(|| self.take_in(event))
    }

    fn take_in(self, event: Event) -> bool {
        let options = self.options.get_untracked();
        let answer = self.state.with_untracked(OptionsState::answer);
        let offer = Offer { options, answer };
        // An event may come when the combobox is gone.
        let Some(reaction) = self.machine.try_update(|machine| machine.handle(event, &offer)) else {
            return false;
        };
        if reaction.text_emptied {
            self.show_text("");
        }
        if reaction.choice_dropped {
            self.chosen.set(None);
        }
        if let Some(row) = reaction.chosen.and_then(|index| options.get.run(index)) {
            self.show_text(&row.label);
            self.chosen.set(Some(row));
        }
        if let Some(query) = reaction.query {
            self.on_query.run(query);
        }
        reaction.consumed
    }

    /// What is typed.
    pub fn query(self) -> String {
        self.machine.with(|machine| machine.query().to_owned())
    }

    /// Takes in the text that now stands in the field.
    pub fn typed(self) {
        if let Some(input) = self.field() {
            let text = value_up_to(&input, self.max_length);
            self.has_text.set(!text.is_empty());
            self.handle(Event::Typed(text));
        }
    }

    /// Takes in a key pressed in the field or in the list.
    pub fn pressed(self, ev: &KeyboardEvent) {
        let Some(key) = pressed_key(ev).and_then(|name| Key::from_name(&name)) else {
            return;
        };
        let in_field = self.field().map(EventTarget::from) == ev.target();
        let meant = match key {
            Key::Escape => true,
            Key::Tab => in_field && !self.can_ask_again(),
            _ => in_field,
        };
        if meant && self.handle(Event::Pressed(key)) {
            ev.prevent_default();
            ev.stop_propagation();
        }
    }

    /// Whether the list has a button that asks again, which Tab has to reach. The list closes when the focus leaves.
    fn can_ask_again(self) -> bool {
        match self.state.get_untracked() {
            OptionsState::Failed(_) => true,
            // Who has come to one of the options goes on with that.
            OptionsState::Doubtful(_) => self.machine.with_untracked(|machine| machine.active().is_none()),
            OptionsState::Loading | OptionsState::Ready => false,
        }
    }

    /// Keeps up with options that come in and with a choice that the owner takes back.
    pub fn follow_owner(self) {
        Effect::new(move |_| {
            self.options.track();
            self.state.track();
            self.handle(Event::ChoicesChanged);
        });
        Effect::new(move |_| {
            let has_choice = self.machine.with_untracked(machine::Combobox::has_choice);
            if self.chosen.with(Option::is_none) && has_choice {
                self.handle(Event::ClearRequested);
            }
        });
    }

    /// `None` also for an event that comes when the combobox is gone.
    fn field(self) -> Option<HtmlInputElement> {
        self.input.try_get_untracked().flatten()
    }

    fn show_text(self, text: &str) {
        if let Some(input) = self.field() {
            input.set_value(text);
        }
        self.has_text.set(!text.is_empty());
    }

    /// Moves the focus to the field.
    pub fn focus(self) {
        focus(self.input);
    }
}
