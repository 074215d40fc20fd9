//! The handles over Leptos's reactive graph: who hears of what, and when.

mod ended;

use std::{
    mem,
    sync::{Arc, Mutex},
};

use leptos::prelude::on_cleanup;
use testio_connection::reactive::{RwSignal, Signal, effect, memo, render_effect, watch};

use super::server::{runtime, settle};

/// What was heard, in the order it was heard.
struct Heard<T>(Arc<Mutex<Vec<T>>>);

impl<T> Clone for Heard<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Send + 'static> Heard<T> {
    fn nothing() -> Self {
        Self(Arc::default())
    }

    fn listener(&self) -> impl Fn(T) + Send + Sync + use<T> {
        let heard = self.clone();
        move |value| heard.0.lock().unwrap().push(value)
    }

    /// What was heard since the last time.
    fn since(&self) -> Vec<T> {
        settle();
        self.now()
    }

    /// The same, before anything runs that waits to run.
    fn now(&self) -> Vec<T> {
        mem::take(&mut *self.0.lock().unwrap())
    }
}

/// Follows a signal for as long as the present owner lives.
fn follow<T: Send + 'static>(signal: Signal<T>) -> Heard<T> {
    let heard = Heard::nothing();
    let listener = heard.listener();
    effect(move || listener(signal.get()));
    heard
}

#[test]
fn a_signal_tells_its_followers_of_each_change() {
    let _owner = runtime();
    let number = RwSignal::new(1);
    let heard = follow::<i32>(number.into());
    assert_eq!(heard.since(), [1]);
    number.set(2);
    assert_eq!(heard.since(), [2]);
    number.update(|number| *number += 1);
    assert_eq!(heard.since(), [3]);
    number.set(3);
    assert_eq!(heard.since(), [3], "a set is told even if the value is the same");
}

#[test]
fn what_is_read_untracked_is_not_followed() {
    let _owner = runtime();
    let number = RwSignal::new(1);
    let heard = follow(Signal::derive(move || {
        let by_signal = Signal::<i32>::from(number).get_untracked();
        by_signal + number.get_untracked() + number.with_untracked(|number| *number)
    }));
    assert_eq!(heard.since(), [3]);
    number.set(2);
    assert!(heard.since().is_empty());
}

#[test]
fn a_constant_is_a_signal_that_never_changes() {
    let _owner = runtime();
    let word: Signal<String> = "Shop".into();
    assert_eq!(word.get(), "Shop");
    assert_eq!(Signal::from(7).get_untracked(), 7);
}

#[test]
fn a_derived_signal_follows_what_it_reads() {
    let _owner = runtime();
    let (number, word) = (RwSignal::new(2), RwSignal::new("a".to_owned()));
    let repeated = Signal::derive(move || word.with(|word| word.repeat(number.get())));
    let heard = follow(repeated);
    assert_eq!(heard.since(), ["aa"]);
    number.set(3);
    assert_eq!(heard.since(), ["aaa"]);
    word.set("b".to_owned());
    assert_eq!(heard.since(), ["bbb"]);
    word.set("c".to_owned());
    assert_eq!(
        repeated.get_untracked(),
        "ccc",
        "also before the effects have run"
    );
}

#[test]
fn a_memo_tells_its_followers_only_of_different_values() {
    let _owner = runtime();
    let number = RwSignal::new(1);
    let heard = follow(memo(move || number.get() % 2 == 0));
    assert_eq!(heard.since(), [false]);
    number.set(3);
    assert!(heard.since().is_empty());
    number.set(4);
    assert_eq!(heard.since(), [true]);
    number.set(5);
    assert_eq!(heard.since(), [false]);
}

#[test]
fn a_memo_is_computed_once_for_all_who_read_it() {
    let _owner = runtime();
    let number = RwSignal::new(1);
    let computed = Heard::nothing();
    let listener = computed.listener();
    let double = memo(move || {
        listener(());
        number.get() * 2
    });
    let _followers = (follow(double), follow(double));
    assert_eq!(
        (double.get_untracked(), double.with_untracked(|double| *double)),
        (2, 2)
    );
    assert_eq!(computed.since().len(), 1);
    number.set(2);
    assert_eq!(double.get_untracked(), 4, "also before the effects have run");
    assert_eq!(computed.since().len(), 1);
}

#[test]
fn a_watch_skips_the_first_value_and_follows_only_what_it_watches() {
    let _owner = runtime();
    let (watched, other) = (RwSignal::new(1), RwSignal::new(10));
    let heard = Heard::nothing();
    let listener = heard.listener();
    watch(watched.into(), move |value| listener((value, other.get())));
    assert!(heard.since().is_empty());
    watched.set(2);
    assert_eq!(heard.since(), [(2, 10)]);
    other.set(20);
    assert!(
        heard.since().is_empty(),
        "what it does with the value is not followed"
    );
    watched.set(3);
    assert_eq!(heard.since(), [(3, 20)]);
}

#[test]
fn what_the_page_shows_is_there_at_once_and_effects_come_soon() {
    let _owner = runtime();
    let heard = Heard::nothing();
    let (shown, done) = (heard.listener(), heard.listener());
    effect(move || done("done"));
    render_effect(move || shown("shown"));
    assert_eq!(heard.now(), ["shown"]);
    assert_eq!(heard.since(), ["done"]);
}

#[test]
fn effects_end_with_their_owner_and_before_their_next_run() {
    let owner = runtime();
    let number = RwSignal::new(1);
    let heard = Heard::nothing();
    let part = owner.child();
    part.with(|| {
        let (ran, rendered, ended) = (heard.listener(), heard.listener(), heard.clone());
        effect(move || {
            ran(("effect", number.get()));
            let (ended, mine) = (ended.listener(), number.get());
            on_cleanup(move || ended(("end", mine)));
        });
        render_effect(move || rendered(("render", number.get())));
    });
    assert_eq!(heard.since(), [("render", 1), ("effect", 1)]);
    number.set(2);
    let mut heard_now = heard.since();
    heard_now.sort_unstable();
    assert_eq!(heard_now, [("effect", 2), ("end", 1), ("render", 2)]);
    part.cleanup();
    assert_eq!(heard.since(), [("end", 2)]);
    number.set(3);
    assert!(heard.since().is_empty());
}
