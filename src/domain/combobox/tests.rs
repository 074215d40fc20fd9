//! The combobox's rules, each alone and over random histories.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod only_match;

use super::*;
use proptest::prelude::*;

/// A list given by one letter an option: `e`nabled, `d`isabled, `?` not loaded.
#[derive(Debug)]
struct List(Vec<Availability>);

/// A list that stays while the options for another text are on their way, or after they could not be had.
struct Outdated(List, Answer);

impl Choices for Outdated {
    fn answer(&self) -> Answer {
        self.1
    }
    fn total(&self) -> usize {
        self.0.total()
    }
    fn availability(&self, index: usize) -> Availability {
        self.0.availability(index)
    }
}

impl Choices for List {
    fn answer(&self) -> Answer {
        Answer::Here
    }
    fn total(&self) -> usize {
        self.0.len()
    }
    fn availability(&self, index: usize) -> Availability {
        self.0[index]
    }
}

fn list(letters: &str) -> List {
    List(
        letters
            .chars()
            .map(|letter| match letter {
                'e' => Availability::Enabled,
                'd' => Availability::Disabled,
                _ => Availability::Unknown,
            })
            .collect(),
    )
}

/// A combobox after these keys.
fn after(keys: &[Key], list: &List) -> Combobox {
    let mut combobox = Combobox::default();
    for &key in keys {
        let _ = combobox.handle(Event::Pressed(key), list);
    }
    combobox
}

#[test]
fn down_opens_at_the_first_enabled_option_and_up_at_the_last() {
    let list = list("deed");
    assert_eq!(after(&[Key::Down], &list).active(), Some(1));
    assert_eq!(after(&[Key::Up], &list).active(), Some(2));
    assert_eq!(after(&[Key::Up], &list).popup(), Popup::Open);
}

#[test]
fn arrows_skip_disabled_options_and_go_round() {
    let list = list("eddede");
    assert_eq!(after(&[Key::Down, Key::Down], &list).active(), Some(3));
    assert_eq!(
        after(&[Key::Down, Key::Down, Key::Down, Key::Down], &list).active(),
        Some(0)
    );
    assert_eq!(after(&[Key::Down, Key::Up], &list).active(), Some(5));
    assert_eq!(after(&[Key::Up, Key::Up], &list).active(), Some(3));
    assert_eq!(after(&[Key::Up, Key::Up, Key::Up], &list).active(), Some(0));
}

#[test]
fn in_a_list_that_became_shorter_the_keys_go_on_from_its_end() {
    let (long, short) = (list("eeeee"), list("eee"));
    for (key, active) in [(Key::Down, 0), (Key::Up, 2), (Key::PageDown, 2), (Key::PageUp, 0)] {
        let mut combobox = after(&[Key::Up], &long);
        let _ = combobox.handle(Event::Pressed(key), &short);
        assert_eq!(combobox.active(), Some(active), "{key:?}");
    }
}

#[test]
fn home_end_and_pages_move_among_the_options_only_once_one_is_active() {
    let list = list(&"e".repeat(30));
    assert_eq!(
        after(&[Key::End], &list),
        Combobox::default(),
        "End moves the caret"
    );
    assert_eq!(after(&[Key::Down, Key::End], &list).active(), Some(29));
    assert_eq!(after(&[Key::Down, Key::PageDown], &list).active(), Some(PAGE));
    assert_eq!(after(&[Key::Up, Key::PageUp], &list).active(), Some(29 - PAGE));
    assert_eq!(after(&[Key::Up, Key::Home], &list).active(), Some(0));
}

#[test]
fn a_page_that_ends_among_disabled_options_turns_back() {
    let list = list("eeeddd");
    assert_eq!(after(&[Key::Down, Key::PageDown], &list).active(), Some(2));
}

