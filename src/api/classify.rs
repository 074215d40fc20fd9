//! From whatever came back to one typed failure. Pure, and tested over the whole table.
//!
//! Sources: Jira's error collection and Atlassian REST's `Status` body, WebSudo as 401 or 403 in JSON, XML or a
//! header, login pages as HTML with 200, `X-AUSERNAME: anonymous`, the XSRF filter's plain text.

use super::{
    answer::{NoAnswer, RawAnswer},
    dto::ErrorBody,
    json::from_json,
};
use crate::domain::{
    failure::{Answer, Failure, KeyRefusal},
    ids::ConnectionId,
    log_range::End,
    redaction::without_key,
    retry_after::{self, RetryAfter},
    shown::shown,
};

/// Longest server message that is shown, in characters.
const MAX_MESSAGE_CHARS: usize = 200;

/// Shortest run of letters and digits that is taken for a secret, in characters. Test IO's keys have 40.
const MIN_SECRET_CHARS: usize = 20;

/// Jira's name for nobody.
const ANONYMOUS: &str = "anonymous";

/// As much of a message is looked at as can become what is shown of it, in characters.
const MAX_QUOTED_CHARS: usize = 10 * MAX_MESSAGE_CHARS;

impl ErrorBody {
    /// Whether it is an error of the contract, or at least one of Jira's own.
    fn says_something(&self) -> bool {
        self.code.is_some() || !self.error_messages.is_empty() || self.errors.says_something()
    }

    fn message(self, key: &str) -> Option<String> {
        let text = self
            .error_messages
            .into_iter()
            .next()
            .or(self.message)
            .or(self.errors.project_id)?;
        Some(shown_message(&text, key))
    }
}

/// The server's words as they are shown and may be passed on: short, and without what might be the key. A server that
/// can't read a request may well quote it.
fn shown_message(text: &str, key: &str) -> String {
    let text: String = text.chars().take(MAX_QUOTED_CHARS).collect();
    let text = without_key(&text, key);
    let is_apart = |letter: char| !letter.is_ascii_alphanumeric();
    let mut message = String::new();
    for part in text.split_inclusive(is_apart) {
        let word = part.trim_end_matches(is_apart);
        let is_secret =
            word.len() >= MIN_SECRET_CHARS && word.contains(|letter: char| letter.is_ascii_digit());
        message.push_str(if is_secret { "…" } else { word });
        message.push_str(&part[word.len()..]);
    }
    shown(&message, MAX_MESSAGE_CHARS)
}

impl From<NoAnswer> for Failure {
    fn from(reason: NoAnswer) -> Self {
        match reason {
            NoAnswer::NotSent => Failure::NotSent,
            NoAnswer::Offline => Failure::Offline,
            NoAnswer::TimedOut => Failure::TimedOut,
            NoAnswer::GivenUp => Failure::GivenUp,
        }
    }
}

/// Whether an answer is what a successful request of the contract looks like.
pub fn is_success(answer: &RawAnswer) -> bool {
    let has_contract_body = answer.status == 204 || is_json(answer) || answer.was_streamed;
    (200..300).contains(&answer.status) && has_contract_body && !is_anonymous(answer) && !answer.redirected
}

/// The failure behind an answer that is not a success. `key` is the one that was sent, if one was: it is not quoted.
pub fn classify(answer: &RawAnswer, key: &str) -> Failure {
    if is_web_sudo(answer) {
        return Failure::AdminConfirmation;
    }
    if answer.redirected || answer.status == 401 || is_anonymous(answer) || is_login_page(answer) {
        return Failure::LoggedOut;
    }
    let body = if is_json(answer) {
        from_json(&answer.body).unwrap_or_default()
    } else {
        ErrorBody::default()
    };
    by_status(answer, body, key)
}

/// The failure behind a successful answer whose body is not of the contract's shape.
pub fn unreadable(answer: &RawAnswer) -> Failure {
    Failure::Unreadable(Answer::of_status(answer.status))
}

