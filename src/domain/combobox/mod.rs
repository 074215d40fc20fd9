//! The combobox as a state machine: which events open it, move in it, choose in it.
//!
//! After the ARIA Authoring Practices' editable combobox with list autocomplete and a restricted value: typing
//! filters, and one of the options must be chosen; Enter chooses the only one that matches. The machine knows the options by index only; what they are,
//! and which are loaded, is the business of its owner.

mod vocabulary;

pub use vocabulary::{Answer, Availability, Choices, Event, Key, Reaction};

/// Whether the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Popup {
    /// It is not.
    #[default]
    Closed,
    /// It is.
    Open,
}

/// Which way to look for the next option that can be active.
#[derive(Clone, Copy)]
enum Direction {
    Forwards,
    Backwards,
}

/// How many options PageUp and PageDown pass over: as many as the list shows.
pub const PAGE: usize = 8;

/// The state of a combobox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Combobox {
    popup: Popup,
    active: Option<usize>,
    query: String,
    has_choice: bool,
    /// Keys that were pressed while the answer was due, and that mean its options: nobody who types a name and
    /// presses Down and Enter at once wants the first option of the list before.
    waiting: Vec<Key>,
}

impl Combobox {
    /// One in which an option was chosen beforehand.
    #[must_use]
    pub fn with_choice() -> Self {
        Self {
            has_choice: true,
            ..Self::default()
        }
    }

    /// Whether the list is shown.
    #[must_use]
    pub const fn popup(&self) -> Popup {
        self.popup
    }

    /// The option that Enter would choose; always `None` while the list is closed.
    #[must_use]
    pub const fn active(&self) -> Option<usize> {
        self.active
    }

    /// The text that the options are filtered by.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Whether an option has been chosen.
    #[must_use]
    pub const fn has_choice(&self) -> bool {
        self.has_choice
    }

    /// Takes in an event and says what is to be done.
    #[must_use]
    pub fn handle(&mut self, event: Event, choices: &dyn Choices) -> Reaction {
        match event {
            Event::Typed(text) => self.typed(text),
            Event::Pressed(key) => self.pressed(key, choices),
            Event::OptionPressed(index) => self.choose(Some(index), choices),
            Event::FieldPressed => {
                self.popup = Popup::Open;
                Reaction::default()
            }
            Event::ToggleRequested => {
                match self.popup {
                    Popup::Open => self.close(),
                    Popup::Closed => self.popup = Popup::Open,
                }
                Reaction::default()
            }
            Event::ClearRequested => {
                let reaction = self.typed(String::new());
                self.close();
                Reaction {
                    text_emptied: true,
                    ..reaction
                }
            }
            Event::ChoicesChanged => self.choices_changed(choices),
            Event::Left => {
                self.close();
                Reaction::default()
            }
        }
    }

    fn typed(&mut self, text: String) -> Reaction {
        let dropped = std::mem::take(&mut self.has_choice);
        self.popup = Popup::Open;
        self.active = None;
        self.waiting.clear();
        let query = (text != self.query).then(|| text.clone());
        self.query = text;
        Reaction {
            query,
            choice_dropped: dropped,
            ..Reaction::default()
        }
    }

    fn pressed(&mut self, key: Key, choices: &dyn Choices) -> Reaction {
        let consumed = match (key, self.popup) {
            (Key::Enter | Key::Down | Key::Up, Popup::Open) if choices.answer() == Answer::Due => {
                self.waiting.push(key);
                true
            }
            (Key::Enter, Popup::Open) => {
                let meant = self.active.or_else(|| self.only_match(choices));
                return self.choose(meant, choices);
            }
            (Key::Escape, Popup::Open) => {
                self.close();
                true
            }
            (Key::Tab, _) => {
                self.close();
                false
            }
            (Key::Enter | Key::Escape, Popup::Closed) => false,
            // Without an active option these keys belong to the text: they move the caret.
            (Key::Home | Key::End | Key::PageUp | Key::PageDown, _) if self.active.is_none() => false,
            (Key::Down | Key::Up | Key::Home | Key::End | Key::PageUp | Key::PageDown, _) => {
                self.popup = Popup::Open;
                self.active = self.target(key, choices);
                true
            }
        };
        Reaction {
            consumed,
            ..Reaction::default()
        }
    }

