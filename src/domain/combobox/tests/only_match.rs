//! What Enter chooses when no option is active, and a choice that was made beforehand.

use super::{
    super::{Answer, Availability, Combobox, Event, Key, Reaction},
    List, Outdated, list,
};

/// The only option that can be chosen, counted in another way than the machine does.
pub(super) fn of(List(options): &List) -> Option<usize> {
    let possible = options.iter().filter(|option| **option != Availability::Disabled);
    let only = options.iter().position(|option| *option == Availability::Enabled);
    only.filter(|_| possible.count() == 1)
}

#[test]
fn enter_chooses_the_only_match() {
    for (letters, only) in [
        ("e", Some(0)),
        ("ded", Some(1)),
        ("", None),
        ("d", None),
        ("ee", None),
        ("e?", None),
    ] {
        let list = list(letters);
        let mut combobox = Combobox::default();
        let _ = combobox.handle(Event::Typed("sho".into()), &list);
        let reaction = combobox.handle(Event::Pressed(Key::Enter), &list);
        assert_eq!((reaction.consumed, reaction.chosen), (true, only), "{letters:?}");
    }
}

#[test]
fn enter_chooses_nothing_by_itself_where_nothing_was_typed_or_the_options_are_older() {
    let only = list("e");
    let mut opened = Combobox::default();
    let _ = opened.handle(Event::FieldPressed, &only);
    assert_eq!(opened.handle(Event::Pressed(Key::Enter), &only).chosen, None);
    let failed = Outdated(list("e"), Answer::Failed);
    let mut typed = Combobox::default();
    let _ = typed.handle(Event::Typed("sho".into()), &failed);
    assert_eq!(typed.handle(Event::Pressed(Key::Enter), &failed).chosen, None);
}

#[test]
fn enter_right_behind_the_text_chooses_the_only_match_once_it_is_there() {
    let due = Outdated(list("eee"), Answer::Due);
    let mut combobox = Combobox::default();
    let _ = combobox.handle(Event::Typed("perf".into()), &due);
    assert_eq!(combobox.handle(Event::Pressed(Key::Enter), &due).chosen, None);
    assert_eq!(combobox.handle(Event::ChoicesChanged, &list("e")).chosen, Some(0));
}

#[test]
fn what_was_chosen_beforehand_is_a_choice_like_any_other() {
    let list = list("e");
    let mut combobox = Combobox::with_choice();
    assert!(combobox.has_choice());
    assert_eq!(
        combobox.handle(Event::Pressed(Key::Enter), &list),
        Reaction::default()
    );
    assert!(combobox.handle(Event::Typed("x".into()), &list).choice_dropped);
}
