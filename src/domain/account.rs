//! A Test IO account as the stored keys tell it: all connections that hold the same key.

use std::collections::HashMap;

use super::{connection::Product, ids::ConnectionId, summary::ConnectionCounts, time::Timestamp};

/// All connections that hold one key, the Global (default) one included. The key itself is not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// One of them: the Global one if it is among them, otherwise the first in the list. It names the key to the server.
    pub key_of: ConnectionId,
    /// The key's last 4 characters; absent for short keys.
    pub key_hint: Option<String>,
    /// The labels that they have, most connections first.
    pub labels: Vec<LabelUse>,
    /// How many they are, and in which states.
    pub connections: ConnectionCounts,
    /// Whether the Global connection is one of them.
    pub global: bool,
    /// Since when none of their states has changed.
    pub status_since: Timestamp,
    /// When the key was last checked with Test IO, whatever came of it.
    pub last_checked_at: Option<Timestamp>,
    /// The Test IO products of the last check that Test IO accepted; possibly fewer than `product_count`.
    pub products: Vec<Product>,
    /// How many products the key gave access to then.
    pub product_count: u32,
}

/// A label, and how many connections of an account have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelUse {
    /// The label; absent for the connections without one.
    pub label: Option<String>,
    /// How many connections have it.
    pub connections: u32,
}

/// What is odd about the labels of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// Its connections have several labels.
    SeveralLabels(Vec<String>),
    /// Some of its connections have a label, and so many have none.
    Unlabelled(u32),
    /// None of its connections has a label, although there are other accounts to tell it from.
    NoLabel,
    /// Its label is also that of so many other accounts.
    SharedLabel(String, u32),
}

/// What is odd about the labels of each account, in their order. These are all there are. Whoever knows nothing but the
/// labels can ask, so that what is counted without asking the server is what the server's list of accounts shows.
pub fn oddities(all: &[&[LabelUse]]) -> Vec<Vec<Oddity>> {
    let mut accounts_with = HashMap::<&str, u32>::new();
    for label in all.iter().flat_map(|uses| labels_of(uses)) {
        *accounts_with.entry(label).or_default() += 1;
    }
    let odd = |uses: &&[LabelUse]| {
        let labels: Vec<_> = labels_of(uses).map(str::to_owned).collect();
        let unlabelled = uses.iter().filter(|used| used.label.is_none());
        let mut found = Vec::new();
        match (labels.len(), unlabelled.map(|used| used.connections).sum()) {
            (0, _) if all.len() > 1 => found.push(Oddity::NoLabel),
            (0, _) | (1, 0) => {}
            (1, unlabelled) => found.push(Oddity::Unlabelled(unlabelled)),
            _ => found.push(Oddity::SeveralLabels(labels.clone())),
        }
        for label in labels {
            let others = accounts_with
                .get(label.as_str())
                .map_or(0, |accounts| accounts - 1);
            if others > 0 {
                found.push(Oddity::SharedLabel(label, others));
            }
        }
        found
    };
    all.iter().map(odd).collect()
}

/// How many accounts have odd labels.
pub fn odd_count<'a>(oddities: impl IntoIterator<Item = &'a Vec<Oddity>>) -> u32 {
    let odd = oddities.into_iter().filter(|odd| !odd.is_empty());
    u32::try_from(odd.count()).unwrap_or(u32::MAX)
}

fn labels_of(uses: &[LabelUse]) -> impl Iterator<Item = &str> {
    uses.iter().filter_map(|used| used.label.as_deref())
}

impl Account {
    /// Its labels, the one that most of its connections have first.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        labels_of(&self.labels)
    }

    /// The label that most of its connections have, if any has one.
    pub fn label(&self) -> Option<&str> {
        self.labels().next()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Account, LabelUse, Oddity, odd_count, oddities};
    use crate::domain::{ids::ConnectionId, summary::ConnectionCounts, time::Timestamp};

    fn account(id: &str, labels: &[(&str, u32)]) -> Account {
        let labels: Vec<_> = labels
            .iter()
            .map(|(label, connections)| LabelUse {
                label: Some((*label).to_owned()).filter(|label| !label.is_empty()),
                connections: *connections,
            })
            .collect();
        Account {
            key_of: ConnectionId::new(id),
            key_hint: None,
            connections: ConnectionCounts {
                total: labels.iter().map(|used| used.connections).sum(),
                by_status: Vec::new(),
            },
            labels,
            global: false,
            status_since: Timestamp::new("2026-05-03T09:00:00Z"),
            last_checked_at: None,
            products: Vec::new(),
            product_count: 0,
        }
    }

    fn odd(all: &[Account]) -> Vec<Vec<Oddity>> {
        let labels: Vec<_> = all.iter().map(|account| &*account.labels).collect();
        oddities(&labels)
    }

    #[test]
    fn one_label_for_one_key_is_as_it_should_be() {
        let all = [account("1", &[("ACME", 3)]), account("2", &[("Globex", 1)])];
        assert_eq!(odd_count(&odd(&all)), 0);
    }

    #[test]
    fn whatever_else_a_key_s_labels_are_is_odd() {
        let all = [
            account("1", &[("ACME", 3), ("Acme Inc.", 1)]),
            account("2", &[("ACME", 2), ("", 4)]),
            account("3", &[("", 1)]),
            account("4", &[("Globex", 1)]),
        ];
        let found = odd(&all);
        assert_eq!(
            found[0],
            [
                Oddity::SeveralLabels(vec!["ACME".into(), "Acme Inc.".into()]),
                Oddity::SharedLabel("ACME".into(), 1)
            ]
        );
        assert_eq!(
            found[1],
            [Oddity::Unlabelled(4), Oddity::SharedLabel("ACME".into(), 1)]
        );
        assert_eq!(found[2], [Oddity::NoLabel]);
        assert_eq!(odd_count(&found), 3);
    }

    #[test]
    fn the_only_account_needs_no_label_to_be_known_by() {
        assert_eq!(odd_count(&odd(&[account("1", &[("", 3)])])), 0);
    }

    #[test]
    fn the_label_of_an_account_is_the_one_that_most_have() {
        assert_eq!(account("1", &[("", 5), ("ACME", 3)]).label(), Some("ACME"));
        assert_eq!(account("1", &[("", 5)]).label(), None);
    }
}
