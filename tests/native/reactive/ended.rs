//! What is left of a handle once its owner is gone.

use std::{cell::RefCell, mem, rc::Rc};

use leptos::prelude::Owner;
use testio_connection::reactive::{Callback, RwSignal, Signal, StoredValue, memo};

use super::follow;
use crate::server::runtime;

/// One handle of each kind, and the owner they belong to.
struct Handles {
    owner: Owner,
    signal: RwSignal<u32>,
    derived: Signal<u32>,
    memo: Signal<u32>,
    stored: StoredValue<u32>,
    callback: Callback<u32, u32>,
}

fn handles() -> Handles {
    let owner = Owner::new();
    owner.clone().with(|| {
        let signal = RwSignal::new(1);
        Handles {
            owner,
            signal,
            derived: signal.into(),
            memo: memo(move || signal.get()),
            stored: StoredValue::new(1),
            callback: Callback::new(|number| number + 1),
        }
    })
}

#[test]
fn a_handle_works_while_its_owner_lives() {
    let _page = runtime();
    let handles = handles();
    handles.signal.set(2);
    assert_eq!(handles.signal.try_get_untracked(), Some(2));
    assert_eq!(handles.derived.try_get_untracked(), Some(2));
    assert_eq!(handles.memo.try_get_untracked(), Some(2));
    handles.stored.set_value(3);
    assert_eq!(handles.stored.update_value(|number| mem::replace(number, 4)), 3);
    assert_eq!(handles.stored.get_value(), 4);
    assert!(!handles.stored.is_disposed());
    assert_eq!(handles.callback.run(5), 6);
    assert_eq!(handles.callback.try_run(5), Some(6));
}

#[test]
fn a_handle_whose_owner_is_gone_gives_nothing_and_takes_nothing() {
    let _page = runtime();
    let handles = handles();
    let heard = follow(Signal::derive(move || handles.signal.try_get_untracked()));
    assert_eq!(heard.since(), [Some(1)]);
    handles.owner.cleanup();
    handles.signal.set(2);
    handles
        .signal
        .update(|_| unreachable!("there is nothing to update"));
    handles.stored.set_value(2);
    assert_eq!(handles.signal.try_get_untracked(), None);
    assert_eq!(handles.signal.try_with_untracked(|_| ()), None);
    assert_eq!(handles.derived.try_get_untracked(), None);
    assert_eq!(handles.memo.try_get_untracked(), None);
    assert_eq!(handles.stored.try_with_value(|_| ()), None);
    assert_eq!(handles.stored.try_update_value(|_| ()), None);
    assert!(handles.stored.is_disposed());
    assert_eq!(handles.callback.try_run(5), None);
    assert!(heard.since().is_empty());
}

#[test]
#[should_panic(expected = "a reactive value was read after its owner had been cleaned up")]
fn reading_a_handle_whose_owner_is_gone_is_a_mistake() {
    let _page = runtime();
    let handles = handles();
    handles.owner.cleanup();
    let _ = handles.signal.get();
}

#[test]
fn a_place_that_is_used_again_is_not_the_old_handles() {
    let _page = runtime();
    let old = handles();
    old.owner.cleanup();
    let new = handles();
    new.signal.set(7);
    assert_eq!(old.signal.try_get_untracked(), None);
    assert!(old.signal != new.signal && new.signal == new.signal);
}

#[test]
fn a_callback_may_do_away_with_its_own_owner() {
    let _page = runtime();
    let owner = Owner::new();
    let ends = owner.clone();
    let close = owner.with(|| {
        Callback::new(move |word: &'static str| {
            ends.cleanup();
            word.len()
        })
    });
    assert_eq!(close.run("close"), 5);
    assert_eq!(close.try_run("close"), None);
}

#[test]
fn a_value_that_is_replaced_may_read_its_signal_while_it_goes() {
    struct Farewell(RwSignal<Option<Farewell>>, Rc<RefCell<Vec<bool>>>);
    impl Drop for Farewell {
        fn drop(&mut self) {
            let is_there = self.0.try_with_untracked(Option::is_some);
            self.1.borrow_mut().extend(is_there);
        }
    }
    let _page = runtime();
    let seen = Rc::new(RefCell::new(Vec::new()));
    let signal = RwSignal::new(None);
    signal.set(Some(Farewell(signal, seen.clone())));
    signal.set(None);
    assert_eq!(*seen.borrow(), [false]);
}
