//! What stands between the page and Jira until a person, or time, removes it.

use super::{
    failure::{Failure, Remedy},
    retry_after,
};

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
    /// The barrier behind a failure, if it is one. `before` is how often the request has waited for Jira before: a wait of
    /// unknown length grows.
    pub fn of(failure: &Failure, before: u32) -> Option<Self> {
        match failure {
            Failure::LoggedOut => Some(Self::LoggedOut),
            Failure::AdminConfirmation => Some(Self::AdminConfirmation),
            Failure::RateLimited(wait) => Some(Self::Busy(retry_after::wait(*wait, before))),
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
            let barrier = Barrier::of(&failure, 0);
            assert_eq!(barrier.map(Barrier::remedy), Some(failure.remedy()));
        }
    }

    #[test]
    fn only_what_jira_did_not_take_up_can_be_sent_again_as_it_is() {
        assert_eq!(Barrier::of(&Failure::LoggedOut, 0), Some(Barrier::LoggedOut));
        assert_eq!(
            Barrier::of(&Failure::AdminConfirmation, 0),
            Some(Barrier::AdminConfirmation)
        );
        assert_eq!(
            Barrier::of(&Failure::RateLimited(Some(3)), 0),
            Some(Barrier::Busy(3))
        );
        assert_eq!(
            Barrier::of(&Failure::RateLimited(None), 0),
            Some(Barrier::Busy(10))
        );
        assert_eq!(
            Barrier::of(&Failure::RateLimited(None), 2),
            Some(Barrier::Busy(40)),
            "it grows"
        );
        assert_eq!(Barrier::of(&Failure::Offline, 0), None, "it may have been done");
        assert_eq!(Barrier::of(&Failure::Forbidden, 0), None);
    }

    /// Of several barriers the page names the one that has to go first.
    #[test]
    fn logging_in_comes_before_everything_else() {
        assert!(Barrier::LoggedOut > Barrier::AdminConfirmation);
        assert!(Barrier::AdminConfirmation > Barrier::Busy(u32::MAX));
    }
}
