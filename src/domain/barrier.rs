//! What stands between the page and Jira until a person, or time, removes it.

use super::failure::{Failure, Remedy};

/// How long to wait when Jira asks for it without saying how long, in seconds.
const DEFAULT_WAIT: u32 = 10;

/// The shortest wait that is kept, in seconds: whoever asks for none, or until a time that has passed, is still busy.
const SHORTEST_WAIT: u32 = 1;

/// Why Jira has not taken a request up. The very same request can be sent again once the reason is gone, because
/// nothing was done: Jira turns it away before the plugin sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Barrier {
    /// Jira asks to wait so many seconds.
    Busy(u32),
    /// Jira wants the administrator's password again (WebSudo).
    AdminConfirmation,
    /// The Jira session has ended.
    LoggedOut,
}

impl Barrier {
    /// The barrier behind a failure, if it is one.
    pub fn of(failure: &Failure) -> Option<Self> {
        match failure {
            Failure::LoggedOut => Some(Self::LoggedOut),
            Failure::AdminConfirmation => Some(Self::AdminConfirmation),
            Failure::RateLimited(wait) => Some(Self::Busy(wait.unwrap_or(DEFAULT_WAIT).max(SHORTEST_WAIT))),
            _ => None,
        }
    }

    /// How the person removes it.
    pub fn remedy(self) -> Remedy {
        match self {
            Self::LoggedOut => Remedy::LogIn,
            Self::AdminConfirmation => Remedy::ConfirmAdmin,
            Self::Busy(_) => Remedy::Retry,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Barrier;
    use crate::domain::failure::Failure;

    #[test]
    fn a_barrier_is_removed_as_the_failure_behind_it_is_mended() {
        for failure in [
            Failure::LoggedOut,
            Failure::AdminConfirmation,
            Failure::RateLimited(None),
        ] {
            let barrier = Barrier::of(&failure);
            assert_eq!(barrier.map(Barrier::remedy), Some(failure.remedy()));
        }
    }

    #[test]
    fn only_what_jira_did_not_take_up_can_be_sent_again_as_it_is() {
        assert_eq!(Barrier::of(&Failure::LoggedOut), Some(Barrier::LoggedOut));
        assert_eq!(
            Barrier::of(&Failure::AdminConfirmation),
            Some(Barrier::AdminConfirmation)
        );
        assert_eq!(
            Barrier::of(&Failure::RateLimited(Some(3))),
            Some(Barrier::Busy(3))
        );
        assert_eq!(Barrier::of(&Failure::RateLimited(None)), Some(Barrier::Busy(10)));
        assert_eq!(
            Barrier::of(&Failure::RateLimited(Some(0))),
            Some(Barrier::Busy(1))
        );
        assert_eq!(Barrier::of(&Failure::Offline), None, "it may have been done");
        assert_eq!(Barrier::of(&Failure::Forbidden), None);
    }

    /// Of several barriers the page names the one that has to go first.
    #[test]
    fn logging_in_comes_before_everything_else() {
        assert!(Barrier::LoggedOut > Barrier::AdminConfirmation);
        assert!(Barrier::AdminConfirmation > Barrier::Busy(u32::MAX));
    }
}
