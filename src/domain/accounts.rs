//! The Test IO accounts behind the connections, as their products give them away.
//!
//! Test IO's API does not say whose key a key is, but a product belongs to one account alone. So connections that show
//! a product in common lead to the same account, whatever their labels say. A connection without products tells
//! nothing, and neither do names: two accounts may well have a "Web shop" each.

use super::connection::{Connection, Product};

/// A Test IO account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The labels of its connections, each once, in the order in which they were met.
    pub labels: Vec<String>,
    /// The products that its connections show.
    pub products: Vec<Product>,
    /// How many connections lead to it.
    pub connections: u32,
}

impl Account {
    fn of(connection: &Connection) -> Self {
        Self {
            labels: connection.account_label.iter().cloned().collect(),
            products: connection.products.clone(),
            connections: 1,
        }
    }

    fn is_the_same_as(&self, other: &Self) -> bool {
        self.products
            .iter()
            .any(|product| other.products.iter().any(|other| other.id == product.id))
    }

    /// Takes in what is known of the same account from elsewhere.
    fn join(&mut self, other: Self) {
        for label in other.labels {
            if !self.labels.contains(&label) {
                self.labels.push(label);
            }
        }
        for product in other.products {
            if !self.products.iter().any(|known| known.id == product.id) {
                self.products.push(product);
            }
        }
        self.connections += other.connections;
    }
}

/// The accounts that the connections lead to, in the order in which they were met.
pub fn accounts<'a>(connections: impl IntoIterator<Item = &'a Connection>) -> Vec<Account> {
    let mut accounts: Vec<Account> = Vec::new();
    for connection in connections {
        if connection.products.is_empty() {
            continue;
        }
        let met = Account::of(connection);
        let mut same = accounts
            .iter()
            .enumerate()
            .filter(|(_, known)| known.is_the_same_as(&met));
        let first = same.next().map(|(place, _)| place);
        // A key that sees the products of what looked like several accounts shows that they are one.
        let others: Vec<usize> = same.map(|(place, _)| place).collect();
        let Some(first) = first else {
            let mut account = Account::default();
            account.join(met);
            accounts.push(account);
            continue;
        };
        for place in others.into_iter().rev() {
            let other = accounts.remove(place);
            accounts[first].join(other);
        }
        accounts[first].join(met);
    }
    accounts
}

/// Something about the labels that a person may have meant otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// One account goes by several labels.
    SeveralLabels {
        /// The labels.
        labels: Vec<String>,
        /// One of the account's products.
        product: String,
    },
    /// One label stands for several accounts.
    SeveralAccounts {
        /// The label.
        label: String,
        /// One product of each account.
        products: Vec<String>,
    },
}

/// What is doubtful about the accounts' labels.
pub fn doubts(accounts: &[Account]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut seen: Vec<&String> = Vec::new();
    for account in accounts {
        if account.labels.len() > 1 {
            doubts.push(Doubt::SeveralLabels {
                labels: account.labels.clone(),
                product: first_product(account),
            });
        }
        for label in &account.labels {
            if seen.contains(&label) {
                continue;
            }
            seen.push(label);
            let with_label = accounts.iter().filter(|account| account.labels.contains(label));
            let products: Vec<_> = with_label.map(first_product).collect();
            if products.len() > 1 {
                doubts.push(Doubt::SeveralAccounts {
                    label: label.clone(),
                    products,
                });
            }
        }
    }
    doubts
}

fn first_product(account: &Account) -> String {
    account
        .products
        .first()
        .map(|product| product.name.clone())
        .unwrap_or_default()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{Doubt, accounts, doubts};
    use crate::domain::{
        connection::{Connection, Product},
        samples::connected,
    };

    /// A connection with this label, empty for none, that shows products with these ids.
    fn showing(label: &str, products: &[u32]) -> Connection {
        Connection {
            account_label: Some(label.to_owned()).filter(|label| !label.is_empty()),
            products: products
                .iter()
                .map(|id| Product {
                    id: id.to_string(),
                    name: format!("Product {id}"),
                })
                .collect(),
            ..connected()
        }
    }

    #[test]
    fn one_label_for_each_account_is_as_it_should_be() {
        let connections = [
            showing("ACME EU", &[1, 2]),
            showing("ACME US", &[7]),
            showing("ACME EU", &[2, 3]),
            showing("", &[1]),
            showing("Nobody knows", &[]),
        ];
        let found = accounts(&connections);
        let figures: Vec<_> = found
            .iter()
            .map(|account| {
                (
                    account.labels.concat(),
                    account.products.len(),
                    account.connections,
                )
            })
            .collect();
        assert_eq!(
            figures,
            [("ACME EU".to_owned(), 3, 3), ("ACME US".to_owned(), 1, 1)]
        );
        assert!(doubts(&found).is_empty());
    }

    #[test]
    fn the_same_products_under_two_labels_are_doubtful() {
        let found = accounts(&[showing("ACME EU", &[1, 2]), showing("Acme Europe", &[1, 2])]);
        assert_eq!(
            doubts(&found),
            [Doubt::SeveralLabels {
                labels: vec!["ACME EU".into(), "Acme Europe".into()],
                product: "Product 1".into(),
            }]
        );
    }

    #[test]
    fn one_label_over_different_products_is_doubtful_once() {
        let found = accounts(&[
            showing("ACME", &[1]),
            showing("ACME", &[7, 8]),
            showing("Globex", &[9]),
        ]);
        assert_eq!(
            doubts(&found),
            [Doubt::SeveralAccounts {
                label: "ACME".into(),
                products: vec!["Product 1".into(), "Product 7".into()],
            }]
        );
    }

    /// People of one account may see different products of it, and products come and go between two checks.
    #[test]
    fn a_key_that_sees_more_shows_that_several_are_one() {
        let connections = [
            showing("ACME", &[1]),
            showing("ACME", &[2]),
            showing("Globex", &[9]),
            showing("ACME", &[1, 2]),
        ];
        let found = accounts(&connections);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].connections, 3);
        assert!(doubts(&found).is_empty());
    }

    /// Names say nothing: only ids tell products apart.
    #[test]
    fn products_of_the_same_name_are_different_products() {
        let named = |id: &str, label: &str| Connection {
            products: vec![Product {
                id: id.into(),
                name: "Web shop".into(),
            }],
            ..showing(label, &[])
        };
        assert!(doubts(&accounts(&[named("1", "ACME"), named("2", "Globex")])).is_empty());
    }

    proptest! {
        #[test]
        fn accounts_never_share_a_product_and_lose_no_connection(
            shown in prop::collection::vec(prop::collection::vec(0_u32..12, 0..4), 0..20),
        ) {
            let connections: Vec<_> = shown.iter().map(|products| showing("", products)).collect();
            let found = accounts(&connections);
            let mut ids: Vec<_> = found
                .iter()
                .flat_map(|account| account.products.iter().map(|product| product.id.clone()))
                .collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), all);
            let with_products = shown.iter().filter(|products| !products.is_empty()).count();
            let counted: u32 = found.iter().map(|account| account.connections).sum();
            prop_assert_eq!(usize::try_from(counted), Ok(with_products));
        }
    }
}
