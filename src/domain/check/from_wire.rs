//! The contract's words for what a run of the checks found.

use super::{Cause, KeyStatus, Reason, Step};

impl Step {
    /// The step that the word stands for; none for a word from a newer contract.
    pub fn from_wire(word: &str) -> Option<Self> {
        match word {
            "DATABASE" => Some(Self::Database),
            "NAME" => Some(Self::Name),
            "CONNECT" => Some(Self::Connect),
            "TLS" => Some(Self::Tls),
            "API" => Some(Self::Api),
            "KEYS" => Some(Self::Keys),
            _ => None,
        }
    }
}

impl Cause {
    /// The cause that the word stands for.
    pub fn from_wire(word: &str) -> Self {
        match word {
            "DATABASE" => Self::Database,
            "NAME_NOT_FOUND" => Self::NameNotFound,
            "REFUSED" => Self::Refused,
            "TIMED_OUT" => Self::TimedOut,
            "NO_ROUTE" => Self::NoRoute,
            "CLOSED" => Self::Closed,
            "CERTIFICATE" => Self::Certificate,
            "TLS" => Self::Tls,
            "PROXY_AUTHENTICATION" => Self::ProxyAuthentication,
            "PROXY_REFUSED" => Self::ProxyRefused,
            "HTTP_STATUS" => Self::HttpStatus,
            "NOT_TEST_IO" => Self::NotTestIo,
            "KEYS_NOT_ACCEPTED" => Self::KeysNotAccepted,
            _ => Self::Unknown,
        }
    }
}

impl Reason {
    /// The reason that the word stands for.
    pub fn from_wire(word: &str) -> Self {
        match word {
            "EARLIER_STEP_FAILED" => Self::EarlierStepFailed,
            "NOT_USED" => Self::NotUsed,
            "NOTHING_STORED" => Self::NothingStored,
            _ => Self::Unknown,
        }
    }
}

impl KeyStatus {
    /// What the word stands for.
    pub fn from_wire(word: &str) -> Self {
        match word {
            "KEY_REJECTED" => Self::Rejected,
            "UNREACHABLE" => Self::Unreachable,
            "RATE_LIMITED" => Self::RateLimited,
            _ => Self::Unknown,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Cause, KeyStatus, Reason, Step};

    /// `NAME_NOT_FOUND` as `NameNotFound`.
    fn in_rust(word: &str) -> String {
        let part = |part: &str| [&part[..1], &part[1..].to_lowercase()].concat();
        word.split('_').map(part).collect()
    }

    // A cause that is passed over reads as one of a newer contract, and its advice is lost.
    #[test]
    fn every_word_of_the_contract_is_known() {
        for word in [
            "DATABASE",
            "NAME_NOT_FOUND",
            "REFUSED",
            "TIMED_OUT",
            "NO_ROUTE",
            "CLOSED",
            "CERTIFICATE",
            "TLS",
            "PROXY_AUTHENTICATION",
            "PROXY_REFUSED",
            "HTTP_STATUS",
            "NOT_TEST_IO",
            "KEYS_NOT_ACCEPTED",
        ] {
            assert_eq!(format!("{:?}", Cause::from_wire(word)), in_rust(word));
        }
        for word in ["EARLIER_STEP_FAILED", "NOT_USED", "NOTHING_STORED"] {
            assert_eq!(format!("{:?}", Reason::from_wire(word)), in_rust(word));
        }
        for word in ["DATABASE", "NAME", "CONNECT", "TLS", "API", "KEYS"] {
            let step = Step::from_wire(word).map(|step| format!("{step:?}"));
            assert_eq!(step, Some(in_rust(word)));
        }
        for (word, status) in [
            ("KEY_REJECTED", KeyStatus::Rejected),
            ("UNREACHABLE", KeyStatus::Unreachable),
            ("RATE_LIMITED", KeyStatus::RateLimited),
        ] {
            assert_eq!(KeyStatus::from_wire(word), status);
        }
    }

    #[test]
    fn a_word_of_a_newer_contract_is_none_of_them() {
        let word = "FROM_THE_FUTURE";
        assert_eq!(Step::from_wire(word), None);
        assert_eq!(Cause::from_wire(word), Cause::Unknown);
        assert_eq!(Reason::from_wire(word), Reason::Unknown);
        assert_eq!(KeyStatus::from_wire(word), KeyStatus::Unknown);
    }
}
