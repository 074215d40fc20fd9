//! A connection that is to be added.

use super::{
    api_key::ApiKey,
    connection::Connection,
    draft::Verify,
    ids::{ConnectionId, ProjectId},
};

/// The API key that a connection begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirstKey {
    /// None yet.
    None,
    /// A new one.
    Typed(ApiKey),
    /// The one that another connection holds.
    Of(ConnectionId),
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConnection {
    /// The project that it is for.
    pub project: ProjectId,
    /// Its key.
    pub key: FirstKey,
    /// Its account label. With the key of another connection, that one's unless there is one here.
    pub account_label: Option<String>,
    /// Whether Test IO has to accept the key first.
    pub verify: Verify,
}

/// What a connection looks like that was added, to recognise it after a lost answer. The key itself is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The project.
    pub project: ProjectId,
    key: AddedKey,
    label: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum AddedKey {
    /// None, and somebody may have saved one meanwhile.
    Open,
    /// One with this hint, or without any.
    WithHint(Option<String>),
    /// One that is not known here.
    Some,
}

impl NewConnection {
    /// One for a project, with nothing but that.
    pub fn without_key(project: ProjectId) -> Self {
        Self {
            project,
            key: FirstKey::None,
            account_label: None,
            verify: Verify::First,
        }
    }

    /// What comes of it.
    pub fn added(&self) -> Added {
        Added {
            project: self.project.clone(),
            key: match &self.key {
                FirstKey::None => AddedKey::Open,
                FirstKey::Typed(key) => AddedKey::WithHint(key.hint().map(str::to_owned)),
                FirstKey::Of(_) => AddedKey::Some,
            },
            label: self.account_label.clone(),
        }
    }
}

impl Added {
    /// Whether the project's connection may be it, as far as key and label tell.
    pub fn may_be(&self, existing: &Connection) -> bool {
        let has_key = match (&self.key, &existing.key) {
            (AddedKey::Open, _) | (AddedKey::Some, Some(_)) => true,
            (AddedKey::WithHint(hint), Some(stored)) => stored.hint == *hint,
            _ => false,
        };
        has_key && self.label.as_ref().is_none_or(|label| existing.label() == label)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Added, FirstKey, NewConnection};
    use crate::domain::{
        api_key::ApiKey,
        connection::Connection,
        draft::Verify,
        ids::{ConnectionId, ProjectId},
        samples::connected,
    };

    fn asked(key: FirstKey, label: Option<&str>) -> Added {
        let new = NewConnection {
            project: ProjectId::new("10017"),
            key,
            account_label: label.map(str::to_owned),
            verify: Verify::First,
        };
        new.added()
    }

    fn typed(key: &str) -> FirstKey {
        ApiKey::parse(key).map_or(FirstKey::None, FirstKey::Typed)
    }

    #[test]
    fn one_that_was_added_and_nobody_heard_is_known_by_its_key_and_label() {
        let (there, other) = ("xxxxxxxxxxxxxxxx4f2a", "xxxxxxxxxxxxxxxx0000");
        assert!(asked(typed(there), None).may_be(&connected()));
        assert!(asked(typed(there), Some("ACME US")).may_be(&connected()));
        assert!(!asked(typed(there), Some("Other")).may_be(&connected()));
        assert!(!asked(typed(other), None).may_be(&connected()));
        assert!(asked(FirstKey::Of(ConnectionId::global()), None).may_be(&connected()));
        let without = Connection {
            key: None,
            ..connected()
        };
        assert!(asked(FirstKey::None, None).may_be(&connected()));
        assert!(asked(FirstKey::None, None).may_be(&without));
        assert!(!asked(FirstKey::Of(ConnectionId::global()), None).may_be(&without));
    }
}
