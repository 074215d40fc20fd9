//! The page's title, its figures, and the ways to help.

use leptos::prelude::*;

use super::{new_tab::NewTab, services::use_services};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button},
        dynamic::dynamic_if,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::overview::Summary,
    i18n::{I18n, use_i18n, words},
    state::load::Load,
};

/// The band above both columns.
#[component]
pub fn Header() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let overview = Signal::derive(move || {
        services.store.summary.with(|summary| match summary {
            Load::Ready(summary) => overview(i18n, summary, global_is_active(services)),
            Load::Loading => String::new(),
            Load::Failed(failure) => words::failure(i18n, failure),
        })
    });
    let read_only = dynamic_if(
        Signal::derive(move || !services.store.can_manage.get()),
        move || {
            view! {
                <SectionMessage tone=Tone::Info title=i18n.read_only>
                    {i18n.read_only_reason}
                </SectionMessage>
            }
            .built()
        },
    );
    view! {
        <header class="tio-header">
            <div class="tio-header__title">
                <h1>{i18n.page_title}</h1>
                <p class="tio-header__overview">{overview}</p>
            </div>
            <div class="tio-header__links">
                <Button
                    appearance=Appearance::Link
                    on_click=Callback::new(move |()| services.looking_up.set(true))
                >
                    {i18n.lookup.open}
                </Button>
                <NewTab url=services.host().help_url label=i18n.help.link rel="noopener noreferrer" />
            </div>
            {read_only}
        </header>
    }
    .built()
}

fn global_is_active(services: super::services::Services) -> bool {
    services.store.global.with(|global| {
        global
            .ready()
            .is_some_and(|global| global.connection.serves_all_projects())
    })
}

/// Which connection Jira's projects use, in one line.
fn overview(i18n: I18n, summary: &Summary, global_active: bool) -> String {
    let projects = &summary.projects;
    let mut parts = vec![if global_active {
        i18n.count(i18n.overview_active, projects.global)
    } else {
        i18n.overview_inactive.to_owned()
    }];
    parts.push(i18n.count(i18n.overview_own, projects.own));
    if projects.none > 0 {
        parts.push(i18n.count(i18n.overview_none, projects.none));
    }
    parts.join(" · ")
}
