//! The tab Synchronisation jobs.

mod row;
mod runs;
mod switch;
mod words;

use std::time::Duration;

use leptos::{html, prelude::*};

use self::row::JobRows;
use super::{use_in_view, use_maintenance};
use crate::{
    components::{
        in_view::keep_focus_in_view,
        progress::{Skeleton, Spinner},
    },
    domain::ids::JobId,
    host::clock,
    i18n::use_i18n,
    pages::shared::failed::Failed,
    state::{load::Load, maintenance::jobs::Jobs as State},
};

/// How often the jobs are read again while they are in view.
const EVERY: Duration = Duration::from_secs(30);

/// What the tab shows.
#[component]
pub fn Jobs() -> impl IntoView {
    let texts = &use_i18n().maintenance().jobs;
    let maintenance = use_maintenance();
    let jobs = State::read(maintenance);
    follow(jobs);
    let section = NodeRef::<html::Section>::new();
    keep_focus_in_view(section);
    let progress = Memo::new(move |_| jobs.jobs.with(Load::progress));
    let failed = move || {
        let outdated = jobs.outdated.get().map(|failure| (texts.outdated, failure));
        let (title, failure) = outdated.or_else(|| match progress.get() {
            Load::Failed(failure) => Some((texts.not_loaded, failure)),
            Load::Loading | Load::Ready(()) => None,
        })?;
        Some(view! { <Failed title failure on_retry=move |()| jobs.refresh() /> })
    };
    let loading =
        move || (progress.get() == Load::Loading).then(|| view! { <Spinner label=texts.loading /> });
    let content = move || match progress.get() {
        Load::Loading => view! { <Skeleton lines=4 /> }.into_any(),
        Load::Ready(()) => view! { <Table jobs /> }.into_any(),
        Load::Failed(_) => ().into_any(),
    };
    let zone = clock::time_zone().map(|zone| texts.explain.with(&zone));
    view! {
        <section class="tio-jobs" node_ref=section>
            <h2>{texts.title}</h2>
            <p class="tio-hint">{zone}</p>
            <div role="alert">{failed}</div>
            <div role="status">{loading}</div>
            {content}
        </section>
    }
}

/// Reads the jobs again every now and then while a person can see them, and when the person can see them again.
fn follow(jobs: State) {
    let in_view = use_in_view();
    let returned = use_maintenance().returned;
    Effect::watch(
        move || (in_view.get(), returned.get()),
        move |(in_view, ()), _, _| {
            if *in_view {
                jobs.refresh();
            }
        },
        false,
    );
    let tick = move || {
        if in_view.try_get_untracked() == Some(true) {
            jobs.refresh_if_known();
        }
    };
    // Without timers the page has more to worry about than a job of a minute ago.
    if let Ok(timer) = set_interval_with_handle(tick, EVERY) {
        on_cleanup(move || timer.clear());
    }
}

/// All jobs. Its roles are named, because a narrow window shows it as cards, which browsers take for no table.
#[component]
fn Table(
    /// The jobs.
    jobs: State,
) -> impl IntoView {
    let texts = &use_i18n().maintenance().jobs;
    let ids = Memo::new(move |_| {
        jobs.jobs.with(|jobs| -> Vec<JobId> {
            let jobs = jobs.ready().map_or(&[][..], Vec::as_slice);
            jobs.iter().map(|job| job.id.clone()).collect()
        })
    });
    let heads = [
        texts.job,
        texts.status,
        texts.last_run,
        texts.next_run,
        texts.notifications,
    ]
    .map(|head| view! { <th role="columnheader" scope="col">{head}</th> });
    view! {
        <table class="tio-jobs__table" role="table" aria-label=texts.tab>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || ids.get() key=JobId::clone let:id>
                    <JobRows jobs id />
                </For>
            </tbody>
        </table>
        <Show when=move || ids.with(Vec::is_empty)>
            <p>{texts.none}</p>
        </Show>
    }
}
