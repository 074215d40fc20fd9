//! What the combobox hears, says and is told about its options.

/// What is known about an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Not loaded yet. It may be active, but not be chosen.
    Unknown,
    /// It can be chosen.
    Enabled,
    /// It is shown, but cannot be chosen.
    Disabled,
}

/// Whether the options that the list shows belong to the text in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They do.
    Here,
    /// They belong to an earlier text; those for this one are on their way.
    Due,
    /// Those for this text could not be had.
    Failed,
}

/// The options that the list shows now.
pub trait Choices {
    /// Whether they belong to the text in the field.
    fn answer(&self) -> Answer;
    /// How many there are.
    fn total(&self) -> usize;
    /// What is known about the one at `index`, which is below `total`.
    fn availability(&self, index: usize) -> Availability;
}

/// A key that means something to the combobox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next option; opens the list.
    Down,
    /// To the option before; opens the list at its end.
    Up,
    /// To the first option.
    Home,
    /// To the last option.
    End,
    /// One screenful of options up.
    PageUp,
    /// One screenful of options down.
    PageDown,
    /// Chooses the active option.
    Enter,
    /// Closes the list.
    Escape,
    /// Leaves the field.
    Tab,
}

impl Key {
    /// Reads `KeyboardEvent.key`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowDown" => Self::Down,
            "ArrowUp" => Self::Up,
            "Home" => Self::Home,
            "End" => Self::End,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            "Enter" => Self::Enter,
            "Escape" => Self::Escape,
            "Tab" => Self::Tab,
            _ => return None,
        })
    }
}

/// Something that happened to the combobox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The text in the field is now this.
    Typed(String),
    /// A key was pressed in the field.
    Pressed(Key),
    /// The option at this index was pressed.
    OptionPressed(usize),
    /// The field itself was pressed.
    FieldPressed,
    /// The button that opens and closes the list was pressed.
    ToggleRequested,
    /// The button that empties the field was pressed, or the owner has taken the choice back.
    ClearRequested,
    /// Options came in, their number changed, or whether they belong to the text.
    ChoicesChanged,
    /// The focus left.
    Left,
}

/// What the owner has to do after an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reaction {
    /// The event had its effect here: nobody else, such as the dialog around, should act on it.
    pub consumed: bool,
    /// The options have to be filtered by this text from now on.
    pub query: Option<String>,
    /// The option at this index is chosen.
    pub chosen: Option<usize>,
    /// What was chosen is chosen no longer.
    pub choice_dropped: bool,
    /// The text in the field has to be emptied.
    pub text_emptied: bool,
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Key;

    #[test]
    fn the_keys_are_known_by_the_names_that_browsers_give_them() {
        for (name, key) in [
            ("ArrowDown", Key::Down),
            ("ArrowUp", Key::Up),
            ("Home", Key::Home),
            ("End", Key::End),
            ("PageUp", Key::PageUp),
            ("PageDown", Key::PageDown),
            ("Enter", Key::Enter),
            ("Escape", Key::Escape),
            ("Tab", Key::Tab),
        ] {
            assert_eq!(Key::from_name(name), Some(key), "{name}");
        }
        assert_eq!(Key::from_name("a"), None);
    }
}
