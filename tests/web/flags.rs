//! Flags: who hears of them, and how long they stay.

use std::arch::wasm32::memory_size;

use leptos::{prelude::*, task::tick};
use testio_connection::components::{
    flags::{FlagAction, FlagRegion, Flags},
    tone::Tone,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Mounted, click, dispatch, has_focus, mount, settle, text_of};

async fn region() -> (Mounted, Flags) {
    let flags = StoredValue::new(None);
    let page = mount(move || {
        Flags::provide();
        flags.set_value(Some(Flags::expect()));
        view! {
            <button>"Elsewhere"</button>
            <FlagRegion dismiss_label="Dismiss" />
        }
    })
    .await;
    (page, flags.get_value().unwrap())
}

#[wasm_bindgen_test]
async fn both_live_regions_are_there_before_anything_is_said() {
    let (page, _) = region().await;
    assert_eq!(page.all("status").len(), 1);
    assert_eq!(page.all("alert").len(), 1);
    assert_eq!(text_of(&page.all("status")[0]), "");
}

#[wasm_bindgen_test]
async fn success_is_said_politely_and_failure_at_once() {
    let (page, flags) = region().await;
    flags.show(Tone::Success, "Connection saved".to_owned(), None);
    flags.show(
        Tone::Danger,
        "Could not delete".to_owned(),
        Some("Jira did not answer.".to_owned()),
    );
    settle().await;
    assert_eq!(text_of(&page.all("status")[0]), "Connection saved");
    assert_eq!(
        text_of(&page.all("alert")[0]),
        "Could not deleteJira did not answer."
    );
}

#[wasm_bindgen_test]
async fn a_flag_goes_when_it_is_dismissed_and_the_focus_returns() {
    let (page, flags) = region().await;
    let elsewhere = page.by_role("button", "Elsewhere");
    flags.show(Tone::Danger, "Could not delete".to_owned(), None);
    settle().await;
    elsewhere.focus().unwrap();
    let dismiss = page.by_role("button", "Dismiss");
    dismiss.focus().unwrap();
    click(&dismiss).await;
    assert_eq!(text_of(&page.all("alert")[0]), "");
    assert!(has_focus(&elsewhere));
}

#[wasm_bindgen_test]
async fn a_flag_s_way_on_is_gone_once_it_is_taken() {
    let (page, flags) = region().await;
    let taken = StoredValue::new(0);
    let action = FlagAction {
        label: "Try again".to_owned(),
        run: Callback::new(move |()| taken.update_value(|count| *count += 1)),
    };
    flags.offer(Tone::Danger, "Not exported".to_owned(), None, action);
    settle().await;
    click(&page.by_role("button", "Try again")).await;
    assert_eq!(taken.get_value(), 1);
    assert_eq!(text_of(&page.all("alert")[0]), "");
}

#[wasm_bindgen_test]
async fn the_next_action_clears_all_flags() {
    let (page, flags) = region().await;
    flags.show(Tone::Success, "Saved".to_owned(), None);
    flags.show(Tone::Danger, "Failed".to_owned(), None);
    settle().await;
    flags.clear();
    settle().await;
    assert!(page.find("button", "Dismiss").is_none());
}

#[wasm_bindgen_test]
async fn the_owner_can_take_one_flag_away() {
    let (page, flags) = region().await;
    let first = flags.show(Tone::Warning, "First".to_owned(), None);
    flags.show(Tone::Warning, "Second".to_owned(), None);
    flags.dismiss(first);
    settle().await;
    assert_eq!(text_of(&page.all("status")[0]), "Second");
}

#[wasm_bindgen_test]
async fn success_stays_for_eight_seconds_and_failure_for_good() {
    let (page, flags) = region().await;
    let timers = Timers::replace();
    flags.show(Tone::Success, "Saved".to_owned(), None);
    flags.show(Tone::Danger, "Failed".to_owned(), None);
    settle().await;
    assert_eq!(timers.running(), [8000.0]);
    timers.run_out();
    settle().await;
    assert_eq!(text_of(&page.all("status")[0]), "");
    assert_eq!(text_of(&page.all("alert")[0]), "Failed");
}

