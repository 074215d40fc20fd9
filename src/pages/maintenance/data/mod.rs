//! The tab Data: forgetting all that is stored.

mod question;

use leptos::prelude::*;

use self::question::Question;
use super::{use_in_view, use_maintenance};
use crate::{
    components::{
        button::{Appearance, Button},
        icon::IconName,
        in_view::show_beside_focus,
        progress::{Skeleton, Spinner},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::stored::Stored,
    i18n::use_i18n,
    pages::shared::{failed::Failed, surroundings::use_surroundings},
    state::{
        load::Load,
        maintenance::clearing::{Clearing, Stage},
    },
};

/// What the tab shows.
#[component]
pub fn Data() -> impl IntoView {
    let texts = &use_i18n().maintenance().data;
    let clearing = Clearing::read(use_maintenance());
    follow(clearing);
    let progress = Memo::new(move |_| clearing.stored.with(Load::progress));
    let failed = move || match progress.get() {
        Load::Failed(failure) => Some(view! {
            <Failed title=texts.not_loaded failure on_retry=move |()| clearing.read_again() />
        }),
        Load::Loading | Load::Ready(()) => None,
    };
    let stored = Memo::new(move |_| clearing.stored.with(|stored| stored.ready().cloned()));
    let loading =
        move || (progress.get() == Load::Loading).then(|| view! { <Spinner label=texts.loading /> });
    let content = move || match (progress.get(), stored.get()) {
        (Load::Loading, _) => view! { <Skeleton lines=4 /> }.into_any(),
        (_, Some(stored)) => view! { <WhatGoes stored /> }.into_any(),
        (_, None) => ().into_any(),
    };
    let is_known = move || stored.with(Option::is_some);
    view! {
        <section class="tio-data">
            <h2>{texts.title}</h2>
            <p>{texts.explain}</p>
            <Done clearing />
            <div role="alert">{failed}</div>
            <div role="status">{loading}</div>
            {content}
            <h3>{texts.stays}</h3>
            <ul class="tio-data__list">
                <li>{texts.stays_keys}</li>
                <li>{texts.stays_issues}</li>
                <li>{texts.stays_log}</li>
            </ul>
            // Nobody is to delete what nobody has counted.
            <Show when=is_known>
                <Button
                    appearance=Appearance::Danger
                    icon=IconName::Trash
                    on_click=move |()| clearing.ask()
                >
                    {texts.open}
                </Button>
            </Show>
            <Question clearing />
        </section>
    }
}

/// Counts again when the person can see it again: connections come and go on another page.
fn follow(clearing: Clearing) {
    let in_view = use_in_view();
    let returned = use_maintenance().returned;
    Effect::watch(
        move || (in_view.get(), returned.get()),
        move |(in_view, ()), _, _| {
            if *in_view && !clearing.is_running() {
                clearing.read_again();
            }
        },
        false,
    );
}

/// What is deleted, counted.
#[component]
fn WhatGoes(
    /// What there is.
    stored: Stored,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().data;
    let nothing = stored.is_nothing().then(|| view! { <li>{texts.nothing}</li> });
    let connections = (stored.connections > 0).then(|| {
        let text = i18n.count(texts.connections, stored.connections);
        view! { <li>{text}</li> }
    });
    let key = stored.global_key.then(|| view! { <li>{texts.global_key}</li> });
    let label = stored.global_label.map(|label| {
        let [before, after] = texts.global_label.around();
        view! {
            <li>
                {before}
                <bdi>{label}</bdi>
                {after}
            </li>
        }
    });
    view! {
        <h3>{texts.deleted}</h3>
        <ul class="tio-data__list">
            {nothing}
            {connections}
            {key}
            {label}
            <li>{texts.rest}</li>
        </ul>
    }
}

/// That it was done, and where to begin anew.
#[component]
fn Done(
    /// What was done.
    clearing: Clearing,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().data;
    let host = use_surroundings().host;
    let place = NodeRef::<leptos::html::Div>::new();
    let count = Memo::new(move |_| match clearing.stage.get() {
        Stage::Done(connections) => Some(connections),
        _ => None,
    });
    Effect::new(move |_| {
        if let (Some(_), Some(place)) = (count.get(), place.get_untracked()) {
            show_beside_focus(place.into());
        }
    });
    let message = move || {
        let text = i18n.count(texts.done_count, count.get()?);
        let href = host.with_value(|host| host.connection_url.clone());
        let actions = move || {
            view! {
                <a class="tio-button tio-button--primary" href=href target="_top">
                    {texts.begin_anew}
                </a>
            }
        };
        Some(view! {
            <SectionMessage tone=Tone::Success title=texts.done actions>
                {text}
            </SectionMessage>
        })
    };
    view! {
        <div role="status" node_ref=place>
            {message}
        </div>
    }
}
