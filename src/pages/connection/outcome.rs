//! What the last attempt came to, and the ways on.

use leptos::prelude::request_animation_frame;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{copy_details::copy_details, jira_page::jira_page, menu::Asking, open::Open};
use crate::{
    components::{
        button::{Appearance, Button},
        countdown::countdown,
        dom::focused_element,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        connection::Versioned,
        difference::differences,
        draft::Verify,
        failure::{Failure, Remedy},
        test_report::{Outcome as TestOutcome, TestReport, Tested},
    },
    i18n::{I18n, use_i18n, words},
    reactive::{Callback, RwSignal, Signal, effect},
    state::editor::{Attempt, Outcome},
    view::{
        Child, El, NodeRef, View, dynamic, fragment,
        tags::{bdi, div, li, p, ul},
    },
};

/// The messages of the open connection. What a dialog started is said in the dialog while that is open.
///
/// Both live regions exist before there is anything to say: a region that appears together with its text may not be
/// read out.
pub fn outcome_messages(open: Open, asking: RwSignal<Option<Asking>>) -> El {
    let i18n = use_i18n();
    let good = dynamic(move || {
        open.editor.outcome.with(|outcome| match outcome {
            Some(Outcome::Done(attempt)) => done(i18n, open, *attempt),
            Some(Outcome::Tested(tested, report)) => Some(tested_message(i18n, *tested, report)),
            Some(Outcome::Failed(..)) | None => None,
        })
    });
    let bad = dynamic(move || {
        open.editor.outcome.with(|outcome| match outcome {
            Some(Outcome::Failed(Attempt::RemoveKey | Attempt::Delete, _)) if asking.get().is_some() => None,
            Some(Outcome::Failed(attempt, failure)) => Some(failure_message(open, asking, *attempt, failure)),
            Some(Outcome::Done(_) | Outcome::Tested(..)) | None => None,
        })
    });
    let messages = NodeRef::<HtmlElement>::new();
    effect(move || {
        if let (true, Some(messages)) = (
            open.editor.outcome.with(Option::is_some),
            messages.get_untracked(),
        ) {
            keep_in_view(messages);
        }
    });
    div()
        .class("tio-outcome")
        .node_ref(messages)
        .child(div().attr("role", "status").child(good))
        .child(div().attr("role", "alert").child(bad))
}

/// Scrolls, once the message is there, as little as shows it whole. Where there is no room for both, what has the focus
/// stays in view: the message is read out.
fn keep_in_view(messages: HtmlElement) {
    request_animation_frame(move || {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        messages.scroll_into_view_with_scroll_into_view_options(&options);
        if let Some(focused) = focused_element() {
            focused.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Why an attempt failed, with the ways on that fit. `asking` is the question that it was the answer to, if any.
pub fn failure_message(
    open: Open,
    asking: RwSignal<Option<Asking>>,
    attempt: Attempt,
    failure: &Failure,
) -> SectionMessage {
    let i18n = use_i18n();
    if let Failure::Stale(Some(theirs)) = failure {
        return conflict(open, asking, attempt, theirs);
    }
    let mut text = match attempt {
        Attempt::Test(_) => words::failure(i18n, failure),
        _ => words::failed_write(i18n, failure),
    };
    if let Attempt::Save(_) = attempt {
        text = [text.as_str(), " ", i18n.failure.input_kept].concat();
    }
    let title = words::not_done(i18n, attempt, failure);
    let details = copy_details(title, failure);
    SectionMessage::new(Tone::Danger, title)
        .body(text)
        .actions(fragment([ways_on(open, attempt, failure), details]))
}

fn ways_on(open: Open, attempt: Attempt, failure: &Failure) -> View {
    let i18n = use_i18n();
    let remedy = failure.remedy();
    let again =
        |attempt: Attempt, label: &'static str| Button::new(label).on_click(move |()| open.attempt(attempt));
    let skips = remedy == Remedy::SkipVerification && attempt == Attempt::Save(Verify::First);
    let skip = skips.then(|| again(Attempt::Save(Verify::Skip), i18n.failure.skip_verification));
    let retries = !matches!(remedy, Remedy::None | Remedy::MendInput);
    let retry = retries.then(|| again(attempt, i18n.retry).disabled_reason(wait(failure)));
    fragment([jira_page(remedy).into_view(), retry.into_view(), skip.into_view()])
}

/// Why the same can't be tried again yet: for as long as it was asked to wait.
fn wait(failure: &Failure) -> Signal<Option<String>> {
    let i18n = use_i18n();
    match failure {
        Failure::TestIoRateLimited(Some(seconds)) | Failure::RateLimited(Some(seconds)) => {
            let left = countdown(*seconds, || {});
            Signal::derive(move || match left.get() {
                0 => None,
                left => Some(i18n.count(i18n.failure.wait_seconds, left)),
            })
        }
        _ => None.into(),
    }
}

/// Somebody else was faster: the admin decides whose change stays.
fn conflict(
    open: Open,
    asking: RwSignal<Option<Asking>>,
    attempt: Attempt,
    theirs: &Versioned,
) -> SectionMessage {
    let i18n = use_i18n();
    let when = i18n.ago(&theirs.connection.updated_at);
    let text = match &theirs.connection.updated_by {
        Some(person) => i18n.conflict.by.with(person, &when),
        None => i18n.conflict.by_unknown.with(&when),
    };
    let (for_mine, for_theirs) = (theirs.clone(), theirs.clone());
    let mine = Callback::new(move |()| {
        open.editor.rebase(for_mine.clone());
        open.attempt(attempt);
    });
    let keep_mine = match attempt {
        Attempt::Save(_) => i18n.conflict.keep_mine,
        _ => i18n.conflict.go_on,
    };
    let keep_mine = Button::new(keep_mine)
        .appearance(Appearance::Primary)
        .on_click(mine);
    let take_theirs = Button::new(i18n.conflict.take_theirs).on_click(move |()| {
        asking.set(None);
        open.editor.take_theirs(for_theirs.clone());
    });
    let changes: Vec<_> = open
        .editor
        .stored
        .with_untracked(|shown| differences(&shown.connection, &theirs.connection))
        .iter()
        .map(|change| li().child(bdi().child(words::difference(i18n, change))))
        .collect();
    let body = fragment([
        p().child(text).into(),
        ul().class("tio-message__list").child(changes).into(),
    ]);
    SectionMessage::new(Tone::Warning, i18n.conflict.title)
        .body(body)
        .actions(fragment([keep_mine.into_view(), take_theirs.into_view()]))
}

fn done(i18n: I18n, open: Open, attempt: Attempt) -> Option<SectionMessage> {
    let title = match attempt {
        Attempt::Save(_) => i18n.detail.saved,
        Attempt::SetActive(true) => i18n.global.switched_on,
        Attempt::SetActive(false) => i18n.global.switched_off,
        Attempt::RemoveKey => i18n.removal.key_removed,
        Attempt::Test(_) | Attempt::Delete => return None,
    };
    let message = SectionMessage::new(Tone::Success, title);
    Some(match attempt {
        Attempt::Save(_) => message.body(
            open.editor
                .stored
                .with_untracked(|stored| words::status(i18n, &stored.connection).advice),
        ),
        _ => message,
    })
}

fn tested_message(i18n: I18n, tested: Tested, report: &TestReport) -> SectionMessage {
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
    SectionMessage::new(tone, words::test_report(i18n, tested, report)).body(bdi().child(products))
}
