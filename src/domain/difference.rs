//! What somebody else changed in a connection meanwhile.

use super::{
    connection::{Connection, StoredKey},
    draft::Reach,
    shown::shown_name,
};

/// One thing that is no longer as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Another key is stored, or one at all; with its hint, if there is one.
    KeySaved(Option<String>),
    /// No key is stored any more.
    KeyRemoved,
    /// The account label was changed from one text to another, as they are shown; either may be empty.
    Label(String, String),
    /// The Global (default) connection was switched on or off.
    Active(bool),
    /// So many other connections hold the same key.
    SameKey(u32),
}

/// What differs, for a change that goes so far: how many others hold the same key is nobody's business but of what goes
/// to them.
pub fn differences_within(reach: Reach, shown: &Connection, now: &Connection) -> Vec<Difference> {
    let mut found = differences(shown, now);
    if reach != Reach::This && shown.same_key != now.same_key {
        found.push(Difference::SameKey(now.same_key));
    }
    found
}

/// What differs between what was shown and what is there now, in the order of the page.
pub fn differences(shown: &Connection, now: &Connection) -> Vec<Difference> {
    let mut found = Vec::new();
    match &now.key {
        None if shown.key.is_some() => found.push(Difference::KeyRemoved),
        Some(key) if is_another(shown.key.as_ref(), key) => {
            found.push(Difference::KeySaved(key.hint.clone()));
        }
        _ => {}
    }
    if shown.label() != now.label() {
        found.push(Difference::Label(
            shown_name(shown.label()),
            shown_name(now.label()),
        ));
    }
    if shown.serves_all_projects() != now.serves_all_projects() {
        found.push(Difference::Active(now.serves_all_projects()));
    }
    found
}

fn is_another(shown: Option<&StoredKey>, now: &StoredKey) -> bool {
    shown.is_none_or(|shown| shown.hint != now.hint || shown.saved_at != now.saved_at)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Difference, differences, differences_within};
    use crate::domain::{
        connection::{Connection, Scope},
        draft::Reach,
        samples::{connected, inactive_global},
    };

    #[test]
    fn each_change_is_named_once() {
        assert!(differences(&connected(), &connected()).is_empty());
        let emptied = Connection {
            key: None,
            account_label: None,
            ..connected()
        };
        assert_eq!(
            differences(&connected(), &emptied),
            [
                Difference::KeyRemoved,
                Difference::Label("ACME US".into(), String::new())
            ]
        );
        assert_eq!(
            differences(&emptied, &connected()),
            [
                Difference::KeySaved(Some("4f2a".into())),
                Difference::Label(String::new(), "ACME US".into())
            ]
        );
        let active = Connection {
            scope: Scope::Global { active: true },
            ..inactive_global()
        };
        assert_eq!(
            differences(&inactive_global(), &active),
            [Difference::Active(true)]
        );
    }

    /// The labels stand within a sentence, which a bidi control in them would turn.
    #[test]
    fn how_many_hold_the_same_key_matters_to_what_goes_to_them_alone() {
        let shown = connected();
        let fewer = Connection {
            same_key: 88,
            ..connected()
        };
        assert!(differences_within(Reach::This, &shown, &fewer).is_empty());
        let seen = Reach::SameKey(shown.same_key);
        assert_eq!(
            differences_within(seen, &shown, &fewer),
            [Difference::SameKey(88)]
        );
        assert!(differences_within(seen, &fewer, &fewer).is_empty());
    }

    #[test]
    fn labels_are_named_as_they_are_shown() {
        let hostile = Connection {
            account_label: Some("good\u{202e}live".into()),
            ..connected()
        };
        assert_eq!(
            differences(&connected(), &hostile),
            [Difference::Label("ACME US".into(), "goodlive".into())]
        );
    }

    /// The same key saved again is a change too: its date differs.
    #[test]
    fn a_key_that_was_saved_again_is_another_one() {
        let mut again = connected();
        if let Some(key) = &mut again.key {
            key.saved_at = Some(crate::domain::time::Timestamp::new("2026-06-01T10:00:00Z"));
        }
        assert_eq!(
            differences(&connected(), &again),
            [Difference::KeySaved(Some("4f2a".into()))]
        );
    }
}
