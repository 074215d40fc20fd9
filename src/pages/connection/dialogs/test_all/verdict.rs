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
    let texts = &i18n.test_all;
    let (tone, name, text) = match verdict {
        Verdict::Accepted => (Tone::Success, IconName::CheckCircle, texts.accepted),
        Verdict::Rejected => (Tone::Danger, IconName::Error, texts.rejected),
        Verdict::Unreachable => (Tone::Warning, IconName::Warning, texts.unreachable),
        Verdict::Failed => (Tone::Danger, IconName::Question, texts.failed),
        Verdict::NoKey => (Tone::Neutral, IconName::Key, texts.no_key),
    };
    view! {
        <span class=["tio-verdict ", tone.class()].concat()>
            <Icon name />
            {text.with(&number(i18n, count))}
        </span>
    }
}

/// A count as it is shown. More connections than fit are more than Jira can hold.
pub fn number(i18n: I18n, count: usize) -> String {
    i18n.number(u32::try_from(count).unwrap_or(u32::MAX))
}
