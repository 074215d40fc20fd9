//! What testing all connections came to, by outcome.

use leptos::{ev, prelude::*};

use super::{
    super::super::services::{FocusTarget, use_services},
    verdict::{VerdictLine, number},
};
use crate::{
    components::{
        disclosure::{Disclosure, Fold},
        dom::is_plain_click,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        failure::Failure,
        test_round::{Phase, Round, Target, Verdict},
    },
    i18n::{I18n, use_i18n, words},
    pages::shared::{copy_details::CopyDetails, jira_page::JiraPage},
};

/// Connections that a group names. The list beside the dialog has the others, by their new status.
const NAMED: usize = 50;

/// The outcome in one line, then the connections by outcome; what has to be done comes first and is open.
#[component]
pub fn Results(
    /// What has come to its end.
    round: Round,
) -> impl IntoView {
    let headline = headline(use_i18n(), &round);
    let head = match round.phase() {
        Phase::BrokenOff(failure) => view! { <BrokenOff failure=failure.clone() headline /> }.into_any(),
        _ => view! { <p class="tio-test-all__headline">{headline}</p> }.into_any(),
    };
    let groups = Verdict::ALL
        .into_iter()
        .filter_map(|verdict| {
            let count = round.count(verdict);
            let named: Vec<_> = round.of(verdict).take(NAMED).cloned().collect();
            (count > 0).then(|| view! { <Group verdict count named /> })
        })
        .collect_view();
    view! {
        {head}
        {groups}
    }
}

/// How many connections were tested, and whether all were.
pub fn headline(i18n: I18n, round: &Round) -> String {
    let texts = &i18n.dialogs().test_all;
    if *round.phase() == Phase::Complete {
        let tested = u32::try_from(round.tested()).unwrap_or(u32::MAX);
        i18n.count(texts.complete, tested)
    } else {
        let (tested, to_test) = (number(i18n, round.tested()), number(i18n, round.to_test()));
        texts.stopped.with(&tested, &to_test)
    }
}

/// Why no more connections were tested.
#[component]
fn BrokenOff(
    /// What stood in the way.
    failure: Failure,
    /// How many were.
    headline: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().test_all;
    let text = words::failure(i18n, &failure);
    let ways_on = move || {
        view! {
            <JiraPage remedy=failure.remedy() />
            <CopyDetails not_done=texts.broken_off failure />
        }
    };
    view! {
        <SectionMessage tone=Tone::Danger title=texts.broken_off actions=ways_on>
            <p>{text}</p>
            <p>{headline}</p>
        </SectionMessage>
    }
}

/// The connections that had the same outcome.
#[component]
fn Group(
    /// The outcome.
    verdict: Verdict,
    /// How many had it.
    count: usize,
    /// Those that are named, at most [`NAMED`].
    named: Vec<Target>,
) -> impl IntoView {
    let i18n = use_i18n();
    let fold = match verdict {
        Verdict::Accepted | Verdict::NoKey => Fold::Closed,
        Verdict::Rejected | Verdict::Unreachable | Verdict::Failed => Fold::Open,
    };
    let more = u32::try_from(count.saturating_sub(NAMED)).unwrap_or(u32::MAX);
    let more = (more > 0).then(|| i18n.count(i18n.dialogs().test_all.and_more, more));
    let row = |target| {
        view! {
            <li>
                <ConnectionLink target />
            </li>
        }
    };
    view! {
        <Disclosure fold summary=move || view! { <VerdictLine verdict count /> }>
            <ul class="tio-test-all__rows">
                {named.into_iter().map(row).collect_view()}
                {more.map(|more| view! { <li>{more}</li> })}
            </ul>
        </Disclosure>
    }
}

/// The way to a connection.
#[component]
fn ConnectionLink(
    /// The connection.
    target: Target,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let (name, key) = match target.project {
        Some((name, key)) => (name, [" (", key.as_str(), ")"].concat()),
        None => (i18n.global.title.to_owned(), String::new()),
    };
    let href = services.address_of(&target.id);
    let open = move |ev: ev::MouseEvent| {
        if is_plain_click(&ev) {
            ev.prevent_default();
            // The report stays: there may be more connections in it to look after.
            services.report_kept.set(true);
            services.tool.set(None);
            services.open(target.id.clone(), Some(FocusTarget::Heading));
        }
    };
    view! {
        <a class="tio-link" href=href target="_top" on:click=open>
            <bdi>{name}</bdi>
            {key}
        </a>
    }
}
