//! The dialog that tests all connections.

mod progress;
mod question;
mod report;
mod results;
mod verdict;

use leptos::{html, prelude::*};

use self::{
    progress::RoundProgress,
    question::{Question, Scope},
    report::save_report,
    results::{Results, headline},
};

pub use self::verdict::number;
use super::super::services::{Tool, use_services};
use crate::{
    components::{
        button::{Appearance, Button},
        dialog::{Dialog, DialogSize},
        dom::focus,
        progress::{Progress, Spinner},
        subscription::outlived,
    },
    domain::{
        failure::Failure,
        test_round::{Phase, Round},
    },
    i18n::{I18n, use_i18n, words},
    pages::shared::{failed::Failed, recovery_banner::RecoveryBanner},
    state::test_all::{Stage, TestAll},
};

/// After how many percent more it is told to those who do not see the bar.
const TOLD_STEP: usize = 10;

/// What the dialog shows, without the figures that change while it does.
#[derive(Clone, PartialEq, Eq)]
enum Shows {
    Question,
    Collecting,
    Failure(Failure),
    Progress,
    Results,
}

impl Shows {
    fn at(stage: &Stage) -> Self {
        match stage {
            Stage::Idle => Self::Question,
            Stage::Collecting => Self::Collecting,
            Stage::NotCollected(failure) => Self::Failure(failure.clone()),
            Stage::Testing(round) if round.has_ended() => Self::Results,
            Stage::Testing(_) => Self::Progress,
        }
    }

    /// Whether something is under way that can be stopped.
    const fn is_busy(&self) -> bool {
        matches!(self, Self::Collecting | Self::Progress)
    }
}

/// Asks which connections are tested, shows how far that is, and what it came to.
#[component]
pub fn TestAllDialog() -> impl IntoView {
    let services = use_services();
    let open = Memo::new(move |_| services.tool.get() == Some(Tool::TestAll));
    // The open connection reads itself again.
    let on_end = Callback::new(move |()| services.returned.set(()));
    // It outlives the dialog: its report stays while its connections are looked after.
    let round = TestAll::new(services.store, on_end);
    view! {
        <Show when=move || open.get()>
            <OpenDialog open round />
        </Show>
    }
}

/// The dialog while it is open.
#[component]
fn OpenDialog(
    /// Whether it is.
    open: Memo<bool>,
    /// The round of tests.
    round: TestAll,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().test_all;
    let services = use_services();
    let exported = RwSignal::new(None::<String>);
    let scope = RwSignal::new(Scope::first(services));
    let shows = Memo::new(move |_| outlived(round.stage).with(Shows::at));
    let busy = Memo::new(move |_| shows.with(Shows::is_busy));
    let leave = NodeRef::<html::Button>::new();
    let start = move |()| {
        // The button that was pressed goes away.
        focus(leave);
        exported.set(None);
        match shows.get_untracked() {
            Shows::Question => round.start(scope.get_untracked().filter(services)),
            _ => round.again(),
        }
    };
    let close = move |()| {
        if busy.get_untracked() {
            round.stop();
        } else {
            round.forget();
            services.report_kept.set(false);
            services.tool.set(None);
        }
    };
    let has_report = Memo::new(move |_| shows.get() == Shows::Results);
    let export = move |()| {
        if let Some(round) = ended(round) {
            exported.set(Some(save_report(i18n, &round)));
        }
    };
    let start_label = move || match shows.get() {
        Shows::Question => texts.start,
        _ => texts.again,
    };
    let leave_label = move || {
        if busy.get() { texts.stop } else { i18n.close }
    };
    let footer = move || {
        view! {
            <Show when=move || !busy.get()>
                <Button appearance=Appearance::Primary on_click=start>
                    {start_label}
                </Button>
            </Show>
            <Show when=move || has_report.get()>
                <Button on_click=export>{texts.export}</Button>
            </Show>
            <Button on_click=close node_ref=leave>
                {leave_label}
            </Button>
        }
    };
    view! {
        <Dialog open on_close=close title=i18n.titles.test_all size=DialogSize::Medium footer>
            <RecoveryBanner />
            <Contents round shows scope exported />
        </Dialog>
    }
}

/// What is between the heading and the buttons.
#[component]
fn Contents(
    /// What is or was tested.
    round: TestAll,
    /// What of that is to be shown.
    shows: Memo<Shows>,
    /// Which connections the person chooses.
    scope: RwSignal<Scope>,
    /// What came of exporting the report.
    exported: RwSignal<Option<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().test_all;
    let shown = move || match shows.get() {
        Shows::Question => view! { <Question scope /> }.into_any(),
        Shows::Collecting => view! { <Spinner label=texts.collecting /> }.into_any(),
        Shows::Failure(_) => ().into_any(),
        Shows::Progress => view! { <RoundProgress round /> }.into_any(),
        Shows::Results => ended(round).map(|round| view! { <Results round /> }).into_any(),
    };
    let failed = move || match shows.get() {
        Shows::Failure(failure) => Some(view! { <Failed title=texts.not_collected failure /> }),
        _ => None,
    };
    let spoken = Memo::new(move |_| {
        let of_round = || outlived(round.stage).with(|stage| spoken(i18n, stage));
        exported.get().unwrap_or_else(of_round)
    });
    let exported = move || {
        exported
            .get()
            .map(|exported| view! { <p class="tio-hint">{exported}</p> })
    };
    view! {
        <div class="tio-test-all">{shown}</div>
        {exported}
        <div role="alert">{failed}</div>
        <p class="tio-visually-hidden" role="status">
            {spoken}
        </p>
    }
}

/// The round that has come to its end. Nothing about it changes any more.
fn ended(round: TestAll) -> Option<Round> {
    round.stage.with_untracked(|stage| match stage {
        Stage::Testing(round) => Some(round.clone()),
        Stage::Idle | Stage::Collecting | Stage::NotCollected(_) => None,
    })
}

/// What is read out. Each connection would be too much to listen to, so it is told in steps.
fn spoken(i18n: I18n, stage: &Stage) -> String {
    let texts = &i18n.dialogs().test_all;
    let round = match stage {
        Stage::Testing(round) => round,
        Stage::Collecting => return texts.collecting.to_owned(),
        Stage::Idle | Stage::NotCollected(_) => return String::new(),
    };
    match round.phase() {
        Phase::Running => {
            let progress = Progress {
                done: round.tested(),
                total: round.to_test(),
            };
            let step = progress.percent() / TOLD_STEP * TOLD_STEP;
            texts.spoken.with(&number(i18n, step))
        }
        Phase::Waiting(_) => texts.wait_title.to_owned(),
        Phase::BrokenOff(failure) => [texts.broken_off, ": ", &words::failure(i18n, failure)].concat(),
        Phase::Complete | Phase::Stopped => headline(i18n, round),
    }
}
