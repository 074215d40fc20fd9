//! Help beside what it is about.

mod first_steps;
mod panels;

use leptos::prelude::*;

use self::{first_steps::FirstSteps, panels::Panels};
use super::services::Services;
use crate::{components::subscription, domain::summary::Summary, state::load::Load};

/// The help beside the open connection.
#[component]
pub fn Aside(
    /// Whether anything has been set up.
    set_up: Memo<SetUp>,
) -> impl IntoView {
    view! {
        <div class="tio-detail__aside">
            <Show when=move || set_up.get() != SetUp::Unknown>
                <Show when=move || set_up.get() == SetUp::Nothing>
                    <FirstSteps />
                </Show>
                <Panels set_up />
            </Show>
        </div>
    }
}

/// Whether anything has been set up in this Jira yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetUp {
    /// Not known before the figures are there. What depends on it waits: help that came at the wrong place would move.
    Unknown,
    /// It has not: this is a first run.
    Nothing,
    /// It has, or nobody can tell.
    Something,
}

impl SetUp {
    /// As far as the server's answers say, beside the Global connection. Who has another one open has set that up.
    pub fn of(services: Services, is_global: bool) -> Self {
        if !is_global {
            return Self::Something;
        }
        subscription::end_on_cleanup();
        let no_key = services
            .store
            .global
            .with(|global| global.ready().is_some_and(|global| global.key.is_none()));
        let total = |summary: &Load<Summary>| match summary {
            Load::Ready(summary) if summary.connections.total == 0 => Self::Nothing,
            Load::Loading => Self::Unknown,
            Load::Ready(_) | Load::Failed(_) => Self::Something,
        };
        if no_key {
            services.store.summary.with(total)
        } else {
            Self::Something
        }
    }
}