fn by_status(answer: &RawAnswer, body: ErrorBody, key: &str) -> Failure {
    let code = body.code.as_deref().unwrap_or_default();
    let retry_after = retry_after_of(answer, &body);
    match (answer.status, code) {
        (403, _) if contains_ignoring_case(&answer.body, "xsrf") => Failure::CrossSite,
        (403, "FORBIDDEN") => Failure::Forbidden,
        // A firewall's page says nothing about the person's rights.
        (403, _) => unreadable(answer),
        (404, "PROJECT_NOT_FOUND") => Failure::ProjectGone,
        (404, "CONNECTION_NOT_FOUND") => Failure::ConnectionGone,
        (404, "LOG_NOT_FOUND") => Failure::LogGone,
        (404, "JOB_NOT_FOUND") => Failure::JobGone,
        // Jira's own 404, for a plugin that is switched off, says nothing about the connection.
        (404, _) => unreadable(answer),
        (409, "CONNECTION_EXISTS") => Failure::ConnectionExists(body.connection_id.map(ConnectionId::new)),
        (409, "KEY_MISSING") => Failure::KeyMissing,
        (400 | 405..=411 | 413..=428 | 430..=499, _) if !body.says_something() => unreadable(answer),
        (412, _) if answer.content_type.starts_with("text/html") => unreadable(answer),
        (412, _) => {
            let current = body.current.and_then(|current| current.try_into().ok());
            Failure::Stale(current.map(Box::new))
        }
        (422, "KEY_REJECTED") => Failure::KeyRefused(KeyRefusal::Rejected),
        (422, "KEY_MALFORMED") => Failure::KeyRefused(KeyRefusal::Malformed),
        (400 | 422, _) => refused_input(answer, body, key),
        (424, "TESTIO_RATE_LIMITED") => Failure::TestIoRateLimited(retry_after),
        (424, _) => Failure::TestIoUnreachable,
        (429, _) => Failure::RateLimited(retry_after),
        (500.., _) => Failure::Server(Answer {
            status: answer.status,
            message: body.message(key),
            request: None,
        }),
        (200..300, _) => unreadable(answer),
        _ => Failure::Refused(Answer {
            status: answer.status,
            message: body.message(key),
            request: None,
        }),
    }
}

fn refused_input(answer: &RawAnswer, body: ErrorBody, key: &str) -> Failure {
    if body.errors.api_key.is_some() {
        Failure::KeyRefused(KeyRefusal::Malformed)
    } else if let Some(text) = body.errors.account_label {
        Failure::LabelRefused(shown_message(&text, key))
    } else if let Some(text) = body.errors.from {
        Failure::RangeRefused(End::From, shown_message(&text, key))
    } else if let Some(text) = body.errors.to {
        Failure::RangeRefused(End::To, shown_message(&text, key))
    } else {
        Failure::Refused(Answer {
            status: answer.status,
            message: body.message(key),
            request: None,
        })
    }
}

fn is_json(answer: &RawAnswer) -> bool {
    answer.content_type.starts_with("application/json")
}

/// A page where data was expected, that mentions logging in. An error page of a proxy has a status of its own.
fn is_login_page(answer: &RawAnswer) -> bool {
    answer.status == 200
        && answer.content_type.starts_with("text/html")
        && contains_ignoring_case(&answer.body, "login")
}

fn is_anonymous(answer: &RawAnswer) -> bool {
    answer.user_name.as_deref() == Some(ANONYMOUS)
}

/// Who Jira has answered, if it says so and it is somebody.
pub fn user_name(answer: &RawAnswer) -> Option<&str> {
    let name = answer.user_name.as_deref()?;
    (!name.is_empty() && name != ANONYMOUS).then_some(name)
}

fn is_web_sudo(answer: &RawAnswer) -> bool {
    let refused = matches!(answer.status, 401 | 403);
    refused && (answer.web_sudo.is_some() || contains_ignoring_case(&answer.body, "websudo"))
}

/// How long the answer asks to wait, if it says so in a way that makes sense.
fn retry_after_of(answer: &RawAnswer, body: &ErrorBody) -> RetryAfter {
    let said = body.retry_after_seconds().and_then(retry_after::valid);
    said.or_else(|| retry_after::parse(answer.retry_after.as_deref()?))
}

fn contains_ignoring_case(text: &str, word: &str) -> bool {
    text.as_bytes()
        .windows(word.len())
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "classify_tests.rs"]
mod tests;

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "quoting_tests.rs"]
mod quoting_tests;
