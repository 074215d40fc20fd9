//! What the last attempt came to, and the ways on.

mod conflict;
pub mod failure;

use leptos::{html, prelude::*};

use self::failure::FailureMessage;
use super::{super::services::use_services, open::Open};
use crate::{
    components::{button::Button, in_view::show_beside_focus, section_message::SectionMessage, tone::Tone},
    domain::{
        connection::Connection,
        draft::Reach,
        status::Status,
        test_report::{Outcome as TestOutcome, TestReport, Tested},
    },
    i18n::{use_i18n, words},
    state::editor::{Attempt, Outcome},
};

/// What messages are about. Each stands where it was asked for, so that what comes of it is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What Test IO says to a key: beside the key.
    Tests,
    /// Everything else: below the form.
    Changes,
}

impl About {
    fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Tested(..) | Outcome::Done(Attempt::Test(_)) | Outcome::Failed(Attempt::Test(_), _) => {
                Self::Tests
            }
            Outcome::Done(_) | Outcome::Failed(..) => Self::Changes,
        }
    }
}

/// Messages of the open connection. What a dialog started is said in the dialog while that is open.
///
/// Both live regions exist before there is anything to say: a region that appears together with its text may not be
/// read out.
#[component]
pub fn Messages(
    /// The open connection.
    open: Open,
    /// Which of them.
    about: About,
) -> impl IntoView {
    let outcome = Memo::new(move |_| {
        let outcome = open.editor.outcome.get();
        outcome.filter(|outcome| About::of(outcome) == about)
    });
    let good = move || match outcome.get()? {
        Outcome::Done(attempt) => Some(view! { <DoneMessage open attempt /> }.into_any()),
        Outcome::Tested(tested, report) => Some(view! { <TestedMessage tested report /> }.into_any()),
        Outcome::Failed(..) => None,
    };
    let bad = move || match outcome.get()? {
        Outcome::Failed(Attempt::RemoveKey | Attempt::Delete, _) if open.asking.get().is_some() => None,
        Outcome::Failed(attempt, failure) => Some(view! { <FailureMessage open attempt failure /> }),
        Outcome::Done(_) | Outcome::Tested(..) => None,
    };
    let messages = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (true, Some(messages)) = (outcome.with(Option::is_some), messages.get_untracked()) {
            show_beside_focus(messages.into());
        }
    });
    view! {
        <div class="tio-outcome" node_ref=messages>
            <div role="status">{good}</div>
            <div role="alert">{bad}</div>
        </div>
    }
}

/// It was done. Nothing for what says so itself.
#[component]
fn DoneMessage(
    /// The open connection.
    open: Open,
    /// What was done.
    attempt: Attempt,
) -> impl IntoView {
    let i18n = use_i18n();
    let tone = move || {
        open.connection
            .with_untracked(|connection| tone_of(connection.status))
    };
    // That all is well stands above the form already.
    let advice = move || {
        open.connection.with(|connection| {
            (connection.status != Status::Connected).then(|| words::status(i18n, connection).advice)
        })
    };
    let title = match attempt {
        Attempt::Save(_) => match open.editor.last_reach() {
            Reach::This => i18n.detail.saved.to_owned(),
            further @ Reach::SameKey(_) => i18n.count(i18n.detail.saved_in, further.count()),
        },
        Attempt::SetActive(true) => i18n.global.switched_on.to_owned(),
        Attempt::SetActive(false) => return Some(view! { <SwitchedOff open /> }.into_any()),
        Attempt::RemoveKey => {
            let removed = view! { <SectionMessage tone=Tone::Success title=i18n.removal.key_removed /> };
            return Some(removed.into_any());
        }
        Attempt::Test(_) | Attempt::Delete => return None,
    };
    let done = view! {
        <SectionMessage tone=tone() title>
            {advice}
        </SectionMessage>
    };
    Some(done.into_any())
}

/// That Global is off, and the way back for whoever did not mean it. It stays until the next step, for as long as Global
/// is off.
#[component]
fn SwitchedOff(
    /// The Global (default) connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let is_off = Memo::new(move |_| !open.connection.with(Connection::serves_all_projects));
    let disabled_reason = Signal::derive(move || services.read_only_reason(i18n.read_only_reason));
    let undo = move || {
        view! {
            <Show when=move || is_off.get()>
                <Button disabled_reason on_click=move |()| open.attempt(Attempt::SetActive(true))>
                    {i18n.global.undo}
                </Button>
            </Show>
        }
    };
    view! { <SectionMessage tone=Tone::Success title=i18n.global.switched_off actions=undo /> }
}

/// What was done is good news only as far as what it came to is.
fn tone_of(status: Status) -> Tone {
    match status {
        Status::Connected | Status::Inactive | Status::KeyMissing => Tone::Success,
        Status::Unverified | Status::Unknown => Tone::Info,
        Status::KeyRejected | Status::Unreachable | Status::ProjectUnavailable => Tone::Warning,
    }
}

/// What Test IO said to a key.
#[component]
fn TestedMessage(
    /// Which key.
    tested: Tested,
    /// What Test IO said.
    report: TestReport,
) -> impl IntoView {
    let i18n = use_i18n();
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
        <SectionMessage tone title=words::test_report(i18n, tested, &report)>
            <bdi>{products}</bdi>
        </SectionMessage>
    }
}
