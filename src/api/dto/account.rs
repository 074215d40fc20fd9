//! `Account`: all connections that hold the same key.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Count, connection::Product, hint, timestamp};
use crate::domain::{
    account::{self, LabelUse},
    ids::ConnectionId,
    invisible::trim,
    status::Status,
    summary::ConnectionCounts,
};

/// An account.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    key_of: String,
    key_hint: Option<String>,
    labels: Vec<Label>,
    connections: Count,
    global: bool,
    /// By the words for the states, which a newer contract may have more of.
    by_status: BTreeMap<String, Count>,
    status_since: String,
    last_checked_at: Option<String>,
    products: Vec<Product>,
    product_count: Count,
}

#[derive(Deserialize)]
struct Label {
    label: Option<String>,
    connections: Count,
}

impl From<Account> for account::Account {
    fn from(read: Account) -> Self {
        let by_status = read.by_status.iter();
        Self {
            key_of: ConnectionId::new(read.key_of),
            key_hint: read.key_hint.as_deref().map(hint),
            labels: read.labels.into_iter().map(Into::into).collect(),
            connections: ConnectionCounts {
                total: read.connections.0,
                by_status: by_status
                    .map(|(word, count)| (Status::from_wire(word), count.0))
                    .collect(),
            },
            global: read.global,
            status_since: timestamp(&read.status_since),
            last_checked_at: read.last_checked_at.as_deref().map(timestamp),
            products: read.products.into_iter().map(Into::into).collect(),
            product_count: read.product_count.0,
        }
    }
}

impl From<Label> for LabelUse {
    fn from(read: Label) -> Self {
        Self {
            label: read.label.filter(|label| !trim(label).is_empty()),
            connections: read.connections.0,
        }
    }
}
