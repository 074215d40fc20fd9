//! Whose Test IO account a project's own connection leads to, as far as that is known.

use super::{connection::Connection, found::products};

/// What a project's connection uses in place of Global.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnAccount {
    /// Nothing yet: it has no key.
    None,
    /// A key of its own; nobody knows whose.
    Unknown,
    /// The account that Global uses too.
    SameAsGlobal,
    /// Another account than Global's.
    Other,
}

/// What the connection of a project uses in place of Global, which may not be known yet.
///
/// A product belongs to one account alone, so what both show tells that it is one account. That nothing is in common
/// tells that there are two; where one shows nothing, nobody knows.
pub fn own_account(own: &Connection, global: Option<&Connection>) -> OwnAccount {
    if own.key.is_none() {
        return OwnAccount::None;
    }
    let Some(global) = global else {
        return OwnAccount::Unknown;
    };
    if global.key.is_none() {
        return OwnAccount::Other;
    }
    match (products(own), products(global)) {
        (Some((own, _)), Some((global, _))) if !own.is_empty() && !global.is_empty() => {
            let shared = own
                .iter()
                .any(|one| global.iter().any(|other| other.id == one.id));
            if shared {
                OwnAccount::SameAsGlobal
            } else {
                OwnAccount::Other
            }
        }
        _ => OwnAccount::Unknown,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{OwnAccount, own_account};
    use crate::domain::{
        connection::{Connection, Product},
        samples::{connected, inactive_global},
        time::Timestamp,
    };

    fn showing(ids: &[&str]) -> Connection {
        let product = |id: &&str| Product {
            id: (*id).to_owned(),
            name: "Shop".to_owned(),
        };
        Connection {
            products: ids.iter().map(product).collect(),
            last_checked_at: Some(Timestamp::new("2026-05-03T09:00:00Z")),
            ..connected()
        }
    }

    #[test]
    fn a_connection_without_a_key_uses_no_account() {
        let keyless = Connection {
            key: None,
            ..showing(&["1"])
        };
        assert_eq!(own_account(&keyless, Some(&showing(&["2"]))), OwnAccount::None);
    }

    #[test]
    fn a_product_in_common_is_an_account_in_common() {
        let global = showing(&["2", "3"]);
        assert_eq!(
            own_account(&showing(&["1", "2"]), Some(&global)),
            OwnAccount::SameAsGlobal
        );
        assert_eq!(own_account(&showing(&["1"]), Some(&global)), OwnAccount::Other);
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        assert_eq!(own_account(&showing(&["1"]), None), OwnAccount::Unknown);
        assert_eq!(
            own_account(&showing(&[]), Some(&showing(&["1"]))),
            OwnAccount::Unknown
        );
        assert_eq!(
            own_account(&showing(&["1"]), Some(&showing(&[]))),
            OwnAccount::Unknown
        );
        assert_eq!(
            own_account(&showing(&["1"]), Some(&inactive_global())),
            OwnAccount::Other,
            "Global has none"
        );
    }
}
