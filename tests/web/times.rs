//! Times: told in a few words that stay true, and exactly on demand.

use leptos::prelude::*;
use testio_connection::{
    domain::time::Timestamp,
    i18n::I18n,
    pages::shared::time::{Time, Told},
};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{mount, settle, text_of};

const MINUTE: f64 = 60_000.0;

/// So many minutes ago.
fn ago(minutes: f64) -> Timestamp {
    let at = js_sys::Date::new(&(js_sys::Date::now() - minutes * MINUTE).into());
    Timestamp::new(String::from(at.to_iso_string()))
}

/// Collects what is asked of `setInterval`, so that a test can let the time go by.
struct Clock {
    ticks: js_sys::Array,
    before: js_sys::Function,
    _kept: Closure<dyn FnMut(js_sys::Function) -> u32>,
}

impl Clock {
    fn stopped() -> Self {
        let ticks = js_sys::Array::new();
        let before = js_sys::Reflect::get(&window(), &"setInterval".into())
            .unwrap()
            .unchecked_into();
        let seen = ticks.clone();
        let kept = Closure::<dyn FnMut(js_sys::Function) -> u32>::new(move |tick: js_sys::Function| {
            seen.push(&tick)
        });
        js_sys::Reflect::set(&window(), &"setInterval".into(), kept.as_ref()).unwrap();
        Self {
            ticks,
            before,
            _kept: kept,
        }
    }

    async fn tick(&self) {
        for tick in self.ticks.iter() {
            tick.unchecked_into::<js_sys::Function>()
                .call0(&window())
                .unwrap();
        }
        settle().await;
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        js_sys::Reflect::set(&window(), &"setInterval".into(), &self.before).unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_time_has_its_exact_one_for_people_and_for_programs() {
    let page = mount(move || {
        provide_context(I18n::new("en-US"));
        let time = Timestamp::new("2026-05-03T09:15:07Z");
        view! { <Time time told=Told::Day /> }
    })
    .await;
    let time = &page.select("time")[0];
    assert_eq!(text_of(time), "May 3, 2026");
    assert_eq!(
        time.get_attribute("datetime").as_deref(),
        Some("2026-05-03T09:15:07Z")
    );
    let exact = time.get_attribute("title").unwrap();
    assert!(
        exact.starts_with("May 3, 2026") && exact.contains(":15:07"),
        "{exact}"
    );
}

#[wasm_bindgen_test]
async fn what_was_now_is_not_now_three_hours_later() {
    let clock = Clock::stopped();
    let time = RwSignal::new(ago(0.0));
    let page = mount(move || {
        provide_context(I18n::new("en-US"));
        view! { <Time time /> }
    })
    .await;
    let shown = &page.select("time")[0];
    assert_eq!(text_of(shown), "now");
    let real = js_sys::Reflect::get(&js_sys::global(), &"Date".into()).unwrap();
    let real_now: js_sys::Function = js_sys::Reflect::get(&real, &"now".into())
        .unwrap()
        .unchecked_into();
    for (minutes, words) in [(3.0, "3 minutes ago"), (180.0, "3 hours ago")] {
        let later = js_sys::Date::now() + minutes * MINUTE;
        let now = Closure::<dyn Fn() -> f64>::new(move || later);
        js_sys::Reflect::set(&real, &"now".into(), now.as_ref()).unwrap();
        clock.tick().await;
        js_sys::Reflect::set(&real, &"now".into(), &real_now).unwrap();
        assert_eq!(text_of(shown), words);
    }
}

/// It can be told without an "ago", which does not stand behind a "since" in every language.
#[wasm_bindgen_test]
async fn for_how_long_something_has_been_so_is_told_in_each_language() {
    for (language, minutes, words) in [
        ("en-US", 0.0, "for less than a minute"),
        ("en-US", 1.0, "for 1 minute"),
        ("en-US", 59.5, "for 59 minutes"),
        ("en-US", 180.0, "for 3 hours"),
        ("de-DE", 0.0, "seit weniger als einer Minute"),
        ("de-DE", 61.0, "seit 1 Stunde"),
        ("de-DE", 180.0, "seit 3 Stunden"),
    ] {
        let page = mount(move || {
            provide_context(I18n::new(language));
            view! { <Time time=ago(minutes) told=Told::Since /> }
        })
        .await;
        assert_eq!(text_of(&page.select("time")[0]), words);
    }
    for (language, words) in [("en-US", "since May 3, 2026"), ("de-DE", "seit 03.05.2026")] {
        let page = mount(move || {
            provide_context(I18n::new(language));
            view! { <Time time=Timestamp::new("2026-05-03T09:15:07Z") told=Told::Since /> }
        })
        .await;
        let time = &page.select("time")[0];
        assert_eq!(text_of(time), words);
        assert!(time.has_attribute("datetime") && time.has_attribute("title"));
    }
}

#[wasm_bindgen_test]
async fn what_is_no_time_is_shown_as_it_came() {
    let page = mount(move || {
        provide_context(I18n::new("en-US"));
        view! { <Time time=Timestamp::new("some day") /> }
    })
    .await;
    let time = &page.select("time")[0];
    assert_eq!(text_of(time), "some day");
    assert!(!time.has_attribute("datetime") && !time.has_attribute("title"));
}
