//! The last runs of a job, on demand.

use leptos::prelude::*;

use super::words;
use crate::{
    components::{disclosure::Disclosure, lozenge::Lozenge},
    domain::job::{Job, Run},
    i18n::use_i18n,
};

/// The runs, folded away at first.
#[component]
pub fn Runs(
    /// The job.
    job: Memo<Option<Job>>,
    /// What it is called.
    name: Memo<String>,
) -> impl IntoView {
    let texts = &use_i18n().maintenance().jobs;
    let runs =
        Memo::new(move |_| job.with(|job| job.as_ref().map(|job| job.runs.clone()).unwrap_or_default()));
    let rows = move || {
        let row = |run| view! { <RunLine run /> };
        runs.get().into_iter().map(row).collect_view()
    };
    let [before, after] = texts.runs.around();
    let summary = move || {
        view! {
            <span>
                {before} <bdi>{name}</bdi> {after}
            </span>
        }
    };
    view! {
        <Disclosure summary>
            <ul class="tio-runs">{rows}</ul>
            <Show when=move || runs.with(Vec::is_empty)>
                <p class="tio-runs">{texts.no_runs}</p>
            </Show>
        </Disclosure>
    }
}

/// A run: what it came to, when, and what came of it.
#[component]
fn RunLine(
    /// The run.
    run: Run,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().jobs;
    let (tone, icon) = words::look(run.outcome);
    let [before, between, after] = texts.took.around();
    let at = &run.started_at;
    view! {
        <li class="tio-runs__run">
            <Lozenge tone icon text=words::status(i18n, run.outcome) />
            <span>
                {before}
                <time datetime=at.as_str().to_owned() title=i18n.exact(at)>
                    {i18n.to_the_minute(at)}
                </time>
                {between} {i18n.duration(run.duration_ms)} {after}
            </span>
            <span class="tio-runs__message">{run.message.clone()}</span>
        </li>
    }
}
