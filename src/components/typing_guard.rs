//! Tells what a person typed from what a browser or a password manager filled in.
//!
//! Browsers fill any password field with the password of the site, here the administrator's own for Jira. Such
//! a value must never get as far as being saved. What distinguishes it:
//!
//! - Chrome sets the value and dispatches a keydown that is no `KeyboardEvent`, then an input event that is no
//!   `InputEvent`;
//! - Firefox and Safari send an `InputEvent` of type `insertReplacementText`, which a person cannot cause in a
//!   field without spell checking;
//! - extensions set the value by script and dispatch events of their own, which are not trusted.

/// A sign that a person is at work in the field, seen before the value changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A key, a paste, a drop, the begin of a composition.
    Gesture,
    /// `beforeinput` with this kind of change.
    About(Change),
}

/// How the value of a field changed, after `InputEvent.inputType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Typed, pasted, dropped, deleted or composed.
    ByHand,
    /// Replaced as a whole (`insertReplacementText`), or changed by an event that does not say how.
    Replaced,
}

impl Change {
    /// Reads `InputEvent.inputType`; `None` stands for an event that is no `InputEvent`.
    #[must_use]
    pub fn of_input_type(input_type: Option<&str>) -> Self {
        match input_type {
            None | Some("" | "insertReplacementText") => Self::Replaced,
            Some(_) => Self::ByHand,
        }
    }
}

/// Whether an event comes from the browser itself or from a script (`Event.isTrusted`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The browser.
    Browser,
    /// A script, such as a password manager's.
    Script,
}

/// Decides for each change of a field whether a person made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypingGuard {
    person_at_work: bool,
}

impl TypingGuard {
    /// Notes a sign of a person at work. A script can fake one, but gains nothing by it: the change itself has
    /// to come from the browser too.
    pub fn saw(&mut self, sign: Sign) {
        if sign != Sign::About(Change::Replaced) {
            self.person_at_work = true;
        }
    }

    /// Whether a change that has just happened was made by a person.
    #[must_use]
    pub fn accepts(self, change: Change, origin: Origin) -> bool {
        self.person_at_work && origin == Origin::Browser && change == Change::ByHand
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn after(sign: Sign) -> TypingGuard {
        let mut guard = TypingGuard::default();
        guard.saw(sign);
        guard
    }

    #[test]
    fn typing_is_accepted() {
        assert!(after(Sign::Gesture).accepts(Change::ByHand, Origin::Browser));
        assert!(after(Sign::About(Change::ByHand)).accepts(Change::ByHand, Origin::Browser));
    }

    #[test]
    fn a_value_that_appears_without_a_gesture_is_refused() {
        assert!(!TypingGuard::default().accepts(Change::ByHand, Origin::Browser));
    }

    #[test]
    fn autofill_by_the_browser_is_refused_even_after_typing() {
        assert!(!after(Sign::Gesture).accepts(Change::Replaced, Origin::Browser));
        assert!(!after(Sign::About(Change::Replaced)).accepts(Change::ByHand, Origin::Browser));
    }

    #[test]
    fn a_value_set_by_a_script_is_refused_even_after_a_key() {
        assert!(!after(Sign::Gesture).accepts(Change::ByHand, Origin::Script));
    }

    #[test]
    fn input_types_are_read_after_the_input_events_specification() {
        assert_eq!(Change::of_input_type(Some("insertText")), Change::ByHand);
        assert_eq!(Change::of_input_type(Some("insertFromPaste")), Change::ByHand);
        assert_eq!(
            Change::of_input_type(Some("deleteContentBackward")),
            Change::ByHand
        );
        assert_eq!(
            Change::of_input_type(Some("insertReplacementText")),
            Change::Replaced
        );
        assert_eq!(Change::of_input_type(Some("")), Change::Replaced);
        assert_eq!(Change::of_input_type(None), Change::Replaced);
    }
}
