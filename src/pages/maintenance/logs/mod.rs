//! The tab Logs: what was logged, and the same as a file.

mod counts;
pub mod download;
mod file;
mod lines;
mod range;
mod tools;

use leptos::{html, prelude::*};

use self::{lines::Lines, range::RangeForm, tools::Tools};
use super::use_maintenance;
use crate::{
    components::in_view::keep_focus_in_view, domain::log::LineFilter, i18n::use_i18n,
    state::maintenance::logs::Logs as State,
};

/// What the tab shows.
#[component]
pub fn Logs() -> impl IntoView {
    let texts = &use_i18n().maintenance().logs;
    let logs = State::read(use_maintenance());
    let section = NodeRef::<html::Section>::new();
    keep_focus_in_view(section);
    let filter = RwSignal::new(LineFilter::default());
    view! {
        <section class="tio-logs" node_ref=section>
            <h2>{texts.title}</h2>
            <p class="tio-hint">{texts.explain}</p>
            <RangeForm logs />
            <Tools logs filter />
            <Lines logs filter />
        </section>
    }
}
