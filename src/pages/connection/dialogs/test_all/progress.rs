//! How far testing all connections has come.

use leptos::prelude::*;

use super::verdict::{VerdictLine, number};
use crate::{
    components::{
        countdown::countdown,
        progress::{Progress, ProgressBar},
        section_message::SectionMessage,
        subscription::outlived,
        tone::Tone,
    },
    domain::test_round::{Phase, Round, Verdict},
    i18n::use_i18n,
    state::test_all::{Stage, TestAll},
};

/// The bar, the figures, and why it stands still, if it does.
#[component]
pub fn RoundProgress(
    /// What is under way.
    round: TestAll,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().test_all;
    let done = Memo::new(move |_| {
        read(round, |round| Progress {
            done: round.tested(),
            total: round.to_test(),
        })
    });
    let wait = Memo::new(move |_| {
        read(round, |round| match round.phase() {
            Phase::Waiting(seconds) => Some(*seconds),
            _ => None,
        })
    });
    let figures = move || {
        let Progress { done, total } = done.get();
        texts.tested.with(&number(i18n, done), &number(i18n, total))
    };
    let counts = Verdict::ALL
        .into_iter()
        .filter(|verdict| *verdict != Verdict::NoKey)
        .map(|verdict| view! { <Count round verdict /> })
        .collect_view();
    view! {
        <ProgressBar label=texts.progress progress=done />
        <p class="tio-test-all__figures">{figures} {counts}</p>
        {move || wait.get().map(|seconds| view! { <Wait round seconds /> })}
    }
}

/// How many connections have had an outcome so far. Nothing while none has.
#[component]
fn Count(
    /// What is under way.
    round: TestAll,
    /// The outcome.
    verdict: Verdict,
) -> impl IntoView {
    let count = Memo::new(move |_| read(round, |round| round.count(verdict)));
    move || (count.get() > 0).then(|| view! { <VerdictLine verdict count=count.get() /> })
}

/// Why it stands still, and for how long. It goes on by itself.
#[component]
fn Wait(
    /// What is under way.
    round: TestAll,
    /// For how long Test IO asks to wait, in seconds.
    seconds: u32,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().test_all;
    let left = countdown(seconds, move || round.go_on());
    view! {
        <SectionMessage tone=Tone::Info title=texts.wait_title>
            {move || i18n.count(texts.wait_text, left.get())}
        </SectionMessage>
    }
}

/// Looks at the round, which is there while this part of the dialog is.
fn read<T: Default>(round: TestAll, look: impl FnOnce(&Round) -> T) -> T {
    outlived(round.stage).with(|stage| match stage {
        Stage::Testing(round) => look(round),
        Stage::Idle | Stage::Collecting | Stage::NotCollected(_) => T::default(),
    })
}
