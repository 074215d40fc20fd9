//! The switch of a job's notifications.

use leptos::prelude::*;

use crate::{
    components::{field::LabelVisibility, switch::Switch},
    domain::{ids::JobId, job::Job},
    i18n::use_i18n,
    pages::shared::not_done::NotDone,
    state::maintenance::jobs::{Jobs, Switching},
};

/// The switch. It shows what the server has, and what is asked for is saved at once.
#[component]
pub fn NotifySwitch(
    /// The jobs.
    jobs: Jobs,
    /// Which one.
    id: JobId,
    /// The same with all that is known of it.
    job: Memo<Option<Job>>,
    /// What it is called.
    name: Memo<String>,
) -> impl IntoView {
    let texts = &use_i18n().maintenance().jobs;
    let busy = {
        let id = id.clone();
        move || {
            jobs.switching
                .with(|now| now.get(&id) == Some(&Switching::Saving))
        }
    };
    view! {
        <Switch
            label=Signal::derive(move || name.with(|name| texts.notify.with(name)))
            label_visibility=LabelVisibility::Hidden
            checked=Signal::derive(move || job.with(|job| job.as_ref().is_some_and(|job| job.notify)))
            busy=Signal::derive(busy)
            on_change=move |notify| jobs.set_notify(id.clone(), notify)
        />
    }
}

/// Why what was asked for was not saved.
#[component]
pub fn NotSwitched(
    /// The jobs.
    jobs: Jobs,
    /// Which one.
    id: JobId,
) -> impl IntoView {
    let texts = &use_i18n().maintenance().jobs;
    let failed = {
        let id = id.clone();
        Memo::new(move |_| {
            jobs.switching.with(|now| match now.get(&id) {
                Some(Switching::Failed(notify, failure)) => Some((*notify, failure.clone())),
                Some(Switching::Saving) | None => None,
            })
        })
    };
    move || {
        let (notify, failure) = failed.get()?;
        let id = id.clone();
        Some(view! {
            <NotDone
                title=texts.not_switched
                failure
                on_retry=move |()| jobs.set_notify(id.clone(), notify)
            />
        })
    }
}
