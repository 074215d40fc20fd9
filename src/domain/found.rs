//! What is known of the Test IO products behind a connection. What is not known is not said.

use super::{
    connection::{Connection, Product},
    status::Status,
    time::Timestamp,
};

/// When products were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// At the last check.
    At(Timestamp),
    /// At one before: the checks since then failed, and those say nothing of products.
    Earlier,
}

/// The products that Test IO named for a connection's key, and when. The contract has them from the last check that Test
/// IO accepted, but the time is that of the last check of any outcome.
pub fn products(connection: &Connection) -> Option<(&[Product], Found)> {
    let named = connection.products.as_slice();
    connection.key.as_ref()?;
    match connection.status {
        Status::Connected => Some((named, Found::At(connection.last_checked_at.clone()?))),
        Status::KeyRejected | Status::Unreachable | Status::Inactive | Status::ProjectUnavailable => {
            (!named.is_empty()).then_some((named, Found::Earlier))
        }
        // Nobody has asked Test IO about this key.
        Status::KeyMissing | Status::Unverified | Status::Unknown => None,
    }
}

/// When the last check failed, if it did.
pub fn failed_check(connection: &Connection) -> Option<&Timestamp> {
    let failed = matches!(connection.status, Status::KeyRejected | Status::Unreachable);
    connection.last_checked_at.as_ref().filter(|_| failed)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test states what must hold")]

    use super::{Found, failed_check, products};
    use crate::domain::{
        connection::{Connection, Product},
        samples::{connected, inactive_global},
        status::Status,
        time::Timestamp,
    };

    fn checked(status: Status, names: &[&str]) -> Connection {
        let product = |name: &&str| Product {
            id: (*name).to_owned(),
            name: (*name).to_owned(),
        };
        Connection {
            status,
            products: names.iter().map(product).collect(),
            last_checked_at: Some(Timestamp::new("2026-05-03T09:00:00Z")),
            ..connected()
        }
    }

    #[test]
    fn an_accepted_check_says_what_there_is_also_that_there_is_nothing() {
        let at = Found::At(Timestamp::new("2026-05-03T09:00:00Z"));
        for names in [&["Shop"][..], &[]] {
            let connection = checked(Status::Connected, names);
            let (found, when) = products(&connection).unwrap();
            assert_eq!((found.len(), when), (names.len(), at.clone()));
        }
    }

    #[test]
    fn a_check_that_failed_says_nothing_of_products() {
        for status in [Status::Unreachable, Status::KeyRejected] {
            assert_eq!(products(&checked(status, &[])), None, "{status:?}");
            let known = checked(status, &["Shop"]);
            assert_eq!(products(&known).unwrap().1, Found::Earlier, "{status:?}");
            assert!(failed_check(&known).is_some(), "{status:?}");
        }
    }

    #[test]
    fn what_was_found_with_another_key_is_not_this_ones() {
        for status in [Status::Unverified, Status::KeyMissing, Status::Unknown] {
            assert_eq!(products(&checked(status, &["Shop"])), None, "{status:?}");
            assert_eq!(failed_check(&checked(status, &[])), None, "{status:?}");
        }
        let removed = Connection {
            key: None,
            ..checked(Status::Inactive, &["Shop"])
        };
        assert_eq!(products(&removed), None);
        assert_eq!(products(&inactive_global()), None);
    }
}
