//! What testing all connections came to, by outcome.

use web_sys::MouseEvent;

use super::{
    super::{
        copy_details::copy_details,
        jira_page::jira_page,
        services::{FocusWish, Services, use_services},
    },
    progress::number,
};
use crate::{
    components::{
        disclosure::{Fold, disclosure},
        icon::{IconName, IconSize, icon},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        route,
        test_round::{Phase, Round, Target, Verdict},
    },
    i18n::{I18n, use_i18n, words},
    state::test_all::{Stage, TestAll},
    view::{
        Child as _, El, View, fragment,
        tags::{a, bdi, li, p, span, ul},
    },
};

/// Connections that a group names. The list beside the dialog has the others, by their new status.
const NAMED: usize = 50;

/// The outcome in one line, then the connections by outcome; what has to be done comes first and is open.
pub fn results(round: TestAll) -> View {
    round.stage.with_untracked(|stage| match stage {
        Stage::Testing(round) => ended(round),
        Stage::Idle | Stage::Collecting | Stage::NotCollected(_) => View::empty(),
    })
}

fn ended(round: &Round) -> View {
    let i18n = use_i18n();
    let services = use_services();
    let head = match round.phase() {
        Phase::BrokenOff(failure) => SectionMessage::new(Tone::Danger, i18n.test_all.broken_off)
            .body(fragment([
                p().child(words::failure(i18n, failure)).into(),
                p().child(headline(i18n, round)).into(),
            ]))
            .actions(fragment([
                jira_page(failure.remedy()).into_view(),
                copy_details(i18n.test_all.broken_off, failure),
            ]))
            .into_view(),
        _ => p()
            .class("tio-test-all__headline")
            .child(headline(i18n, round))
            .into_view(),
    };
    let groups = Verdict::ALL.into_iter().filter_map(|verdict| {
        let count = round.count(verdict);
        (count > 0).then(|| group(i18n, services, round, verdict, count))
    });
    fragment(std::iter::once(head).chain(groups))
}

/// How many connections were tested, and whether all were.
pub fn headline(i18n: I18n, round: &Round) -> String {
    if *round.phase() == Phase::Complete {
        let tested = u32::try_from(round.tested()).unwrap_or(u32::MAX);
        i18n.count(i18n.test_all.complete, tested)
    } else {
        let (tested, to_test) = (number(i18n, round.tested()), number(i18n, round.to_test()));
        i18n.test_all.stopped.with(&tested, &to_test)
    }
}

fn group(i18n: I18n, services: &'static Services, round: &Round, verdict: Verdict, count: usize) -> View {
    let fold = match verdict {
        Verdict::Accepted | Verdict::NoKey => Fold::Closed,
        Verdict::Rejected | Verdict::Unreachable | Verdict::Failed => Fold::Open,
    };
    let rows: Vec<_> = round
        .of(verdict)
        .take(NAMED)
        .map(|target| li().child(link(i18n, services, target)))
        .collect();
    let more = u32::try_from(count.saturating_sub(NAMED)).unwrap_or(u32::MAX);
    let more = (more > 0).then(|| li().child(i18n.count(i18n.test_all.and_more, more)));
    disclosure(
        fold,
        verdict_line(i18n, verdict, count),
        ul().class("tio-test-all__rows").child(rows).child(more),
    )
    .into_view()
}

/// An outcome and how many connections had it: icon, words and colour.
pub fn verdict_line(i18n: I18n, verdict: Verdict, count: usize) -> El {
    let texts = &i18n.test_all;
    let (tone, name, text) = match verdict {
        Verdict::Accepted => (Tone::Success, IconName::CheckCircle, texts.accepted),
        Verdict::Rejected => (Tone::Danger, IconName::Error, texts.rejected),
        Verdict::Unreachable => (Tone::Warning, IconName::Warning, texts.unreachable),
        Verdict::Failed => (Tone::Danger, IconName::Question, texts.failed),
        Verdict::NoKey => (Tone::Neutral, IconName::Key, texts.no_key),
    };
    span()
        .class(["tio-verdict ", tone.class()].concat())
        .child(icon(name, IconSize::Small))
        .child(text.with(&number(i18n, count)))
}

fn link(i18n: I18n, services: &'static Services, target: &Target) -> El {
    let id = target.id.clone();
    let (name, key) = match &target.project {
        Some((name, key)) => (name.clone(), [" (", key.as_str(), ")"].concat()),
        None => (i18n.global.title.to_owned(), String::new()),
    };
    a().class("tio-link")
        .attr("href", route::fragment_of(&id))
        .on("click", move |event: MouseEvent| {
            event.prevent_default();
            services.tool.set(None);
            services.open(id.clone(), FocusWish::Heading);
        })
        .child(bdi().child(name))
        .child(key)
}
