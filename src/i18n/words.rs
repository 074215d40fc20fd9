//! The words for what the page can be told: states, failures, problems. One function for each kind.

use super::{I18n, catalog::StatusWords};
use crate::{
    domain::{
        api_key::KeyProblem,
        connection::{Connection, Scope},
        difference::Difference,
        failure::{Answer, Failure, KeyRefusal},
        status::Status,
        test_report::{Outcome, TestReport, Tested},
    },
    state::editor::{Attempt, KeyError, LabelError},
};

/// A connection's state and what to do about it.
pub fn status(i18n: I18n, connection: &Connection) -> StatusWords {
    let switched_off = matches!(connection.scope, Scope::Global { .. }) && connection.key.is_some();
    match connection.status {
        Status::Inactive if switched_off => i18n.status.inactive_switched_off,
        other => status_alone(i18n, other),
    }
}

/// A state without a connection, as filters name it.
pub fn status_alone(i18n: I18n, status: Status) -> StatusWords {
    let texts = &i18n.status;
    match status {
        Status::Inactive => texts.inactive_without_key,
        Status::KeyMissing => texts.key_missing,
        Status::Connected => texts.connected,
        Status::Unverified => texts.unverified,
        Status::KeyRejected => texts.key_rejected,
        Status::Unreachable => texts.unreachable,
        Status::ProjectUnavailable => texts.project_unavailable,
        Status::Unknown => texts.unknown,
    }
}

/// The name of what a connection applies to.
pub fn name(i18n: I18n, connection: &Connection) -> String {
    match connection.project() {
        Some(project) => project.name.clone(),
        None => i18n.global.title.to_owned(),
    }
}

/// What was not done, as far as anybody knows.
pub fn not_done(i18n: I18n, attempt: Attempt, failure: &Failure) -> &'static str {
    let texts = &i18n.failure;
    match attempt {
        Attempt::Test(_) => texts.not_tested,
        _ if failure.may_have_been_done() => uncertain(i18n, failure),
        Attempt::Save(_) => texts.not_saved,
        Attempt::SetActive(_) => texts.not_switched,
        Attempt::RemoveKey => texts.key_not_removed,
        Attempt::Delete => texts.not_deleted,
    }
}

/// That nobody knows whether a change was made: nothing was heard of it, or nothing that says so.
pub fn uncertain(i18n: I18n, failure: &Failure) -> &'static str {
    if failure.is_without_answer() {
        i18n.failure.no_answer
    } else {
        i18n.failure.uncertain
    }
}

/// Why something was not done, and what to do about it.
pub fn failure(i18n: I18n, failure: &Failure) -> String {
    let texts = &i18n.failure;
    let text = match failure {
        Failure::LoggedOut => texts.logged_out,
        Failure::AdminConfirmation => texts.admin_confirmation,
        Failure::CrossSite => texts.cross_site,
        Failure::Forbidden => texts.forbidden,
        Failure::ConnectionGone => texts.connection_gone,
        Failure::ProjectGone => texts.project_gone,
        Failure::ConnectionExists(_) => texts.connection_exists,
        Failure::KeyMissing => texts.key_missing,
        Failure::LogGone => texts.log_gone,
        Failure::JobGone => texts.job_gone,
        Failure::Stale(_) => texts.stale,
        Failure::KeyRefused(refusal) => key_refusal(i18n, *refusal),
        Failure::LabelRefused(text) | Failure::RangeRefused(_, text) => return text.clone(),
        Failure::TestIoUnreachable => texts.test_io_unreachable,
        Failure::TestIoRateLimited(Some(seconds)) => {
            let wait = i18n.wait(*seconds, texts.wait_seconds, texts.wait_until);
            return [texts.test_io_rate_limited, " ", &wait].concat();
        }
        Failure::TestIoRateLimited(None) => texts.test_io_rate_limited,
        Failure::RateLimited(Some(seconds)) => {
            return i18n.wait(*seconds, texts.rate_limited_seconds, texts.rate_limited_until);
        }
        Failure::RateLimited(None) => texts.rate_limited,
        Failure::Refused(answer) => return with_message(i18n, texts.refused.to_owned(), answer),
        Failure::Server(
            answer @ Answer {
                status: 502..=504, ..
            },
        ) => {
            return with_message(i18n, texts.unavailable.with(&answer.status.to_string()), answer);
        }
        Failure::Server(answer) => {
            return with_message(i18n, texts.server.with(&answer.status.to_string()), answer);
        }
        Failure::Unreadable(answer) => match answer.status {
            413 | 414 | 431 => return texts.too_large.with(&answer.status.to_string()),
            status @ (400..=403 | 405..=499) => return texts.turned_away.with(&status.to_string()),
            _ => texts.unreadable,
        },
        Failure::NotWhole => texts.not_whole,
        Failure::SomebodyElse(name) => return texts.somebody_else.with(name),
        Failure::NotSent => texts.not_sent,
        Failure::Offline => texts.offline,
        Failure::TimedOut => texts.timed_out,
        Failure::GivenUp => texts.given_up,
    };
    text.to_owned()
}

