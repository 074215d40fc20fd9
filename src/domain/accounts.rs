//! The accounts behind connections that are all at hand, without asking the server for them.
//!
//! A connection tells no key, but the key's last characters, and how many others hold the same one. So those with the
//! same characters and the same number belong together, if they are as many as they say.

use std::collections::HashMap;

use super::{account::LabelUse, connection::Connection};

/// The labels of each account, in the order in which the accounts were met; the labels of one as [`super::account::Account`]
/// has them, but in the order in which they were met. Nothing if two keys can't be told apart, or some connections are not
/// among these.
pub fn labels_by_account<'a>(
    connections: impl IntoIterator<Item = &'a Connection>,
) -> Option<Vec<Vec<LabelUse>>> {
    let mut accounts = Vec::<(u32, Vec<LabelUse>)>::new();
    let mut places = HashMap::new();
    for connection in connections {
        let Some(key) = &connection.key else { continue };
        let same_key = connection.same_key;
        let place = match same_key {
            // Nobody else has it, whatever it ends with.
            0 => accounts.len(),
            _ => *places.entry((&key.hint, same_key)).or_insert(accounts.len()),
        };
        if place == accounts.len() {
            accounts.push((same_key + 1, Vec::new()));
        }
        add(&mut accounts[place].1, connection.account_label.as_deref());
    }
    let is_whole = |(count, labels): &(u32, Vec<LabelUse>)| {
        *count == labels.iter().map(|used| used.connections).sum::<u32>()
    };
    let is_known = accounts.iter().all(is_whole);
    is_known.then(|| accounts.into_iter().map(|(_, labels)| labels).collect())
}

fn add(labels: &mut Vec<LabelUse>, label: Option<&str>) {
    match labels.iter_mut().find(|used| used.label.as_deref() == label) {
        Some(used) => used.connections += 1,
        None => labels.push(LabelUse {
            label: label.map(str::to_owned),
            connections: 1,
        }),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::labels_by_account;
    use crate::domain::{
        connection::{Connection, StoredKey},
        samples::connected,
    };

    /// A connection with this label, empty for none, whose key ends so and is held by so many others.
    fn holding(hint: Option<&str>, same_key: u32, label: &str) -> Connection {
        let key = connected().key.map(|key| StoredKey {
            hint: hint.map(str::to_owned),
            ..key
        });
        Connection {
            key,
            same_key,
            account_label: Some(label.to_owned()).filter(|label| !label.is_empty()),
            ..connected()
        }
    }

    fn labels(connections: &[Connection]) -> Option<Vec<Vec<(String, u32)>>> {
        let accounts = labels_by_account(connections)?;
        let each = |labels: Vec<super::LabelUse>| {
            let labels = labels.into_iter();
            labels
                .map(|used| (used.label.unwrap_or_default(), used.connections))
                .collect()
        };
        Some(accounts.into_iter().map(each).collect())
    }

    #[test]
    fn those_with_the_same_key_belong_together() {
        let found = labels(&[
            holding(Some("4f2a"), 2, "ACME"),
            holding(Some("9c3d"), 0, "Globex"),
            holding(Some("4f2a"), 2, ""),
            Connection {
                key: None,
                ..connected()
            },
            holding(Some("4f2a"), 2, "ACME"),
        ]);
        let acme = vec![("ACME".into(), 2), (String::new(), 1)];
        assert_eq!(found, Some(vec![acme, vec![("Globex".into(), 1)]]));
    }

    #[test]
    fn keys_that_end_alike_are_told_apart_by_how_many_hold_them() {
        let found = labels(&[
            holding(None, 0, "A"),
            holding(None, 0, "B"),
            holding(None, 1, "C"),
            holding(None, 1, "C"),
        ]);
        let one = |label: &str, count| vec![(label.to_owned(), count)];
        assert_eq!(found, Some(vec![one("A", 1), one("B", 1), one("C", 2)]));
    }

    #[test]
    fn nothing_is_known_where_that_does_not_tell_or_some_are_missing() {
        let two_keys = [1; 4].map(|same_key| holding(Some("4f2a"), same_key, "A"));
        assert_eq!(labels(&two_keys), None);
        assert_eq!(labels(&[holding(Some("4f2a"), 1, "A")]), None);
    }
}