#[wasm_bindgen_test]
async fn a_flag_waits_while_it_is_read_or_has_the_focus() {
    let (page, flags) = region().await;
    let timers = Timers::replace();
    flags.show(Tone::Success, "Saved".to_owned(), None);
    settle().await;
    let flag = page.select(".tio-flag").remove(0);
    dispatch(&flag, "pointerenter").await;
    assert!(timers.running().is_empty());
    dispatch(&flag, "pointerleave").await;
    assert_eq!(timers.running(), [8000.0]);
    page.by_role("button", "Dismiss").focus().unwrap();
    assert!(timers.running().is_empty());
    page.by_role("button", "Dismiss").blur().unwrap();
    assert_eq!(timers.running(), [8000.0]);
}

#[wasm_bindgen_test]
async fn a_flag_that_has_the_focus_leaves_no_timer_behind() {
    let timers = Timers::replace();
    let (page, flags) = region().await;
    flags.show(Tone::Success, "Saved".to_owned(), None);
    settle().await;
    page.by_role("button", "Dismiss").focus().unwrap();
    flags.clear();
    settle().await;
    assert!(timers.running().is_empty());
    flags.show(Tone::Success, "Saved".to_owned(), None);
    settle().await;
    page.by_role("button", "Dismiss").focus().unwrap();
    drop(page);
    settle().await;
    assert!(timers.running().is_empty());
}

// What showed a flag stayed in the list of those who read the flags.
#[wasm_bindgen_test]
async fn flags_that_are_gone_take_no_memory() {
    let (page, flags) = region().await;
    let pages_after = async |times: usize| {
        for _ in 0..times {
            flags.show(Tone::Danger, "Could not delete".to_owned(), None);
            tick().await;
            flags.clear();
            tick().await;
        }
        memory_size::<0>()
    };
    let before = pages_after(500).await;
    assert_eq!(page.all("alert").len(), 1);
    // They would take eight.
    assert!(pages_after(4_000).await <= before + 1);
}

/// Keeps the browser's timers from running, while it lives.
struct Timers {
    asked: js_sys::Array,
    browsers: [(JsValue, JsValue); 2],
}

impl Timers {
    fn replace() -> Self {
        let asked = js_sys::Array::new();
        let stand_ins = [
            (
                "setTimeout",
                js_sys::Function::new_with_args("run, delay", "return this.push({ run, delay })"),
            ),
            (
                "clearTimeout",
                js_sys::Function::new_with_args("id", "this[id - 1] = null"),
            ),
        ];
        let browsers = stand_ins.map(|(name, stand_in)| {
            let name = JsValue::from(name);
            let own = js_sys::Reflect::get(&window(), &name).unwrap();
            js_sys::Reflect::set(&window(), &name, &stand_in.bind0(&asked)).unwrap();
            (name, own)
        });
        Self { asked, browsers }
    }

    /// The delays, in milliseconds, of the timers that are running.
    fn running(&self) -> Vec<f64> {
        let delay = |timer| {
            js_sys::Reflect::get(&timer, &"delay".into())
                .unwrap()
                .as_f64()
                .unwrap()
        };
        self.asked
            .iter()
            .filter(|timer| !timer.is_null())
            .map(delay)
            .collect()
    }

    /// Lets the last timer run out.
    fn run_out(&self) {
        let run = js_sys::Reflect::get(&self.asked.pop(), &"run".into()).unwrap();
        run.unchecked_into::<js_sys::Function>()
            .call0(&JsValue::NULL)
            .unwrap();
    }
}

impl Drop for Timers {
    fn drop(&mut self) {
        for (name, own) in &self.browsers {
            js_sys::Reflect::set(&window(), name, own).unwrap();
        }
    }
}