/// Why a change was not made, and that nobody knows if it was, when no answer says so.
pub fn failed_write(i18n: I18n, failed: &Failure) -> String {
    let text = failure(i18n, failed);
    if failed.may_have_been_done() {
        [text.as_str(), " ", i18n.failure.find_out].concat()
    } else {
        text
    }
}

/// What somebody else changed.
pub fn difference(i18n: I18n, difference: &Difference) -> String {
    let texts = &i18n.conflict;
    match difference {
        Difference::KeySaved(Some(hint)) => texts.key_saved_hint.with(hint),
        Difference::KeySaved(None) => texts.key_saved.to_owned(),
        Difference::KeyRemoved => texts.key_removed.to_owned(),
        Difference::Label(from, to) if from.is_empty() => texts.label_set.with(to),
        Difference::Label(from, to) if to.is_empty() => texts.label_removed.with(from),
        Difference::Label(from, to) => texts.label_changed.with(from, to),
        Difference::Active(true) => texts.switched_on.to_owned(),
        Difference::Active(false) => texts.switched_off.to_owned(),
        Difference::SameKey(others) => i18n.count(texts.same_key, *others),
    }
}

/// What is wrong with the key field's content.
pub fn key_error(i18n: I18n, error: KeyError) -> String {
    let texts = &i18n.key;
    let at = |place: usize| i18n.number(u32::try_from(place).unwrap_or(u32::MAX));
    let text = match error {
        KeyError::Problem(KeyProblem::Empty) => texts.empty,
        KeyError::Problem(KeyProblem::LineBreak) => texts.line_break,
        KeyError::Problem(KeyProblem::Masked) => texts.masked,
        KeyError::Problem(KeyProblem::InnerSpace(place)) => return texts.inner_space.with(&at(place)),
        KeyError::Problem(KeyProblem::Invisible(place, letter)) => {
            let code_point = format!("U+{:04X}", u32::from(letter));
            return texts.invisible.with(&code_point, &at(place));
        }
        KeyError::Problem(KeyProblem::Unprintable(place)) => return texts.unprintable.with(&at(place)),
        KeyError::Problem(KeyProblem::TooLong) => texts.too_long,
        KeyError::Refused(refusal) => key_refusal(i18n, refusal),
    };
    text.to_owned()
}

/// What is wrong with the label field's content.
pub fn label_error(i18n: I18n, error: &LabelError) -> String {
    match error {
        LabelError::TooLong => i18n.detail.label_too_long.to_owned(),
        LabelError::Refused(text) => text.clone(),
    }
}

/// What Test IO said to a key, and which key that was.
pub fn test_report(i18n: I18n, tested: Tested, report: &TestReport) -> String {
    let texts = &i18n.test;
    match (report.outcome, tested) {
        (Outcome::Accepted, Tested::Typed) => i18n.count(texts.typed_accepted, report.product_count),
        (Outcome::Accepted, Tested::Saved) => i18n.count(texts.saved_accepted, report.product_count),
        (Outcome::Rejected, Tested::Typed) => texts.typed_rejected.to_owned(),
        (Outcome::Rejected, Tested::Saved) => texts.saved_rejected.to_owned(),
        (Outcome::Unreachable, _) => texts.unreachable.to_owned(),
        (Outcome::RateLimited, _) => match report.retry_after_seconds {
            Some(seconds) => i18n.wait(
                seconds,
                texts.rate_limited_seconds,
                i18n.failure.test_io_rate_limited_until,
            ),
            None => texts.rate_limited.to_owned(),
        },
    }
}

fn key_refusal(i18n: I18n, refusal: KeyRefusal) -> &'static str {
    match refusal {
        KeyRefusal::Rejected => i18n.key.rejected,
        KeyRefusal::Malformed => i18n.key.malformed,
    }
}

fn with_message(i18n: I18n, text: String, answer: &Answer) -> String {
    match &answer.message {
        Some(message) => [text.as_str(), " ", &i18n.failure.server_said.with(message)].concat(),
        None => text,
    }
}
