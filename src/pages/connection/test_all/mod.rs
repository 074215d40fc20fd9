//! The dialog that tests all connections.

mod progress;
mod results;

use web_sys::HtmlElement;

use self::{
    progress::{number, progress},
    results::{headline, results},
};
use super::{
    copy_details::copy_details,
    jira_page::jira_page,
    recovery_banner::recovery_banner,
    services::{Services, Tool, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        dialog::Dialog,
        progress::{Progress, spinner},
        section_message::SectionMessage,
        select::{Choice, select},
        tone::Tone,
    },
    domain::{failure::Failure, filter::ListFilter, test_round::Phase},
    i18n::{I18n, use_i18n, words},
    reactive::{Callback, RwSignal, Signal, effect, memo},
    state::test_all::{Stage, TestAll},
    view::{
        Child as _, NodeRef, View, dynamic, fragment,
        tags::{div, p},
        when,
    },
};

/// After how many percent more it is told to those who do not see the bar.
const TOLD_STEP: usize = 10;

/// Which connections are tested.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// All of them.
    All,
    /// Those that the filter shows.
    Filtered,
}

impl Scope {
    /// What is asked about first.
    fn first(services: &'static Services) -> Self {
        if services.store.list.query.with_untracked(ListFilter::is_empty) {
            Self::All
        } else {
            Self::Filtered
        }
    }

    /// Its word in the choice.
    const fn as_word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Filtered => "filtered",
        }
    }
}

/// What the dialog shows, without the figures that change while it does.
#[derive(Clone, PartialEq, Eq)]
enum Shows {
    Question,
    Collecting,
    Failure(Failure),
    Progress,
    Results,
}

/// Asks which connections are tested, shows how far that is, and what it came to.
pub fn test_all_dialog() -> Dialog {
    let i18n = use_i18n();
    let services = use_services();
    let round = TestAll::new(
        services.store,
        // The open connection reads itself again.
        Callback::new(move |()| services.returned.set(())),
    );
    let open = Signal::derive(move || services.tool.get() == Some(Tool::TestAll));
    let is_open = memo(move || open.get());
    let scope = RwSignal::new(Scope::All);
    effect(move || {
        if is_open.get() {
            scope.set(Scope::first(services));
        } else {
            round.forget();
        }
    });
    let shows = memo(move || {
        round.stage.with(|stage| match stage {
            Stage::Idle => Shows::Question,
            Stage::Collecting => Shows::Collecting,
            Stage::NotCollected(failure) => Shows::Failure(failure.clone()),
            Stage::Testing(round) if round.has_ended() => Shows::Results,
            Stage::Testing(_) => Shows::Progress,
        })
    });
    let spoken = memo(move || round.stage.with(|stage| spoken(i18n, stage)));
    let body = move || {
        let shown = dynamic(move || match shows.get() {
            Shows::Question => question(services, scope),
            Shows::Collecting => spinner(i18n.test_all.collecting).into(),
            Shows::Failure(_) => View::empty(),
            Shows::Progress => progress(round),
            Shows::Results => results(round),
        });
        let failed = dynamic(move || match shows.get() {
            Shows::Failure(failure) => not_collected(&failure),
            _ => View::empty(),
        });
        fragment([
            recovery_banner().into(),
            div().class("tio-test-all").child(shown).into(),
            div().attr("role", "alert").child(failed).into(),
            p().class("tio-visually-hidden")
                .attr("role", "status")
                .child(spoken)
                .into(),
        ])
    };
    let leave = NodeRef::<HtmlElement>::new();
    let start = Callback::new(move |()| {
        // The button that was pressed goes away.
        if let Some(leave) = leave.get_untracked() {
            // A mounted button can take the focus.
            let _ = leave.focus();
        }
        round.start(match scope.get_untracked() {
            Scope::Filtered => services.store.list.query.get_untracked(),
            Scope::All => ListFilter::default(),
        });
    });
    let busy = memo(move || matches!(shows.get(), Shows::Collecting | Shows::Progress));
    let close = Callback::new(move |()| {
        if busy.get_untracked() {
            round.stop();
        } else {
            services.tool.set(None);
        }
    });
    let footer = move || {
        let start_label = Signal::derive(move || match shows.get() {
            Shows::Question => i18n.test_all.start,
            _ => i18n.test_all.again,
        });
        let leave_label = Signal::derive(move || {
            if busy.get() {
                i18n.test_all.stop
            } else {
                i18n.close
            }
        });
        fragment([
            when(Signal::derive(move || !busy.get()), move || {
                Button::new(start_label)
                    .appearance(Appearance::Primary)
                    .on_click(start)
            }),
            Button::new(leave_label)
                .node_ref(leave)
                .on_click(close)
                .into_view(),
        ])
    };
    Dialog::new(open, i18n.test_all.title, close)
        .medium()
        .body(body)
        .footer(footer)
}

/// What is read out. Each connection would be too much to listen to, so it is told in steps.
fn spoken(i18n: I18n, stage: &Stage) -> String {
    let Stage::Testing(round) = stage else {
        return String::new();
    };
    match round.phase() {
        Phase::Running => {
            let progress = Progress {
                done: round.tested(),
                total: round.to_test(),
            };
            let step = progress.percent() / TOLD_STEP * TOLD_STEP;
            i18n.test_all.spoken.with(&number(i18n, step))
        }
        Phase::Waiting(_) => i18n.test_all.wait_title.to_owned(),
        Phase::BrokenOff(failure) => {
            [i18n.test_all.broken_off, ": ", &words::failure(i18n, failure)].concat()
        }
        Phase::Complete | Phase::Stopped => headline(i18n, round),
    }
}

/// What will be done, and to which connections where that is a question.
fn question(services: &'static Services, scope: RwSignal<Scope>) -> View {
    let i18n = use_i18n();
    let choice = |scope: Scope, label: String| Choice {
        value: scope.as_word().to_owned(),
        label,
    };
    let which = (Scope::first(services) == Scope::Filtered).then(|| {
        let project_connections = services
            .store
            .summary
            .with_untracked(|summary| summary.ready().map_or(0, |summary| summary.connections.total));
        let all = i18n.test_all.all.with(&i18n.number(project_connections + 1));
        let choices = vec![
            choice(Scope::Filtered, i18n.test_all.filtered.to_owned()),
            choice(Scope::All, all),
        ];
        select(
            i18n.test_all.which,
            choices.into(),
            Signal::derive(move || scope.get().as_word().to_owned()),
            Callback::new(move |word: String| {
                scope.set(if word == Scope::All.as_word() {
                    Scope::All
                } else {
                    Scope::Filtered
                });
            }),
        )
    });
    fragment([p().child(i18n.test_all.explain).into(), which.into_view()])
}

fn not_collected(failure: &Failure) -> View {
    let i18n = use_i18n();
    SectionMessage::new(Tone::Danger, i18n.test_all.not_collected)
        .body(words::failure(i18n, failure))
        .actions(fragment([
            jira_page(failure.remedy()).into_view(),
            copy_details(i18n.test_all.not_collected, failure),
        ]))
        .into_view()
}
