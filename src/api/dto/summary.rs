//! `Summary`: the instance at a glance.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Count;
use crate::domain::{
    invisible::trim,
    status::Status,
    summary::{self, ConnectionCounts, Coverage},
};

/// The figures above the list.
#[derive(Deserialize)]
pub struct Summary {
    connections: Connections,
    accounts: Vec<Account>,
    projects: Projects,
    permissions: Permissions,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Connections {
    total: Count,
    /// By the words for the states, which a newer contract may have more of.
    by_status: BTreeMap<String, Count>,
}

#[derive(Deserialize)]
struct Account {
    label: String,
    connections: Count,
}

#[derive(Deserialize)]
struct Projects {
    total: Count,
    own: Count,
    global: Count,
    none: Count,
}

#[derive(Deserialize)]
struct Permissions {
    manage: bool,
}

impl From<Summary> for summary::Summary {
    fn from(summary: Summary) -> Self {
        Self {
            connections: summary.connections.into(),
            // One of nothing to see would be a blank choice. Such connections count as without a label.
            accounts: summary
                .accounts
                .into_iter()
                .filter(|account| !trim(&account.label).is_empty())
                .map(Into::into)
                .collect(),
            projects: summary.projects.into(),
            permissions: summary::Permissions {
                manage: summary.permissions.manage,
            },
        }
    }
}

impl From<Connections> for ConnectionCounts {
    fn from(connections: Connections) -> Self {
        let by_status = connections.by_status.iter();
        Self {
            total: connections.total.0,
            by_status: by_status
                .map(|(word, count)| (Status::from_wire(word), count.0))
                .collect(),
        }
    }
}

impl From<Account> for summary::Account {
    fn from(account: Account) -> Self {
        Self {
            label: account.label,
            connections: account.connections.0,
        }
    }
}

impl From<Projects> for Coverage {
    fn from(projects: Projects) -> Self {
        Self {
            total: projects.total.0,
            own: projects.own.0,
            global: projects.global.0,
            none: projects.none.0,
        }
    }
}
