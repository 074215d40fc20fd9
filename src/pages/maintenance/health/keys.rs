//! What Test IO said of the stored keys.

use leptos::prelude::*;

use crate::{
    domain::{
        check::{FailedKey, Outcome, Progress, Step},
        route,
    },
    i18n::{check_words, use_i18n},
    pages::shared::surroundings::use_surroundings,
    state::maintenance::health::{Health as Checks, Shown},
};

/// How many keys were accepted, and those that were not, each with the way to a connection that holds it. Nothing before
/// anything was asked about them.
#[component]
pub fn Keys(
    /// The checks.
    checks: Checks,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = i18n.maintenance().health.keys;
    let asked = Memo::new(move |_| {
        checks.shown.with(|shown| {
            let Shown::Report(report) = shown else { return None };
            match report.progress(Step::Keys) {
                Progress::Done(keys) if !matches!(keys.outcome, Outcome::Skipped(_)) => {
                    Some((report.keys_accepted, report.keys_failed.clone()))
                }
                Progress::Done(_) | Progress::NotYet | Progress::Running => None,
            }
        })
    });
    move || {
        let (accepted, failed) = asked.get()?;
        let list = (!failed.is_empty()).then(|| {
            let keys = failed.into_iter().map(|key| view! { <NotAccepted key /> });
            view! {
                <ul class="tio-step__keys" role="list" aria-label=texts.failed>
                    {keys.collect_view()}
                </ul>
            }
        });
        Some(view! {
            <p>{i18n.count(texts.accepted, accepted)}</p>
            {list}
        })
    }
}

/// A key that was not accepted.
#[component]
fn NotAccepted(
    /// The key.
    key: FailedKey,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().health.keys;
    let host = use_surroundings().host;
    let href = host.with_value(|host| [&host.connection_url, &*route::fragment_of(&key.connection)].concat());
    let name = match &key.project {
        Some(project) => project.name.clone(),
        None => i18n.global.title.to_owned(),
    };
    let label = key.account_label.map(|label| view! { <bdi>{label}</bdi> });
    view! {
        <li>
            <a class="tio-link" href=href target="_top">
                <bdi>{name}</bdi>
            </a>
            {label}
            <span>{check_words::key_status(i18n.maintenance(), key.status)}</span>
            <span class="tio-hint">{i18n.count(texts.connections, key.connections)}</span>
        </li>
    }
}
