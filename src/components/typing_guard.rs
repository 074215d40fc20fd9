//! Tells what a person typed from what a browser or a password manager filled in.
//!
//! Browsers fill any password field with the password of the site, here the administrator's own for Jira. Such
//! a value must never get as far as being saved. What distinguishes it:
//!
//! - Chrome sets the value and dispatches a keydown that is no `KeyboardEvent`, then an input event that is no
//!   `InputEvent`;
//! - Firefox and Safari send an `InputEvent` of type `insertReplacementText`, which a person cannot cause in a
//!   field without spell checking;
//! - extensions set the value by script and dispatch events of their own, which are not trusted. They do the latter
//!   also when they have set nothing.

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

/// What stands in a field now, beside what stood there after the last change by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// The same.
    Same,
    /// Something else.
    Other,
}

/// What an event that reports a change is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A person made the change.
    ByHand,
    /// Nothing: nothing has changed, or it runs ahead of the browser's own event, which decides.
    Nothing,
    /// The value was filled in.
    FilledIn,
}

/// Decides for each change of a field whether a person made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypingGuard {
    person_at_work: bool,
    about_to_change: bool,
}

impl TypingGuard {
    /// Notes a sign of a person at work. A script can fake one, but gains nothing by it: the change itself has
    /// to come from the browser too.
    pub fn saw(&mut self, sign: Sign, origin: Origin) {
        if sign != Sign::About(Change::Replaced) {
            self.person_at_work = true;
        }
        if let (Sign::About(change), Origin::Browser) = (sign, origin) {
            self.about_to_change = change == Change::ByHand;
        }
    }

    /// Notes that what was about to change has changed by now, or will not.
    pub fn settled(&mut self) {
        self.about_to_change = false;
    }

    /// What an event is worth that reports a change.
    ///
    /// Extensions dispatch events of their own for values that have not changed, also within the browser's own event and
    /// before anybody else hears of that. They must not cost what was typed.
    #[must_use]
    pub fn judge(self, change: Change, origin: Origin, value: Value) -> Verdict {
        if self.person_at_work && origin == Origin::Browser && change == Change::ByHand {
            Verdict::ByHand
        } else if value == Value::Same || (origin == Origin::Script && self.about_to_change) {
            Verdict::Nothing
        } else {
            Verdict::FilledIn
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    use Value::{Other, Same};

    fn after(sign: Sign) -> TypingGuard {
        let mut guard = TypingGuard::default();
        guard.saw(sign, Origin::Browser);
        guard
    }

    #[test]
    fn typing_is_accepted() {
        for sign in [Sign::Gesture, Sign::About(Change::ByHand)] {
            for value in [Other, Same] {
                let verdict = after(sign).judge(Change::ByHand, Origin::Browser, value);
                assert_eq!(verdict, Verdict::ByHand);
            }
        }
    }

    #[test]
    fn a_value_that_appears_without_a_gesture_is_refused() {
        let verdict = TypingGuard::default().judge(Change::ByHand, Origin::Browser, Other);
        assert_eq!(verdict, Verdict::FilledIn);
    }

    #[test]
    fn autofill_by_the_browser_is_refused_even_after_typing() {
        let replaced = after(Sign::Gesture).judge(Change::Replaced, Origin::Browser, Other);
        assert_eq!(replaced, Verdict::FilledIn);
        let announced = after(Sign::About(Change::Replaced)).judge(Change::ByHand, Origin::Browser, Other);
        assert_eq!(announced, Verdict::FilledIn);
    }

    #[test]
    fn a_value_set_by_a_script_is_refused_even_after_a_key() {
        let verdict = after(Sign::Gesture).judge(Change::ByHand, Origin::Script, Other);
        assert_eq!(verdict, Verdict::FilledIn);
    }

    #[test]
    fn an_event_for_an_unchanged_value_costs_nothing() {
        for origin in [Origin::Script, Origin::Browser] {
            let verdict = after(Sign::Gesture).judge(Change::Replaced, origin, Same);
            assert_eq!(verdict, Verdict::Nothing);
        }
    }

    #[test]
    fn an_extension_that_runs_ahead_of_the_browsers_event_costs_nothing() {
        let mut guard = after(Sign::About(Change::ByHand));
        for change in [Change::ByHand, Change::Replaced] {
            assert_eq!(guard.judge(change, Origin::Script, Other), Verdict::Nothing);
        }
        assert_eq!(
            guard.judge(Change::ByHand, Origin::Browser, Other),
            Verdict::ByHand
        );
        guard.settled();
        assert_eq!(
            guard.judge(Change::ByHand, Origin::Script, Other),
            Verdict::FilledIn,
            "later than that it has set the value itself"
        );
    }

    #[test]
    fn a_script_can_not_announce_a_change() {
        let mut guard = TypingGuard::default();
        guard.saw(Sign::About(Change::ByHand), Origin::Script);
        assert_eq!(
            guard.judge(Change::ByHand, Origin::Script, Other),
            Verdict::FilledIn
        );
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
