//! The report of the checks as a text, to pass on to whoever can mend the way.

use leptos::prelude::*;

use super::steps::{facts, word};
use crate::{
    components::button::Button,
    domain::{
        black_out::blacked_out,
        check::{FailedKey, Outcome, Progress, Report, Run, Step},
    },
    host::{download, location},
    i18n::{I18n, check_words, use_i18n},
    pages::shared::copy_text::CopyText,
    state::maintenance::health::{Health as Checks, Shown},
};

/// How the files are named.
const FILE: &str = "test-io-checks";

/// The buttons that copy the report and save it as a file. Nothing until there is a whole one.
#[component]
pub fn Details(
    /// The checks.
    checks: Checks,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = i18n.maintenance().health.details;
    let text = Memo::new(move |_| {
        checks.shown.with(|shown| match shown {
            Shown::Report(report) => details(i18n, report),
            Shown::Loading | Shown::NotLoaded(_) | Shown::Begun => None,
        })
    });
    let not_saved = RwSignal::new(false);
    let save = move |()| {
        if let Some(text) = text.get_untracked() {
            not_saved.set(download::save_text(FILE, &text).is_err());
        }
    };
    view! {
        {move || {
            text.get()
                .map(|text| {
                    view! {
                        <CopyText text label=texts.copy copied=texts.copied field=texts.label />
                        <Button on_click=save>{texts.download}</Button>
                    }
                })
        }}
        <p role="alert">{move || not_saved.get().then_some(texts.not_saved)}</p>
    }
}

/// Versions, addresses, steps and statuses. No key and no hint is in them, and whatever could be a key is blacked out once
/// more. Nothing until the run is over.
fn details(i18n: I18n, report: &Report) -> Option<String> {
    let Run::Over(at) = &report.run else { return None };
    let texts = &i18n.maintenance().health.details;
    let mut lines = vec![
        texts.title.to_owned(),
        texts.checked.with(at.as_str()),
        texts.plugin.with(&report.versions.plugin),
        texts.jira.with(&report.versions.jira),
        texts.runtime.with(&report.versions.runtime),
        texts.database.with(&report.versions.database),
        texts
            .page
            .with(&[env!("CARGO_PKG_VERSION"), " ", &location::path()].concat()),
    ];
    for (place, step) in (1..).zip(Step::ALL) {
        lines.push(String::new());
        lines.extend(of_step(i18n, place, step, report));
    }
    Some(blacked_out(&lines.join("\n")))
}

fn of_step(i18n: I18n, place: usize, step: Step, report: &Report) -> Vec<String> {
    let progress = report.progress(step);
    let name = check_words::step(i18n.maintenance(), step);
    let mut lines = vec![[&place.to_string(), ". ", name, ": ", word(i18n, &progress)].concat()];
    let Progress::Done(checked) = progress else {
        return lines;
    };
    let mut about = facts(i18n, &checked);
    about.extend(checked.detail.clone());
    match checked.outcome {
        Outcome::Passed => about.push(check_words::duration(i18n, checked.duration_ms)),
        Outcome::Skipped(reason) => {
            about.extend(check_words::reason(i18n.maintenance(), reason).map(str::to_owned))
        }
        Outcome::Failed(cause) => {
            about.push(check_words::duration(i18n, checked.duration_ms));
            let words = check_words::cause(i18n.maintenance(), &checked, cause);
            about.extend([words.cause, words.advice]);
        }
    }
    if step == Step::Keys && !matches!(checked.outcome, Outcome::Skipped(_)) {
        about.push(i18n.count(i18n.maintenance().health.keys.accepted, report.keys_accepted));
        about.extend(report.keys_failed.iter().map(|key| of_key(i18n, key)));
    }
    lines.extend(about.into_iter().map(|line| ["   ", &line].concat()));
    lines
}

/// A key that was not accepted, by a connection that holds it.
fn of_key(i18n: I18n, key: &FailedKey) -> String {
    let texts = &i18n.maintenance().health;
    let project = match &key.project {
        Some(project) => project.key.as_str(),
        None => i18n.global.title,
    };
    [
        "- ",
        &texts.details.connection.with(key.connection.as_str()),
        " (",
        project,
        "): ",
        check_words::key_status(i18n.maintenance(), key.status),
        ", ",
        &i18n.count(texts.keys.connections, key.connections),
    ]
    .concat()
}