#[test]
fn enter_chooses_the_active_option_and_shows_all_options_again() {
    let list = list("ee");
    let mut combobox = Combobox::default();
    let _ = combobox.handle(Event::Typed("sho".into()), &list);
    let _ = combobox.handle(Event::Pressed(Key::Down), &list);
    let reaction = combobox.handle(Event::Pressed(Key::Enter), &list);
    assert_eq!(reaction.chosen, Some(0));
    assert_eq!(reaction.query.as_deref(), Some(""));
    assert!(combobox.has_choice());
    assert_eq!(combobox.popup(), Popup::Closed);
}

#[test]
fn enter_on_nothing_chooses_nothing_and_does_not_submit() {
    let list = list("ee");
    let mut combobox = Combobox::default();
    let _ = combobox.handle(Event::Typed("s".into()), &list);
    let reaction = combobox.handle(Event::Pressed(Key::Enter), &list);
    assert_eq!(
        reaction,
        Reaction {
            consumed: true,
            ..Reaction::default()
        }
    );
}

/// Typed in one go, a name, Down and Enter chose the first option of the list before.
#[test]
fn keys_pressed_before_the_answer_mean_the_answer() {
    let before = Outdated(list("eee"), Answer::Due);
    let mut combobox = Combobox::default();
    let _ = combobox.handle(Event::Typed("perf".into()), &before);
    for key in [Key::Down, Key::Enter] {
        let reaction = combobox.handle(Event::Pressed(key), &before);
        assert_eq!((reaction.consumed, reaction.chosen), (true, None));
        assert_eq!(combobox.active(), None);
    }
    let reaction = combobox.handle(Event::ChoicesChanged, &before);
    assert_eq!(reaction, Reaction::default(), "the answer is still due");
    let reaction = combobox.handle(Event::ChoicesChanged, &list("de"));
    assert_eq!(reaction.chosen, Some(1));
    assert_eq!(combobox.popup(), Popup::Closed);
}

#[test]
fn keys_pressed_after_the_choice_do_not_undo_it() {
    let due = Outdated(list("ee"), Answer::Due);
    let mut combobox = Combobox::default();
    let _ = combobox.handle(Event::Typed("perf".into()), &due);
    for key in [Key::Down, Key::Enter, Key::Down] {
        let _ = combobox.handle(Event::Pressed(key), &due);
    }
    let reaction = combobox.handle(Event::ChoicesChanged, &list("ee"));
    assert_eq!(reaction.chosen, Some(0));
    assert_eq!(combobox.popup(), Popup::Closed);
}

#[test]
fn keys_pressed_before_an_answer_that_never_comes_mean_nothing() {
    let give_up: [fn(&mut Combobox); 4] = [
        |combobox| drop(combobox.handle(Event::ChoicesChanged, &Outdated(list("e"), Answer::Failed))),
        |combobox| drop(combobox.handle(Event::Typed("other".into()), &list("e"))),
        |combobox| drop(combobox.handle(Event::Pressed(Key::Escape), &list("e"))),
        |combobox| drop(combobox.handle(Event::Left, &list("e"))),
    ];
    for give_up in give_up {
        let due = Outdated(list("e"), Answer::Due);
        let mut combobox = Combobox::default();
        let _ = combobox.handle(Event::Typed("perf".into()), &due);
        let _ = combobox.handle(Event::Pressed(Key::Down), &due);
        let _ = combobox.handle(Event::Pressed(Key::Enter), &due);
        give_up(&mut combobox);
        let reaction = combobox.handle(Event::ChoicesChanged, &list("e"));
        assert_eq!((reaction.chosen, combobox.active()), (None, None));
    }
}

#[test]
fn enter_in_a_closed_combobox_is_left_to_the_form() {
    assert_eq!(
        Combobox::default().handle(Event::Pressed(Key::Enter), &list("e")),
        Reaction::default()
    );
}

#[test]
fn an_option_that_is_not_loaded_or_disabled_cannot_be_chosen() {
    for letters in ["?", "d"] {
        let mut combobox = Combobox::default();
        let reaction = combobox.handle(Event::OptionPressed(0), &list(letters));
        assert_eq!(reaction.chosen, None);
        assert!(!combobox.has_choice());
    }
}

