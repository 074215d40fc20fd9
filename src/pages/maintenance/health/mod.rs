//! The tab Health: whether Jira reaches Test IO, and where the way breaks.

mod details;
mod keys;
pub mod steps;

use std::time::Duration;

use leptos::prelude::*;

use self::{details::Details, steps::Steps};
use super::{use_in_view, use_maintenance};
use crate::{
    components::{
        button::{Appearance, Button},
        progress::Skeleton,
    },
    domain::{
        check::{Run, Step, Verdict},
        failure::Failure,
    },
    i18n::{I18n, check_words, use_i18n},
    pages::shared::{failed::Failed, not_done::NotDone, time::Time},
    state::maintenance::health::{Health as Checks, Shown},
};

/// How often it is asked how far a run is.
const FOLLOW: Duration = Duration::from_secs(1);

/// What the tab shows.
#[component]
pub fn Health() -> impl IntoView {
    let i18n = use_i18n();
    let checks = Checks::read(use_maintenance());
    let under_way = Memo::new(move |_| checks.is_under_way());
    follow(checks, under_way, use_in_view());
    let verdict = Memo::new(move |_| checks.shown.with(|shown| verdict(i18n, shown)));
    view! {
        <section class="tio-health" aria-label=i18n.maintenance().health.tab>
            <h2 tabindex="-1">{i18n.maintenance().health.title}</h2>
            <p class="tio-health__explain">{i18n.maintenance().health.explain}</p>
            <div class="tio-health__actions">
                <Button appearance=Appearance::Primary busy=under_way on_click=move |()| checks.run()>
                    {i18n.maintenance().health.run}
                </Button>
                <Details checks />
            </div>
            <div role="alert">
                <NotRun checks />
            </div>
            // Not the time: it changes by itself, and would be read out each time.
            <div class="tio-health__verdict">
                <p role="status">{verdict}</p>
                <Checked checks />
            </div>
            <Report checks />
        </section>
    }
}

/// While a run is under way, looks how far it is; but only while a person does, too. Who comes back to the tab sees what
/// is known by then.
fn follow(checks: Checks, under_way: Memo<bool>, in_view: Signal<bool>) {
    Effect::new(move |_| {
        if !(in_view.get() && under_way.get()) {
            return;
        }
        if let Ok(timer) = set_interval_with_handle(move || checks.follow(), FOLLOW) {
            on_cleanup(move || timer.clear());
        }
    });
    Effect::watch(
        move || in_view.get(),
        move |in_view, before, _| {
            if *in_view && before == Some(&false) {
                checks.read_again();
            }
        },
        false,
    );
}

/// What came of the checks, in a sentence.
fn verdict(i18n: I18n, shown: &Shown) -> String {
    let texts = &i18n.maintenance().health;
    let report = match shown {
        Shown::Loading => return i18n.loading.to_owned(),
        Shown::NotLoaded(_) => return String::new(),
        Shown::Begun => return texts.begun.to_owned(),
        Shown::Report(report) => report,
    };
    match report.verdict() {
        Verdict::NeverRun => texts.never_run.to_owned(),
        Verdict::UnderWay(None) => texts.begun.to_owned(),
        Verdict::UnderWay(Some(step)) => {
            let place = Step::ALL.iter().take_while(|other| **other != step).count() + 1;
            texts
                .under_way
                .with(&place.to_string(), check_words::step(i18n.maintenance(), step))
        }
        Verdict::Passed => texts.passed.to_owned(),
        Verdict::Failed(step) => texts.failed.with(check_words::step(i18n.maintenance(), step)),
    }
}

/// When the last run was over.
#[component]
fn Checked(
    /// The checks.
    checks: Checks,
) -> impl IntoView {
    let [before, after] = use_i18n().maintenance().health.checked.around();
    let at = Memo::new(move |_| {
        checks.shown.with(|shown| match shown {
            Shown::Report(report) => match &report.run {
                Run::Over(at) => Some(at.clone()),
                Run::Never | Run::UnderWay(_) => None,
            },
            Shown::Loading | Shown::NotLoaded(_) | Shown::Begun => None,
        })
    });
    move || {
        let time = at.get()?;
        Some(view! { <p class="tio-hint">{before} <Time time /> {after}</p> })
    }
}

/// Why the checks were not run, as far as anybody knows, and another attempt.
#[component]
fn NotRun(
    /// The checks.
    checks: Checks,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = i18n.maintenance().health.not_run;
    move || {
        let failure = checks.failure.get()?;
        Some(view! { <NotDone title failure on_retry=move |()| checks.run() /> })
    }
}

/// How far a report is.
#[derive(Clone, PartialEq, Eq)]
enum Stage {
    Loading,
    NotLoaded(Failure),
    There,
}

/// The steps, once there is something to be said of them, or why not.
#[component]
fn Report(
    /// The checks.
    checks: Checks,
) -> impl IntoView {
    let not_loaded = use_i18n().maintenance().health.not_loaded;
    let stage = Memo::new(move |_| {
        checks.shown.with(|shown| match shown {
            Shown::Loading => Stage::Loading,
            Shown::NotLoaded(failure) => Stage::NotLoaded(failure.clone()),
            Shown::Begun | Shown::Report(_) => Stage::There,
        })
    });
    move || match stage.get() {
        Stage::Loading => view! { <Skeleton lines=6 /> }.into_any(),
        Stage::There => view! { <Steps checks /> }.into_any(),
        Stage::NotLoaded(failure) => view! {
            <div role="alert">
                <Failed title=not_loaded failure on_retry=move |()| checks.read_again() />
            </div>
        }
        .into_any(),
    }
}