    /// Chooses the option at `index` if it can be; Enter is used up in any case, so that it never submits the
    /// form while the list is open.
    fn choose(&mut self, index: Option<usize>, choices: &dyn Choices) -> Reaction {
        let chosen = index
            .filter(|&index| index < choices.total() && choices.availability(index) == Availability::Enabled);
        let mut query = None;
        if chosen.is_some() {
            self.has_choice = true;
            self.close();
            // Who opens the list again wants to see the others too.
            query = (!self.query.is_empty()).then(String::new);
            self.query.clear();
        }
        Reaction {
            consumed: true,
            query,
            chosen,
            ..Reaction::default()
        }
    }

    /// The option that is meant by what is typed although none is active: the only one that can be chosen.
    fn only_match(&self, choices: &dyn Choices) -> Option<usize> {
        if self.query.is_empty() || choices.answer() != Answer::Here {
            return None;
        }
        // One that is not loaded may be another.
        let mut possible =
            (0..choices.total()).filter(|index| choices.availability(*index) != Availability::Disabled);
        let first = possible.next()?;
        possible.next().is_none().then_some(first)
    }

    fn close(&mut self) {
        self.popup = Popup::Closed;
        self.active = None;
        self.waiting.clear();
    }

    fn choices_changed(&mut self, choices: &dyn Choices) -> Reaction {
        self.recheck_active(choices);
        if choices.answer() == Answer::Due {
            return Reaction::default();
        }
        let mut reaction = Reaction::default();
        for key in std::mem::take(&mut self.waiting) {
            // Once something is chosen, or nothing came to choose from, the rest has nothing to mean.
            if choices.answer() == Answer::Here && reaction.chosen.is_none() {
                reaction = self.pressed(key, choices);
            }
        }
        reaction
    }

    fn target(&self, key: Key, choices: &dyn Choices) -> Option<usize> {
        use Direction::{Backwards, Forwards};
        let last = choices.total().checked_sub(1)?;
        let (from, direction) = match (key, self.active) {
            (Key::Down, Some(index)) => (index + 1, Forwards),
            (Key::Up, Some(index)) if index > 0 => (index - 1, Backwards),
            (Key::PageDown, Some(index)) => ((index + PAGE).min(last), Forwards),
            (Key::PageUp, Some(index)) => (index.saturating_sub(PAGE), Backwards),
            (Key::Up | Key::End, _) => (last, Backwards),
            _ => (0, Forwards),
        };
        // Down goes round at the end of the list, and a page that ends among disabled options turns back.
        search(choices, from, direction).or_else(|| match (key, direction) {
            (Key::Down, _) => search(choices, 0, Forwards),
            (Key::Up, _) => search(choices, last, Backwards),
            (_, Forwards) => search(choices, from, Backwards),
            (_, Backwards) => search(choices, from, Forwards),
        })
    }

    fn recheck_active(&mut self, choices: &dyn Choices) {
        if let Some(index) = self.active {
            self.active = search(choices, index, Direction::Forwards)
                .or_else(|| search(choices, index, Direction::Backwards));
        }
    }
}

/// The first option from `from` on, which may be beyond the end, that is not known to be disabled.
fn search(choices: &dyn Choices, from: usize, direction: Direction) -> Option<usize> {
    let total = choices.total();
    let possible = |index: &usize| choices.availability(*index) != Availability::Disabled;
    match direction {
        Direction::Forwards => (from..total).find(possible),
        Direction::Backwards => (0..total.min(from + 1)).rev().find(possible),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
