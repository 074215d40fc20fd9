//! The line below the title: which connection Jira's projects use, and what needs attention.

use super::{
    super::{
        jira_page::jira_page,
        services::{Services, use_services},
    },
    attention::attention,
    coverage::{legend, picture},
    doubts::doubts,
};
use crate::{
    components::button::{Appearance, Button},
    domain::{failure::Failure, overview::Coverage},
    i18n::{use_i18n, words},
    reactive::{Signal, memo},
    state::load::Load,
    view::{
        Child as _, View, dynamic, fragment,
        tags::{p, span},
    },
};

/// What is shown of the figures.
#[derive(Clone, PartialEq, Eq)]
enum Shows {
    Nothing,
    Figures(Coverage),
    Failure(Failure),
}

/// The figures, with a picture of them.
pub fn overview() -> View {
    let i18n = use_i18n();
    let services = use_services();
    let shows = memo(move || {
        services.store.summary.with(|summary| match summary {
            Load::Ready(summary) => Shows::Figures(summary.projects),
            Load::Loading => Shows::Nothing,
            Load::Failed(failure) => Shows::Failure(failure.clone()),
        })
    });
    let active = memo(move || global_is_active(services));
    let figures = dynamic(move || match shows.get() {
        Shows::Nothing => View::empty(),
        Shows::Failure(failure) => fragment([
            words::failure(i18n, &failure).into_view(),
            jira_page(failure.remedy()).into_view(),
            Button::new(i18n.retry)
                .appearance(Appearance::Link)
                .on_click(move |()| services.store.load_summary())
                .into_view(),
        ]),
        Shows::Figures(projects) => {
            let state = Signal::derive(move || {
                if active.get() {
                    i18n.overview.active
                } else {
                    i18n.overview.inactive
                }
            });
            fragment([span().child(state).into(), legend(projects).into_view()])
        }
    });
    let bar = dynamic(move || match shows.get() {
        Shows::Figures(projects) => Some(picture(projects)),
        Shows::Nothing | Shows::Failure(_) => None,
    });
    fragment([
        p().class("tio-header__overview")
            .child(figures)
            .child(attention())
            .child(doubts())
            .into(),
        bar,
    ])
}

fn global_is_active(services: &'static Services) -> bool {
    services.store.global.with(|global| {
        global
            .ready()
            .is_some_and(|global| global.connection.serves_all_projects())
    })
}
