//! The steps of a run of the checks: what is shown of each, and that nothing is said before the server has.

use leptos::prelude::*;
use testio_connection::{
    api::{RawAnswer, client::Client},
    host::context::Host,
    i18n::I18n,
    pages::{maintenance::health::steps::Steps, shared::surroundings::Surroundings},
    state::maintenance::{Maintenance, health::Health},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Mounted, mount, text_of};

const OVER: &str = include_str!("../fixtures/check-report.json");

/// The steps of a report, in a language.
async fn on_page(language: &'static str, report: String) -> Mounted {
    mount(move || {
        let client = Client::new(move |_| {
            let answer = RawAnswer {
                status: 200,
                content_type: "application/json".to_owned(),
                body: report.clone(),
                ..RawAnswer::default()
            };
            Box::pin(async move { Ok(answer) })
        });
        let maintenance = Maintenance::new(client);
        provide_context(I18n::new(language));
        provide_context(Surroundings {
            host: StoredValue::new(Host::read()),
            recovery: maintenance.recovery,
            open: Signal::stored(None),
        });
        let checks = Health::read(maintenance);
        view! { <Steps checks /> }
    })
    .await
}

fn step(page: &Mounted, place: usize) -> HtmlElement {
    page.select(".tio-step").swap_remove(place)
}

/// All of this is said of a step.
#[track_caller]
fn assert_says(page: &Mounted, place: usize, texts: &[&str]) {
    let said = text_of(&step(page, place));
    for text in texts {
        assert!(said.contains(text), "{text}: {said}");
    }
}

#[wasm_bindgen_test]
async fn a_report_tells_of_each_step_what_came_of_it() {
    let page = on_page("en-US", OVER.to_owned()).await;
    page.by_role("list", "Checks");
    assert_says(
        &page,
        0,
        &["Jira’s database", "Passed", "2 ms", "PostgreSQL 15.6"],
    );
    assert_says(
        &page,
        1,
        &[
            "Name of the host",
            "Passed",
            "Address: proxy.example.com",
            "192.0.2.8",
        ],
    );
    assert_says(
        &page,
        2,
        &[
            "Connection",
            "Address: api.test.io:443",
            "Proxy: proxy.example.com:3128",
        ],
    );
    assert_says(&page, 4, &["Test IO’s API", "HTTP status: 401"]);
    assert_says(
        &page,
        5,
        &[
            "Stored API keys",
            "Failed",
            "210 ms",
            "Not all stored keys were accepted.",
            "3 keys accepted",
            "Smoke testing",
            "ACME US",
            "Test IO refused it",
            "in 90 connections",
        ],
    );
    let link = &page.select(".tio-step a")[0];
    assert_eq!(text_of(link), "Smoke testing");
    assert!(
        link.get_attribute("href")
            .unwrap()
            .ends_with("/connection#/connections/12")
    );
    assert_eq!(link.get_attribute("target").as_deref(), Some("_top"));
}

#[wasm_bindgen_test]
async fn of_a_run_under_way_no_more_is_said_than_the_server_has() {
    let under_way = r#"{"startedAt":"2026-05-03T09:14:59Z","checkedAt":null,"running":"NAME","steps":[
        {"step":"DATABASE","outcome":"FAILED","durationMs":5000,"cause":"TIMED_OUT","httpStatus":null,"detail":null,"address":null,"proxy":null}],
        "keys":{"accepted":0,"failed":[]},"versions":{"plugin":"1","jira":"2","runtime":"3","database":"4"}}"#;
    let page = on_page("de-DE", under_way.to_owned()).await;
    assert_says(
        &page,
        0,
        &[
            "Datenbank von Jira",
            "Fehlgeschlagen",
            "hat nicht rechtzeitig geantwortet",
        ],
    );
    assert_eq!(text_of(&step(&page, 1)), "Name des ServersLäuft");
    for place in 2..6 {
        let later = text_of(&step(&page, place));
        assert!(later.ends_with("Noch nicht geprüft"), "{later}");
    }
}
