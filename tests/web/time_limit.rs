//! How long an answer may take, and what is kept until then.

use std::rc::Rc;

use futures::channel::oneshot;
use testio_connection::api::TimeLimit;
use wasm_bindgen_test::wasm_bindgen_test;

/// Longer than any test.
const HOURS: u32 = 36_000_000;

// Each request's limit kept the request's handle until the garbage collector came by.
#[wasm_bindgen_test]
fn what_an_answer_in_time_was_asked_with_is_let_go() {
    let held = Rc::new(());
    let limit = TimeLimit::start(HOURS, {
        let held = held.clone();
        move || drop(held)
    });
    assert_eq!((limit.is_some(), Rc::strong_count(&held)), (true, 2));
    drop(limit);
    assert_eq!(Rc::strong_count(&held), 1);
}

#[wasm_bindgen_test]
async fn it_calls_back_when_the_time_is_over() {
    let (over, is_over) = oneshot::channel();
    let _limit = TimeLimit::start(1, move || {
        let _ = over.send(());
    });
    assert_eq!(is_over.await, Ok(()));
}
