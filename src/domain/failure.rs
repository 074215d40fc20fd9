//! Everything that can come back instead of what was asked for, as one type.
//!
//! `api::classify` is the only place that makes these from an answer; `i18n::failure` the only place that words
//! them.

pub use super::retry_after::RetryAfter;
use super::{connection::Connection, ids::ConnectionId, log_range::End};

/// Why a request did not give what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The Jira session has ended.
    LoggedOut,
    /// Jira wants the administrator's password again (WebSudo).
    AdminConfirmation,
    /// Jira took the request for a cross-site one (XSRF).
    CrossSite,
    /// The person lacks the right.
    Forbidden,
    /// The connection is gone.
    ConnectionGone,
    /// The project is gone, or was never there.
    ProjectGone,
    /// The project has a connection already.
    ConnectionExists(Option<ConnectionId>),
    /// The connection has no key to work with.
    KeyMissing,
    /// There is no log to read, or no longer.
    LogGone,
    /// An end of a range of the log was refused; in the server's words.
    RangeRefused(End, String),
    /// The plugin has no such job, or no longer.
    JobGone,
    /// The server has another version of the connection. What it is now, where that differs in what people enter.
    Stale(Option<Box<Connection>>),
    /// The key was not stored.
    KeyRefused(KeyRefusal),
    /// The account label was not stored; in the server's words.
    LabelRefused(String),
    /// Test IO could not be reached, so nothing was stored.
    TestIoUnreachable,
    /// Test IO asks to wait, so nothing was stored.
    TestIoRateLimited(RetryAfter),
    /// Jira asks to wait.
    RateLimited(RetryAfter),
    /// Jira refused the request for another reason; in its own words, if there were any.
    Refused(Answer),
    /// Jira failed (5xx).
    Server(Answer),
    /// An answer that is not the contract's: HTML, truncated, of other types, about something else.
    Unreadable(Answer),
    /// Pages of a list that contradict each other, where all of it is needed.
    NotWhole,
    /// Somebody else has logged in since; who it is, as Jira calls them. Nothing was sent in their name.
    SomebodyElse(String),
    /// The browser was offline, so nothing was sent.
    NotSent,
    /// No answer: the network is down, or the connection broke.
    Offline,
    /// No answer within the time limit.
    TimedOut,
    /// The person stopped waiting for the answer.
    GivenUp,
}

/// Why a key was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRefusal {
    /// Test IO does not accept it.
    Rejected,
    /// It can't be a key.
    Malformed,
}

/// What is known of an unexpected answer, for the details that an admin can copy. Never the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The server's own message, cut to a readable length; from a contract-shaped JSON body alone.
    pub message: Option<String>,
    /// What was asked: the verb, and the path without what was searched for.
    pub request: Option<String>,
}

impl Answer {
    /// An answer without words of its own.
    pub fn of_status(status: u16) -> Self {
        Self {
            status,
            message: None,
            request: None,
        }
    }
}

/// What the admin can do about a failure, besides reading about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Log in again, then retry.
    LogIn,
    /// Confirm to be an administrator, then retry.
    ConfirmAdmin,
    /// The same request again may succeed.
    Retry,
    /// Save without asking Test IO, or retry.
    SkipVerification,
    /// Decide between one's own change and the other administrator's.
    ResolveConflict,
    /// Change the input.
    MendInput,
    /// Nothing from this page.
    None,
}

impl Failure {
    /// Whether a write that failed so may have been done all the same: its answer was lost or said nothing.
    pub fn leaves_it_open(&self) -> bool {
        matches!(
            self,
            Self::Offline | Self::TimedOut | Self::GivenUp | Self::Server(_) | Self::Unreadable(_)
        )
    }

    /// Whether a write that failed so has to be called uncertain. What was turned away on its way, as a firewall does,
    /// was not done, nor what never left; a server that isn't there can't have done it.
    pub fn may_have_been_done(&self) -> bool {
        match self {
            Self::Offline | Self::TimedOut | Self::GivenUp => true,
            Self::Server(answer) => answer.status != 503,
            Self::Unreadable(answer) => !(400..500).contains(&answer.status),
            _ => false,
        }
    }

