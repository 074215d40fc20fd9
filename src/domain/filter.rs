//! Which connections the list shows: what `pages/connection/list/filter.rs` sets, `api/connections.rs` sends, and
//! `state/connection_pages.rs` puts together where the server has no such list.

use super::{attention::NEEDS_ATTENTION, ids::ConnectionId, invisible::trim, status::Status};

/// Longest text to search for, in characters (contract). Code units of UTF-16 are never fewer than characters.
pub const MAX_QUERY_LENGTH: u32 = 255;

/// What the filter by state calls [`StatusFilter::NeedsAttention`], beside the contract's words for single states.
const ATTENTION: &str = "ATTENTION";

/// What the choice of accounts calls [`AccountFilter::KeyOf`], beside the labels. No label is blank.
const SAME_KEY: &str = " ";

/// Which states the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusFilter {
    /// All of them.
    #[default]
    Any,
    /// One.
    Only(Status),
    /// Those in which somebody should look; see [`super::attention`].
    NeedsAttention,
}

impl StatusFilter {
    /// Those of several states, for which the server has no list.
    pub const TOGETHER: [Self; 1] = [Self::NeedsAttention];

    /// The states whose lists make up this one, in the order in which they are shown; none where the server has this list
    /// itself.
    pub fn lists(self) -> Option<&'static [Status]> {
        match self {
            Self::Any | Self::Only(_) => None,
            Self::NeedsAttention => Some(&NEEDS_ATTENTION),
        }
    }

    /// Its word in the choice of states.
    pub fn as_word(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Only(status) => status.as_wire(),
            Self::NeedsAttention => ATTENTION,
        }
    }

    /// The filter behind a word of the choice of states.
    pub fn from_word(word: &str) -> Self {
        let mut known = Self::TOGETHER.into_iter().chain([Self::Any]);
        known
            .find(|filter| filter.as_word() == word)
            .unwrap_or_else(|| Self::Only(Status::from_wire(word)))
    }
}

/// Which accounts the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AccountFilter {
    /// All of them.
    #[default]
    Any,
    /// Those with this label.
    Label(String),
    /// The one whose API key this connection holds.
    KeyOf(ConnectionId),
}

impl AccountFilter {
    /// Its word in the choice of accounts.
    pub fn as_word(&self) -> &str {
        match self {
            Self::Any => "",
            Self::Label(label) => label,
            Self::KeyOf(_) => SAME_KEY,
        }
    }

    /// The filter by a label of the choice; the empty one is that of all.
    pub fn by_label(label: String) -> Self {
        if label.is_empty() {
            Self::Any
        } else {
            Self::Label(label)
        }
    }
}

/// The filter of the list. The server applies it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Words of the project's name or key.
    pub query: String,
    /// Only these states.
    pub status: StatusFilter,
    /// Only these accounts.
    pub account: AccountFilter,
}

impl ListFilter {
    /// Whether every connection is shown.
    pub fn is_empty(&self) -> bool {
        let Self {
            query,
            status,
            account,
        } = self;
        trim(query).is_empty() && *status == StatusFilter::Any && *account == AccountFilter::Any
    }

    /// The words to search for, if nothing else is filtered by: a project without a connection has no state and no account.
    pub fn words_alone(&self) -> &str {
        let Self {
            query,
            status,
            account,
        } = self;
        match (status, account) {
            (StatusFilter::Any, AccountFilter::Any) => trim(query),
            _ => "",
        }
    }

    /// Every connection in some of the states.
    pub fn by_status(status: StatusFilter) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{AccountFilter, ListFilter, StatusFilter};
    use crate::domain::{ids::ConnectionId, status::Status};

    #[test]
    fn a_choice_of_states_is_read_back_from_its_word() {
        let single = Status::ALL.map(StatusFilter::Only);
        let together = StatusFilter::TOGETHER.into_iter();
        for filter in together.chain([StatusFilter::Any]).chain(single) {
            assert_eq!(StatusFilter::from_word(filter.as_word()), filter);
        }
    }

    #[test]
    fn the_choice_of_accounts_has_a_word_for_each() {
        assert_eq!(AccountFilter::by_label(String::new()), AccountFilter::Any);
        assert_eq!(AccountFilter::Any.as_word(), "");
        assert_eq!(AccountFilter::by_label("ACME".into()).as_word(), "ACME");
        let same_key = AccountFilter::KeyOf(ConnectionId::global());
        assert!(!same_key.as_word().is_empty() && same_key.as_word().trim().is_empty());
    }

    #[test]
    fn words_stand_alone_where_no_state_and_no_account_is_asked_for() {
        let words = |status, account| {
            let filter = ListFilter {
                query: " web\u{200b}".into(),
                status,
                account,
            };
            filter.words_alone().to_owned()
        };
        assert_eq!(words(StatusFilter::Any, AccountFilter::Any), "web");
        assert_eq!(words(StatusFilter::NeedsAttention, AccountFilter::Any), "");
        assert_eq!(
            words(StatusFilter::Only(Status::Connected), AccountFilter::Any),
            ""
        );
        for account in [
            AccountFilter::by_label("ACME".into()),
            AccountFilter::KeyOf(ConnectionId::global()),
        ] {
            assert_eq!(words(StatusFilter::Any, account), "");
        }
    }

    #[test]
    fn any_part_of_a_filter_hides_connections_but_blanks_do_not() {
        let everything = ListFilter::default();
        let blank = ListFilter {
            query: " \u{feff} \u{200b}".into(),
            ..ListFilter::default()
        };
        assert!(everything.is_empty() && blank.is_empty());
        for filter in [
            ListFilter {
                query: "web".into(),
                ..ListFilter::default()
            },
            ListFilter::by_status(StatusFilter::NeedsAttention),
            ListFilter {
                account: AccountFilter::by_label("ACME".into()),
                ..ListFilter::default()
            },
            ListFilter {
                account: AccountFilter::KeyOf(ConnectionId::global()),
                ..ListFilter::default()
            },
        ] {
            assert!(!filter.is_empty(), "{filter:?}");
        }
    }
}