#[test]
fn typing_drops_the_choice_and_filters() {
    let list = list("e");
    let mut combobox = after(&[Key::Down, Key::Enter], &list);
    let reaction = combobox.handle(Event::Typed("Shop x".into()), &list);
    assert!(reaction.choice_dropped);
    assert_eq!(reaction.query.as_deref(), Some("Shop x"));
    assert_eq!(combobox.active(), None);
}

#[test]
fn clearing_empties_the_text_and_drops_the_choice() {
    let list = list("e");
    let mut combobox = after(&[Key::Down, Key::Enter], &list);
    let reaction = combobox.handle(Event::ClearRequested, &list);
    assert!(reaction.text_emptied && reaction.choice_dropped);
    assert!(!combobox.has_choice());
}

#[test]
fn escape_closes_the_list_first_and_then_belongs_to_the_dialog() {
    let list = list("e");
    let mut combobox = after(&[Key::Down], &list);
    assert!(combobox.handle(Event::Pressed(Key::Escape), &list).consumed);
    assert_eq!(combobox.popup(), Popup::Closed);
    assert!(!combobox.handle(Event::Pressed(Key::Escape), &list).consumed);
}

#[test]
fn the_active_option_moves_on_when_it_turns_out_to_be_disabled() {
    let mut combobox = after(&[Key::Down], &list("???"));
    let _ = combobox.handle(Event::ChoicesChanged, &list("dde"));
    assert_eq!(combobox.active(), Some(2));
    let _ = combobox.handle(Event::ChoicesChanged, &list("e"));
    assert_eq!(combobox.active(), Some(0));
    let _ = combobox.handle(Event::ChoicesChanged, &list(""));
    assert_eq!(combobox.active(), None);
}

fn any_key() -> impl Strategy<Value = Key> {
    prop::sample::select(vec![
        Key::Down,
        Key::Up,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Enter,
        Key::Escape,
        Key::Tab,
    ])
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => any_key().prop_map(Event::Pressed),
        2 => "[a-c]{0,2}".prop_map(Event::Typed),
        1 => (0..20_usize).prop_map(Event::OptionPressed),
        1 => prop::sample::select(vec![
            Event::FieldPressed,
            Event::ToggleRequested,
            Event::ClearRequested,
            Event::Left,
        ]),
    ]
}

fn any_list() -> impl Strategy<Value = List> {
    "[ed?]{0,20}".prop_map(|letters| list(&letters))
}

proptest! {
    #[test]
    fn the_active_option_is_always_in_range_and_never_known_to_be_disabled(
        history in prop::collection::vec((any_event(), any_list()), 1..40)
    ) {
        let mut combobox = Combobox::default();
        for (event, list) in history {
            let _ = combobox.handle(Event::ChoicesChanged, &list);
            let before = combobox.clone();
            let reaction = combobox.handle(event.clone(), &list);
            if let Some(index) = combobox.active() {
                prop_assert!(index < list.total());
                prop_assert_ne!(list.availability(index), Availability::Disabled);
                prop_assert_eq!(combobox.popup(), Popup::Open);
            }
            if let Some(index) = reaction.chosen {
                prop_assert_eq!(list.availability(index), Availability::Enabled);
                prop_assert!(combobox.has_choice());
            }
            if let Some(query) = &reaction.query {
                prop_assert_eq!(query.as_str(), combobox.query());
                prop_assert_eq!(combobox.active(), None);
            }
            let dropped = before.has_choice() && !combobox.has_choice();
            prop_assert_eq!(reaction.choice_dropped, dropped);
            if event == Event::Pressed(Key::Enter) && before.active().is_none() {
                let typed = before.popup() == Popup::Open && !before.query().is_empty();
                prop_assert_eq!(reaction.chosen, only_match::of(&list).filter(|_| typed));
            }
            if event == Event::Pressed(Key::Escape) {
                prop_assert_eq!(reaction.consumed, before.popup() == Popup::Open);
            }
        }
    }
}
