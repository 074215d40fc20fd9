//! Which connection the page's URL fragment names.

use super::ids::ConnectionId;

const PREFIX: &str = "#/connections/";

/// The connection behind a URL fragment: `#/global` or `#/connections/{id}`.
///
/// Anything else, and an id that could not have come from the server, means the Global connection.
pub fn connection_of(fragment: &str) -> ConnectionId {
    fragment
        .strip_prefix(PREFIX)
        .filter(|id| is_plain(id))
        .map_or_else(ConnectionId::global, ConnectionId::new)
}

/// The URL fragment of a connection.
pub fn fragment_of(id: &ConnectionId) -> String {
    if id.is_global() {
        "#/global".to_owned()
    } else {
        [PREFIX, id.as_str()].concat()
    }
}

/// Ids are used as one path segment without escaping, so nothing else may pass.
fn is_plain(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 64
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{connection_of, fragment_of};
    use crate::domain::ids::ConnectionId;

    #[test]
    fn unknown_fragments_mean_global() {
        for fragment in [
            "",
            "#",
            "#/",
            "#/global",
            "#/connections/",
            "#/connections/../x",
            "#/connections/a?b",
        ] {
            assert!(connection_of(fragment).is_global(), "{fragment}");
        }
    }

    proptest! {
        #[test]
        fn a_fragment_leads_back_to_its_connection(id in "[A-Za-z0-9_-]{1,64}") {
            let id = ConnectionId::new(id);
            prop_assert_eq!(connection_of(&fragment_of(&id)), id);
        }
    }
}
