//! A Test IO account as the stored keys tell it: all connections that hold the same key.

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
