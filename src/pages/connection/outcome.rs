//! What the last attempt came to, and the ways on.

use leptos::{html, prelude::*};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{new_tab::NewTab, open::Open, services::use_services};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button},
        dynamic::{dynamic, effect},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        connection::Versioned,
        draft::Verify,
        failure::{Failure, Remedy},
        test_report::{Outcome as TestOutcome, TestReport, Tested},
    },
    i18n::{I18n, use_i18n, words},
    state::editor::{Attempt, Outcome},
};

/// The messages of the open connection. What a dialog started is said in the dialog while that is open.
///
/// Both live regions exist before there is anything to say: a region that appears together with its text may not be
/// read out.
#[component]
pub fn OutcomeMessages(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let good = dynamic(move || {
        open.outcome.with(|outcome| match outcome {
            Some(Outcome::Done(attempt)) => done(i18n, open, *attempt),
            Some(Outcome::Tested(tested, report)) => Some(tested_view(i18n, *tested, report)),
            Some(Outcome::Failed(..)) | None => None,
        })
    });
    let bad = dynamic(move || {
        open.outcome.with(|outcome| match outcome {
            Some(Outcome::Failed(Attempt::RemoveKey | Attempt::Delete, _)) => None,
            Some(Outcome::Failed(attempt, failure)) => {
                Some(view! { <FailureMessage open=open attempt=*attempt failure=failure.clone() /> })
            }
            Some(Outcome::Done(_) | Outcome::Tested(..)) | None => None,
        })
    });
    let messages = NodeRef::<html::Div>::new();
    effect(move || {
        if let (true, Some(messages)) = (open.outcome.with(Option::is_some), messages.get_untracked()) {
            keep_in_view(messages);
        }
    });
    view! {
        <div node_ref=messages>
            <div role="status">{good}</div>
            <div role="alert">{bad}</div>
        </div>
    }
    .built()
}

/// Scrolls, once the message is there, as little as shows it whole.
fn keep_in_view(messages: web_sys::HtmlDivElement) {
    request_animation_frame(move || {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        messages.scroll_into_view_with_scroll_into_view_options(&options);
    });
}

/// Why an attempt failed, with the ways on that fit.
#[component]
pub fn FailureMessage(
    /// The open connection.
    open: Open,
    /// What was attempted.
    attempt: Attempt,
    /// Why it failed.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    if let Failure::Stale(Some(theirs)) = failure {
        return view! { <Conflict open=open attempt=attempt theirs=*theirs /> }.built();
    }
    let text = words::failure(i18n, &failure);
    let kept = matches!(attempt, Attempt::Save(_)).then_some(i18n.failure.input_kept);
    let actions = move || view! { <WaysOn open=open attempt=attempt remedy=failure.remedy() /> };
    view! {
        <SectionMessage tone=Tone::Danger title=words::not_done(i18n, attempt) actions=ViewFnOnce::from(actions)>
            {text}
            " "
            {kept}
        </SectionMessage>
    }
    .built()
}

#[component]
fn WaysOn(open: Open, attempt: Attempt, remedy: Remedy) -> impl IntoView {
    let i18n = use_i18n();
    let host = use_services().host();
    let again = move |attempt: Attempt, label: &'static str| {
        view! {
            <Button on_click=Callback::new(move |()| open.attempt(attempt))>{label}</Button>
        }
    };
    let page = match remedy {
        Remedy::LogIn => Some((host.login_url, i18n.failure.log_in)),
        Remedy::ConfirmAdmin => Some((host.web_sudo_url, i18n.failure.confirm)),
        _ => None,
    };
    let page = page.map(|(url, label)| view! { <NewTab url=url label=label rel="noopener" /> });
    let skips = remedy == Remedy::SkipVerification && attempt == Attempt::Save(Verify::First);
    let skip = skips.then(|| again(Attempt::Save(Verify::Skip), i18n.failure.skip_verification));
    let retries = !matches!(remedy, Remedy::None | Remedy::MendInput);
    let retry = retries.then(|| again(attempt, i18n.retry));
    view! { {page} {retry} {skip} }.built()
}

/// Somebody else was faster: the admin decides whose change stays.
#[component]
fn Conflict(open: Open, attempt: Attempt, theirs: Versioned) -> impl IntoView {
    let i18n = use_i18n();
    let when = i18n.ago(&theirs.connection.updated_at);
    let text = match &theirs.connection.updated_by {
        Some(person) => i18n.conflict.by.with(person, &when),
        None => i18n.conflict.by_unknown.with(&when),
    };
    let actions = move || {
        let (for_mine, for_theirs) = (theirs.clone(), theirs);
        let mine = Callback::new(move |()| {
            open.rebase(for_mine.clone());
            open.attempt(attempt);
        });
        let take = Callback::new(move |()| open.take_theirs(for_theirs.clone()));
        view! {
            <Button appearance=Appearance::Primary on_click=mine>{i18n.conflict.keep_mine}</Button>
            <Button on_click=take>{i18n.conflict.take_theirs}</Button>
        }
    };
    view! {
        <SectionMessage tone=Tone::Warning title=i18n.conflict.title actions=ViewFnOnce::from(actions)>
            {text}
        </SectionMessage>
    }
    .built()
}

fn done(i18n: I18n, open: Open, attempt: Attempt) -> Option<AnyView> {
    let title = match attempt {
        Attempt::Save(_) => i18n.detail.saved,
        Attempt::SetActive(true) => i18n.global.switched_on,
        Attempt::SetActive(false) => i18n.global.switched_off,
        Attempt::RemoveKey => i18n.removal.key_removed,
        Attempt::Test(_) | Attempt::Delete => return None,
    };
    let advice = (matches!(attempt, Attempt::Save(_))).then(|| {
        open.stored
            .with_untracked(|stored| words::status(i18n, &stored.connection).advice)
    });
    Some(
        view! {
            <SectionMessage tone=Tone::Success title=title>
                {advice}
            </SectionMessage>
        }
        .built(),
    )
}

fn tested_view(i18n: I18n, tested: Tested, report: &TestReport) -> AnyView {
    let tone = match report.outcome {
        TestOutcome::Accepted => Tone::Success,
        TestOutcome::Rejected => Tone::Danger,
        TestOutcome::Unreachable | TestOutcome::RateLimited => Tone::Warning,
    };
    let products = report
        .products
        .iter()
        .map(|product| product.name.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    view! {
        <SectionMessage tone=tone title=words::test_report(i18n, tested, report)>
            <bdi>{products}</bdi>
        </SectionMessage>
    }
    .built()
}
