//! How far testing all connections has come.

use super::results::verdict_line;
use crate::{
    components::{
        countdown::countdown,
        progress::{Progress, progress_bar},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::test_round::{Phase, Round, Verdict},
    i18n::{I18n, use_i18n},
    reactive::{Signal, memo},
    state::test_all::{Stage, TestAll},
    view::{View, dynamic, fragment, tags::p},
};

/// The bar, the figures, and why it stands still, if it does.
pub fn progress(round: TestAll) -> View {
    let i18n = use_i18n();
    let done = memo(move || {
        read(round, |round| Progress {
            done: round.tested(),
            total: round.to_test(),
        })
    });
    let wait = memo(move || {
        read(round, |round| match round.phase() {
            Phase::Waiting(seconds) => Some(*seconds),
            _ => None,
        })
    });
    let waiting = dynamic(move || {
        wait.get().map(|seconds| {
            let left = countdown(seconds, move || round.go_on());
            SectionMessage::new(Tone::Info, i18n.test_all.wait_title).body(Signal::derive(move || {
                i18n.count(i18n.test_all.wait_text, left.get())
            }))
        })
    });
    let verdicts = Verdict::ALL
        .into_iter()
        .filter(|verdict| *verdict != Verdict::NoKey);
    let counts: Vec<_> = verdicts
        .map(|verdict| {
            let count = memo(move || read(round, |round| round.count(verdict)));
            dynamic(move || (count.get() > 0).then(|| verdict_line(i18n, verdict, count.get())))
        })
        .collect();
    fragment([
        progress_bar(i18n.test_all.progress, done).into(),
        p().class("tio-test-all__figures")
            .child(Signal::derive(move || figures(i18n, done.get())))
            .child(counts)
            .into(),
        waiting,
    ])
}

fn figures(i18n: I18n, progress: Progress) -> String {
    i18n.test_all
        .tested
        .with(&number(i18n, progress.done), &number(i18n, progress.total))
}

/// A count as it is shown. More connections than fit are more than Jira can hold.
pub fn number(i18n: I18n, count: usize) -> String {
    i18n.number(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Looks at the round, which is there while this part of the dialog is.
fn read<T: Default>(round: TestAll, look: impl FnOnce(&Round) -> T) -> T {
    round.stage.with(|stage| match stage {
        Stage::Testing(round) => look(round),
        Stage::Idle | Stage::Collecting | Stage::NotCollected(_) => T::default(),
    })
}
