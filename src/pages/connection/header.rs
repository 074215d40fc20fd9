//! The page's title, its figures, and the ways to help.

use super::{
    jira_page::jira_page,
    new_tab::new_tab,
    recovery_banner::recovery_banner,
    services::{Services, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::overview::Summary,
    i18n::{I18n, use_i18n, words},
    reactive::Signal,
    state::load::Load,
    view::{
        Child as _, El, View, dynamic, fragment,
        tags::{self, div, h1, p},
        when,
    },
};

/// The band above both columns.
pub fn header() -> El {
    let i18n = use_i18n();
    let services = use_services();
    let overview = Signal::derive(move || {
        services.store.summary.with(|summary| match summary {
            Load::Ready(summary) => overview(i18n, summary, global_is_active(services)),
            Load::Loading => String::new(),
            Load::Failed(failure) => words::failure(i18n, failure),
        })
    });
    let read_only = when(
        Signal::derive(move || !services.store.can_manage.get()),
        move || SectionMessage::new(Tone::Info, i18n.read_only).body(i18n.read_only_reason),
    );
    let ways_on = dynamic(move || {
        services.store.summary.with(|summary| match summary {
            Load::Failed(failure) => fragment([
                jira_page(failure.remedy()).into_view(),
                Button::new(i18n.retry)
                    .appearance(Appearance::Link)
                    .on_click(move |()| services.store.load_summary())
                    .into_view(),
            ]),
            Load::Loading | Load::Ready(_) => View::empty(),
        })
    });
    let look_up = Button::new(i18n.lookup.open)
        .appearance(Appearance::Link)
        .on_click(move |()| services.looking_up.set(true));
    tags::header()
        .class("tio-header")
        .child(
            div()
                .class("tio-header__title")
                .child(h1().child(i18n.page_title))
                .child(p().class("tio-header__overview").child(overview).child(ways_on)),
        )
        .child(div().class("tio-header__links").child(look_up).child(new_tab(
            services.host.help_url.clone(),
            i18n.help.link,
            "noopener noreferrer",
        )))
        .child(recovery_banner())
        .child(read_only)
}

fn global_is_active(services: &'static Services) -> bool {
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
