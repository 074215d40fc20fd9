//! Which connections the list shows: what `pages/connection/list/filter.rs` sets and `api/connections.rs` sends.

use super::{ids::ConnectionId, invisible::trim, status::Status};

/// Longest text to search for, in characters (contract). Code units of UTF-16 are never fewer than characters.
pub const MAX_QUERY_LENGTH: u32 = 255;

/// What the filter by state calls [`StatusFilter::NeedsAttention`], beside the contract's words for single states.
const ATTENTION: &str = "ATTENTION";

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
        match word {
            "" => Self::Any,
            ATTENTION => Self::NeedsAttention,
            status => Self::Only(Status::from_wire(status)),
        }
    }
}

/// The filter of the list. The server applies it; what the server has no filter for, `state::connection_pages` puts
/// together from lists that it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Words of the project's name or key.
    pub query: String,
    /// Only these states.
    pub status: StatusFilter,
    /// Only this account label.
    pub account: Option<String>,
    /// Only those that hold the same API key as this connection.
    pub key_of: Option<ConnectionId>,
}

impl ListFilter {
    /// Whether every connection is shown.
    pub fn is_empty(&self) -> bool {
        let Self {
            query,
            status,
            account,
            key_of,
        } = self;
        trim(query).is_empty() && *status == StatusFilter::Any && account.is_none() && key_of.is_none()
    }

    /// The words to search for, if nothing else is filtered by: a project without a connection has no state and no account.
    pub fn words_alone(&self) -> &str {
        match self.status {
            StatusFilter::Any if self.account.is_none() && self.key_of.is_none() => trim(&self.query),
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
    use super::{ListFilter, StatusFilter};
    use crate::domain::{ids::ConnectionId, status::Status};

    #[test]
    fn a_choice_of_states_is_read_back_from_its_word() {
        let single = Status::ALL.map(StatusFilter::Only);
        for filter in [StatusFilter::Any, StatusFilter::NeedsAttention]
            .into_iter()
            .chain(single)
        {
            assert_eq!(StatusFilter::from_word(filter.as_word()), filter);
        }
    }

    #[test]
    fn words_stand_alone_where_no_state_and_no_account_is_asked_for() {
        let words = |status, account: Option<&str>| {
            let filter = ListFilter {
                query: " web\u{200b}".into(),
                status,
                account: account.map(Into::into),
                ..ListFilter::default()
            };
            filter.words_alone().to_owned()
        };
        assert_eq!(words(StatusFilter::Any, None), "web");
        assert_eq!(words(StatusFilter::NeedsAttention, None), "");
        assert_eq!(words(StatusFilter::Only(Status::Connected), None), "");
        assert_eq!(words(StatusFilter::Any, Some("ACME")), "");
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
                account: Some("ACME".into()),
                ..ListFilter::default()
            },
            ListFilter {
                key_of: Some(ConnectionId::global()),
                ..ListFilter::default()
            },
        ] {
            assert!(!filter.is_empty(), "{filter:?}");
        }
    }
}
