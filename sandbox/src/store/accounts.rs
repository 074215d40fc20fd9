//! The Test IO accounts behind the connections, as far as keys tell: those that hold the same key.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use rusqlite::{Row, Transaction};
use serde::Serialize;

use super::listing::{Listed, Window};
use super::{StoreError, connections};
use crate::model::{ConnectionId, Product, Status};

/// A label, or none, and how many connections of an account have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LabelUse {
    /// The label.
    pub label: Option<String>,
    /// The number of connections.
    pub connections: usize,
}

/// The contract's `Account`. It has no room for a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct Account {
    pub key_of: ConnectionId,
    pub key_hint: Option<String>,
    pub labels: Vec<LabelUse>,
    pub connections: usize,
    pub global: bool,
    pub by_status: BTreeMap<&'static str, usize>,
    pub status_since: String,
    pub last_checked_at: Option<String>,
    pub products: Vec<Product>,
    pub product_count: usize,
}

/// The accounts, by their first labels and then by the connection that stands for each.
///
/// # Errors
/// The database's own error.
pub fn list(tx: &Transaction<'_>, window: Window) -> Result<Listed<Account>, StoreError> {
    let mut all = gather(tx)?;
    all.sort_by_cached_key(|gathered| {
        let first = gathered.labels().into_iter().next();
        (
            first.map(|label| by_label(label.label.as_deref())),
            gathered.key_of.to_string(),
        )
    });
    let total = all.len();
    let values = all
        .into_iter()
        .skip(window.start_at)
        .take(window.max_results)
        .map(|gathered| gathered.into_account(tx))
        .collect::<Result<_, _>>()?;
    Ok(Listed { values, total })
}

/// What labels are sorted by: none is the last, and case does not matter.
fn by_label(label: Option<&str>) -> (bool, String, String) {
    let label = label.unwrap_or_default();
    (label.is_empty(), label.to_lowercase(), label.to_owned())
}

/// What is known of an account while its connections go by.
struct Gathered {
    key_of: ConnectionId,
    key_hint: Option<String>,
    labels: HashMap<Option<String>, usize>,
    statuses: HashMap<Status, usize>,
    status_since: String,
    last_checked_at: Option<String>,
    /// When Test IO accepted the key last, and for which connection.
    accepted: Option<(String, ConnectionId)>,
}

/// All accounts. The database says which connections belong together, so that no key has to leave it.
fn gather(tx: &Transaction<'_>) -> Result<Vec<Gathered>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT shown.id, shown.project_id IS NULL AS is_global, shown.key_hint, shown.account_label, shown.status,
            shown.status_since, shown.last_checked_at, shown.accepted_at,
            min(shown.id) OVER (PARTITION BY connection.api_key) AS account
         FROM shown_connection AS shown JOIN connection ON connection.id = shown.id
         WHERE connection.api_key IS NOT NULL
         ORDER BY shown.project_id IS NOT NULL, shown.name_sort, shown.id",
    )?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    let mut places: HashMap<i64, usize> = HashMap::new();
    while let Some(row) = rows.next()? {
        let place = *places.entry(row.get("account")?).or_insert(all.len());
        if place == all.len() {
            all.push(Gathered::begin(row)?);
        }
        all[place].add(row)?;
    }
    Ok(all)
}

fn id(row: &Row<'_>) -> rusqlite::Result<ConnectionId> {
    Ok(match row.get("is_global")? {
        true => ConnectionId::Global,
        false => ConnectionId::Own(row.get("id")?),
    })
}

impl Gathered {
    /// The first of an account's connections stands for it.
    fn begin(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            key_of: id(row)?,
            key_hint: row.get("key_hint")?,
            labels: HashMap::new(),
            statuses: HashMap::new(),
            status_since: row.get("status_since")?,
            last_checked_at: None,
            accepted: None,
        })
    }

    fn add(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        *self.labels.entry(row.get("account_label")?).or_default() += 1;
        *self.statuses.entry(row.get("status")?).or_default() += 1;
        // All instants are written alike, so that the later one is the greater text.
        self.status_since = row
            .get::<_, String>("status_since")?
            .max(std::mem::take(&mut self.status_since));
        self.last_checked_at = row
            .get::<_, Option<String>>("last_checked_at")?
            .max(self.last_checked_at.take());
        if let Some(at) = row.get::<_, Option<String>>("accepted_at")?
            && self.accepted.as_ref().is_none_or(|(before, _)| *before < at)
        {
            self.accepted = Some((at, id(row)?));
        }
        Ok(())
    }

    /// Most connections first.
    fn labels(&self) -> Vec<LabelUse> {
        let mut labels: Vec<LabelUse> = self
            .labels
            .iter()
            .map(|(label, connections)| LabelUse {
                label: label.clone(),
                connections: *connections,
            })
            .collect();
        labels.sort_by_cached_key(|label| (Reverse(label.connections), by_label(label.label.as_deref())));
        labels
    }

    fn into_account(self, tx: &Transaction<'_>) -> Result<Account, StoreError> {
        let labels = self.labels();
        let accepted = match self.accepted {
            Some((_, id)) => connections::get(tx, id)?,
            None => None,
        };
        let (products, product_count) =
            accepted.map_or_else(Default::default, |of| (of.products, of.product_count));
        Ok(Account {
            connections: labels.iter().map(|label| label.connections).sum(),
            labels,
            global: self.key_of == ConnectionId::Global,
            key_of: self.key_of,
            key_hint: self.key_hint,
            by_status: Status::all_counted(self.statuses),
            status_since: self.status_since,
            last_checked_at: self.last_checked_at,
            products,
            product_count,
        })
    }
}
