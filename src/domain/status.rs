//! What state a connection is in, as the server computed it.

/// The state of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Global without a key, or switched off.
    Inactive,
    /// A project connection that has no key yet.
    KeyMissing,
    /// Test IO accepted the key when it was last checked.
    Connected,
    /// A key is stored that was never checked with Test IO.
    Unverified,
    /// Test IO refused the stored key when it was last checked.
    KeyRejected,
    /// Test IO could not be reached when the key was last checked.
    Unreachable,
    /// The Jira project was archived or deleted.
    ProjectUnavailable,
    /// A state that this version of the page does not know.
    Unknown,
}

impl Status {
    /// Every state that the contract names, in the order in which filters offer them.
    pub const ALL: [Status; 7] = [
        Status::Connected,
        Status::KeyMissing,
        Status::KeyRejected,
        Status::Unreachable,
        Status::Unverified,
        Status::ProjectUnavailable,
        Status::Inactive,
    ];

    /// The contract's word for it, as used in queries.
    pub fn as_wire(self) -> &'static str {
        match self {
            Status::Inactive => "INACTIVE",
            Status::KeyMissing => "KEY_MISSING",
            Status::Connected => "CONNECTED",
            Status::Unverified => "UNVERIFIED",
            Status::KeyRejected => "KEY_REJECTED",
            Status::Unreachable => "UNREACHABLE",
            Status::ProjectUnavailable => "PROJECT_UNAVAILABLE",
            Status::Unknown => "UNKNOWN",
        }
    }

    /// The state behind the contract's word; a word from a newer contract is [`Status::Unknown`].
    pub fn from_wire(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|status| status.as_wire() == word)
            .unwrap_or(Status::Unknown)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Status;

    #[test]
    fn every_word_of_the_contract_is_known_and_others_are_not() {
        for status in Status::ALL {
            assert_eq!(Status::from_wire(status.as_wire()), status);
        }
        assert_eq!(Status::from_wire("FROM_THE_FUTURE"), Status::Unknown);
    }
}
