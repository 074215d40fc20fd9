//! The Maintenance page: what is wrong, what was logged, what runs by itself, and how to begin anew. A folder for each tab.

mod address;
mod cloud;
mod data;
pub mod health;
mod jobs;
mod logs;
mod right_missing;

use leptos::prelude::*;

use self::{
    address::Address,
    cloud::Cloud,
    data::Data,
    health::Health,
    jobs::Jobs,
    logs::{
        Logs,
        download::{DownloadBar, log_download},
    },
    right_missing::RightMissing,
};
use crate::{
    components::{anchors::Anchor, tabs::Tabs},
    domain::maintenance::tab::Tab,
    host::{context::Host, presence},
    i18n::{I18n, use_i18n},
    pages::shared::{recovery_banner::RecoveryBanner, surroundings::Surroundings},
    state::maintenance::{Maintenance, Right, log_download::LogDownload},
};

/// The tabs that are shown, in their order.
const SHOWN: [Tab; 5] = [Tab::Health, Tab::Logs, Tab::Jobs, Tab::Data, Tab::Cloud];

/// The page.
#[component]
pub fn MaintenancePage(
    /// What leads to the server.
    maintenance: Maintenance,
    /// Where this deployment's parts are.
    host: Host,
) -> impl IntoView {
    let i18n = use_i18n();
    let address = Address::follow();
    let on_screen = presence::on_screen();
    provide_context(maintenance);
    provide_context(log_download(maintenance));
    provide_context(Surroundings {
        host: StoredValue::new(host),
        recovery: maintenance.recovery,
        open: Signal::stored(None),
    });
    presence::on_return(move || maintenance.person_returned());
    let tabs = SHOWN.map(|tab| (tab, name(i18n, tab))).to_vec();
    let panel = move |tab, is_selected: Signal<bool>| {
        let in_view = Signal::derive(move || is_selected.get() && on_screen.get());
        view! { <Panel tab in_view /> }.into_any()
    };
    view! {
        <main class="tio-maintenance">
            <h1>{i18n.maintenance_title}</h1>
            <RecoveryBanner />
            <DownloadBar />
            <Tabs
                label=i18n.maintenance().tabs
                tabs
                selected=address.tab
                on_select=move |tab| address.go(tab)
                panel
            />
            <Anchor />
        </main>
    }
}

/// What leads to the server. [`MaintenancePage`] provides it.
pub fn use_maintenance() -> Maintenance {
    expect_context()
}

/// What downloads the log. [`MaintenancePage`] provides it.
pub fn use_log_download() -> LogDownload {
    expect_context()
}

/// Whether a person can see what a tab shows: it is selected, and the browser shows the page.
#[derive(Clone, Copy)]
struct InView(Signal<bool>);

/// Whether a person can see the tab of whoever asks.
pub fn use_in_view() -> Signal<bool> {
    expect_context::<InView>().0
}

/// A tab's name.
fn name(i18n: I18n, tab: Tab) -> &'static str {
    let texts = i18n.maintenance();
    match tab {
        Tab::Health => texts.health.tab,
        Tab::Logs => texts.logs.tab,
        Tab::Jobs => texts.jobs.tab,
        Tab::Data => texts.data.tab,
        Tab::Cloud => texts.cloud.tab,
    }
}

/// What belongs to a tab, or that it is not for this person.
#[component]
fn Panel(
    /// The tab.
    tab: Tab,
    /// Whether a person can see it.
    in_view: Signal<bool>,
) -> impl IntoView {
    provide_context(InView(in_view));
    let right = use_maintenance().right;
    let may_be_seen = move || !tab.needs_right() || right.get() == Right::Assumed;
    let content = move || match tab {
        Tab::Health => view! { <Health /> }.into_any(),
        Tab::Logs => view! { <Logs /> }.into_any(),
        Tab::Jobs => view! { <Jobs /> }.into_any(),
        Tab::Data => view! { <Data /> }.into_any(),
        Tab::Cloud => view! { <Cloud /> }.into_any(),
    };
    view! {
        <Show when=may_be_seen fallback=|| view! { <RightMissing /> }>
            {content()}
        </Show>
    }
}