    /// The same failure, with a word on what was asked.
    pub fn asked(mut self, request: &str) -> Self {
        if let Self::Refused(answer) | Self::Server(answer) | Self::Unreadable(answer) = &mut self {
            answer.request = Some(request.to_owned());
        }
        self
    }

    /// An answer that nobody expects, and that whoever looks after Jira has to look into.
    pub fn unexpected(&self) -> Option<&Answer> {
        match self {
            Self::Refused(answer) | Self::Server(answer) | Self::Unreadable(answer) => Some(answer),
            _ => None,
        }
    }

    /// Whether nothing at all was heard of a request.
    pub fn is_without_answer(&self) -> bool {
        matches!(self, Self::Offline | Self::TimedOut | Self::GivenUp)
    }

    /// The one way on that fits this failure.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::LoggedOut | Self::SomebodyElse(_) => Remedy::LogIn,
            Self::AdminConfirmation => Remedy::ConfirmAdmin,
            Self::TestIoUnreachable | Self::TestIoRateLimited(_) => Remedy::SkipVerification,
            Self::Stale(Some(_)) => Remedy::ResolveConflict,
            Self::KeyRefused(_) | Self::LabelRefused(_) | Self::RangeRefused(..) => Remedy::MendInput,
            Self::RateLimited(_)
            | Self::Server(_)
            | Self::Unreadable(_)
            | Self::NotWhole
            | Self::NotSent
            | Self::Offline
            | Self::TimedOut
            | Self::GivenUp
            | Self::CrossSite
            | Self::LogGone
            | Self::Refused(_)
            | Self::Stale(None) => Remedy::Retry,
            Self::Forbidden
            | Self::ConnectionGone
            | Self::ProjectGone
            | Self::ConnectionExists(_)
            | Self::JobGone
            | Self::KeyMissing => Remedy::None,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Answer, Failure};

    fn answer() -> Answer {
        Answer::of_status(418)
    }

    /// Whoever looks after Jira has nothing to look into when Jira said what it wants.
    #[test]
    fn only_an_answer_that_nobody_expects_has_a_status_to_report() {
        for unexpected in [Failure::Refused, Failure::Server, Failure::Unreadable] {
            assert_eq!(unexpected(answer()).unexpected(), Some(&answer()));
        }
        for said in [Failure::LoggedOut, Failure::Stale(None), Failure::Offline] {
            assert_eq!(said.unexpected(), None, "{said:?}");
        }
    }

    #[test]
    fn what_was_turned_away_on_its_way_is_not_called_uncertain() {
        let unreadable = |status| Failure::Unreadable(Answer::of_status(status));
        for open in [200, 0, 302, 500].map(unreadable) {
            assert!(open.may_have_been_done(), "{open:?}");
        }
        for status in [500, 502, 504] {
            assert!(
                Failure::Server(Answer::of_status(status)).may_have_been_done(),
                "{status}"
            );
        }
        for turned_away in [403, 404, 413, 431].map(unreadable) {
            assert!(!turned_away.may_have_been_done(), "{turned_away:?}");
        }
        for never_done in [
            Failure::NotSent,
            Failure::Server(Answer::of_status(503)),
            Failure::SomebodyElse("bob".into()),
        ] {
            assert!(!never_done.may_have_been_done(), "{never_done:?}");
        }
    }

    #[test]
    fn nothing_was_heard_only_of_a_request_without_any_answer() {
        for silent in [Failure::Offline, Failure::TimedOut, Failure::GivenUp] {
            assert!(silent.is_without_answer(), "{silent:?}");
        }
        for heard in [
            Failure::Server(answer()),
            Failure::Unreadable(answer()),
            Failure::LoggedOut,
        ] {
            assert!(!heard.is_without_answer(), "{heard:?}");
        }
    }
}
