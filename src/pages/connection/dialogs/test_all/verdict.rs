//! What came of testing some connections, in figures.

use leptos::prelude::*;

use crate::{
    components::{
        icon::{Icon, IconName},
        tone::Tone,
    },
    domain::test_round::Verdict,
    i18n::{I18n, use_i18n},
};

/// An outcome and how many connections had it: icon, words and colour.
#[component]
pub fn VerdictLine(
    /// The outcome.
    verdict: Verdict,
    /// How many connections had it.
    count: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let (tone, name) = match verdict {
        Verdict::Accepted => (Tone::Success, IconName::CheckCircle),
        Verdict::Rejected => (Tone::Danger, IconName::Error),
        Verdict::Unreachable => (Tone::Warning, IconName::Warning),
        Verdict::Failed => (Tone::Danger, IconName::Question),
        Verdict::NoKey => (Tone::Neutral, IconName::Key),
    };
    let counted = i18n
        .dialogs()
        .test_all
        .counted
        .with(words(i18n, verdict), &number(i18n, count));
    view! {
        <span class=["tio-verdict ", tone.class()].concat()>
            <Icon name />
            {counted}
        </span>
    }
}

/// What came of testing a connection, in words.
pub fn words(i18n: I18n, verdict: Verdict) -> &'static str {
    let texts = &i18n.dialogs().test_all;
    match verdict {
        Verdict::Accepted => texts.accepted,
        Verdict::Rejected => texts.rejected,
        Verdict::Unreachable => texts.unreachable,
        Verdict::Failed => texts.failed,
        Verdict::NoKey => texts.no_key,
    }
}

/// A count as it is shown. More connections than fit are more than Jira can hold.
pub fn number(i18n: I18n, count: usize) -> String {
    i18n.number(u32::try_from(count).unwrap_or(u32::MAX))
}
