//! A job in the table, and below it what is worth more room.

use leptos::prelude::*;

use super::{
    runs::Runs,
    switch::{NotSwitched, NotifySwitch},
    words,
};
use crate::{
    components::lozenge::Lozenge,
    domain::{ids::JobId, job::Job, time::Timestamp},
    i18n::use_i18n,
    pages::shared::time::{Time, Told},
    state::maintenance::jobs::Jobs,
};

/// A job's two rows.
#[component]
pub fn JobRows(
    /// The jobs.
    jobs: Jobs,
    /// Which one.
    id: JobId,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().jobs;
    // The row goes only after the list has been told that the job is gone.
    let job = {
        let id = id.clone();
        Memo::new(move |before: Option<&Option<Job>>| {
            let now = jobs.jobs.with(|jobs| {
                let jobs = jobs.ready()?;
                jobs.iter().find(|job| job.id == id).cloned()
            });
            now.or_else(|| before.cloned().flatten())
        })
    };
    let of = move |get: fn(&Job) -> Option<Timestamp>| {
        Memo::new(move |_| job.with(|job| job.as_ref().and_then(get)))
    };
    let name = Memo::new(move |_| {
        job.with(|job| job.as_ref().map(|job| words::name(i18n, job)).unwrap_or_default())
    });
    let purpose = move || job.with(|job| job.as_ref().map(|job| words::purpose(i18n, job)));
    let status = Memo::new(move |_| job.with(|job| job.as_ref().map(|job| job.status)));
    let lozenge = move || {
        let status = status.get()?;
        let (tone, icon) = words::look(status);
        Some(view! { <Lozenge tone icon text=words::status(i18n, status) /> })
    };
    let since = of(|job| job.status_since.clone());
    let since = move || {
        let time = since.get()?;
        Some(view! {
            <span class="tio-hint">
                <Time time told=Told::Since />
            </span>
        })
    };
    view! {
        <tr class="tio-jobs__job" role="row">
            <th role="rowheader" scope="row">
                <bdi>{name}</bdi>
                <span class="tio-jobs__purpose tio-hint">{purpose}</span>
            </th>
            <td role="cell" data-label=texts.status>
                {lozenge} {since}
            </td>
            <td role="cell" data-label=texts.last_run>
                <Point time=of(|job| job.last_run_at.clone()) otherwise=texts.never />
            </td>
            <td role="cell" data-label=texts.next_run>
                <Point time=of(|job| job.next_run_at.clone()) otherwise=texts.not_planned />
            </td>
            <td role="cell" data-label=texts.notifications>
                <NotifySwitch jobs id=id.clone() job name />
            </td>
        </tr>
        <tr class="tio-jobs__more" role="row">
            <td role="cell" colspan="5">
                <div role="alert">
                    <NotSwitched jobs id />
                </div>
                <Runs job name />
            </td>
        </tr>
    }
}

/// A point in time to the minute, or a word where there is none. The exact one is in its title.
#[component]
fn Point(
    /// When.
    time: Memo<Option<Timestamp>>,
    /// What is said where there is no such time.
    otherwise: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    move || match time.get() {
        Some(time) => view! {
            <time datetime=time.as_str().to_owned() title=i18n.exact(&time)>
                {i18n.to_the_minute(&time)}
            </time>
        }
        .into_any(),
        None => otherwise.into_any(),
    }
}
