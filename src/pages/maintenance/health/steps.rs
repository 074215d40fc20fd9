//! The steps of a run, one below the other.

use leptos::prelude::*;

use super::keys::Keys;
use crate::{
    components::{
        icon::{Icon, IconName},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::check::{CheckedStep, Outcome, Progress, Step},
    i18n::{I18n, check_words, use_i18n},
    state::maintenance::health::{Health as Checks, Shown},
};

/// All steps, each as far as the server has said how far it is.
#[component]
pub fn Steps(
    /// The checks.
    checks: Checks,
) -> impl IntoView {
    let texts = &use_i18n().maintenance().health;
    let steps = Step::ALL.map(|step| view! { <StepItem checks step /> });
    view! {
        // Without its numbers it would be no list for some browsers, if it had no role.
        <ol class="tio-steps" role="list" aria-label=texts.steps>
            {steps}
        </ol>
    }
}

#[component]
fn StepItem(
    /// The checks.
    checks: Checks,
    /// The step.
    step: Step,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = check_words::step(i18n.maintenance(), step);
    let progress = Memo::new(move |_| {
        checks.shown.with(|shown| match shown {
            Shown::Report(report) => report.progress(step),
            Shown::Loading | Shown::NotLoaded(_) | Shown::Begun => Progress::NotYet,
        })
    });
    let tone = move || progress.with(|progress| ["tio-step ", tone(progress).class()].concat());
    let word = move || progress.with(|progress| word(i18n, progress));
    let duration = move || progress.with(|progress| duration(i18n, progress));
    let found = move || match progress.get() {
        Progress::Done(checked) => Some(view! { <Found checked /> }),
        Progress::NotYet | Progress::Running => None,
    };
    view! {
        <li class=tone>
            <span class="tio-step__sign">
                <Sign progress />
            </span>
            <div class="tio-step__text">
                <p class="tio-step__line">
                    <span class="tio-step__name">{name}</span>
                    <span class="tio-step__word">{word}</span>
                    <span class="tio-hint">{duration}</span>
                </p>
                {found}
                {(step == Step::Keys).then(|| view! { <Keys checks /> })}
            </div>
        </li>
    }
}

/// An icon, or a spinner while the step is tried. The word beside it says the same.
#[component]
fn Sign(
    /// How far the step is.
    progress: Memo<Progress>,
) -> impl IntoView {
    let icon = Memo::new(move |_| progress.with(icon));
    move || match icon.get() {
        Some(name) => view! { <Icon name /> }.into_any(),
        None => view! { <span class="tio-spinner" aria-hidden="true"></span> }.into_any(),
    }
}

fn tone(progress: &Progress) -> Tone {
    match progress {
        Progress::Done(checked) => match checked.outcome {
            Outcome::Passed => Tone::Success,
            Outcome::Failed(_) => Tone::Danger,
            Outcome::Skipped(_) => Tone::Neutral,
        },
        Progress::Running => Tone::Info,
        Progress::NotYet => Tone::Neutral,
    }
}

fn icon(progress: &Progress) -> Option<IconName> {
    match progress {
        Progress::NotYet => Some(IconName::Circle),
        Progress::Running => None,
        Progress::Done(checked) => Some(match checked.outcome {
            Outcome::Passed => IconName::CheckCircle,
            Outcome::Failed(_) => IconName::Error,
            Outcome::Skipped(_) => IconName::Skipped,
        }),
    }
}

/// How far a step is, in a word.
pub fn word(i18n: I18n, progress: &Progress) -> &'static str {
    let texts = &i18n.maintenance().health;
    match progress {
        Progress::NotYet => texts.not_yet,
        Progress::Running => texts.step_running,
        Progress::Done(checked) => match checked.outcome {
            Outcome::Passed => texts.step_passed,
            Outcome::Failed(_) => texts.step_failed,
            Outcome::Skipped(_) => texts.step_skipped,
        },
    }
}

/// How long a step took. What was skipped took no time.
fn duration(i18n: I18n, progress: &Progress) -> Option<String> {
    match progress {
        Progress::Done(CheckedStep {
            outcome: Outcome::Passed | Outcome::Failed(_),
            duration_ms,
            ..
        }) => Some(check_words::duration(i18n, *duration_ms)),
        _ => None,
    }
}

/// What was tried and found, and for a failure why and what to do.
#[component]
fn Found(
    /// The step.
    checked: CheckedStep,
) -> impl IntoView {
    let i18n = use_i18n();
    let facts = facts(i18n, &checked);
    let facts = facts.into_iter().map(|fact| view! { <span>{fact}</span> });
    // In the words of the system.
    let detail = checked
        .detail
        .clone()
        .map(|detail| view! { <span lang="en">{detail}</span> });
    let about = match checked.outcome {
        Outcome::Passed => ().into_any(),
        Outcome::Skipped(reason) => check_words::reason(i18n.maintenance(), reason)
            .map(|reason| view! { <p class="tio-hint">{reason}</p> })
            .into_any(),
        Outcome::Failed(cause) => {
            let words = check_words::cause(i18n.maintenance(), &checked, cause);
            view! {
                <SectionMessage tone=Tone::Danger title=words.cause>
                    {words.advice}
                </SectionMessage>
            }
            .into_any()
        }
    };
    view! {
        <p class="tio-hint tio-step__facts">{facts.collect_view()} {detail}</p>
        {about}
    }
}

/// What was tried, and the answer's status.
pub fn facts(i18n: I18n, checked: &CheckedStep) -> Vec<String> {
    let texts = &i18n.maintenance().health;
    let status = checked.http_status.map(|status| status.to_string());
    [
        checked
            .address
            .as_deref()
            .map(|address| texts.address.with(address)),
        checked.proxy.as_deref().map(|proxy| texts.proxy.with(proxy)),
        status.map(|status| texts.http_status.with(&status)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
