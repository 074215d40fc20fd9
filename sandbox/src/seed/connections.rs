//! Project connections as they are after some years: most of them fine, some in every kind of trouble.

use rusqlite::Transaction;

use super::{FIRST_PROJECT, SeedSize};
use crate::model::{ApiKey, CheckOutcome, ConnectionId, Products, ProjectId, ProjectState, User, now};
use crate::store::StoreError;
use crate::store::connections::{self, Change, NewKey};
use crate::store::projects::{self, ProjectChange};
use crate::test_io::accounts::{ACCOUNTS, ALL_ACCOUNTS, Account, REVOKED_KEY};

/// What has become of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum History {
    Connected,
    NeverFinished,
    Unverified,
    Revoked,
    OutOfReach,
    ProjectArchived,
}

/// The histories repeat, and every account gets all of them, because 20 and 3 have no common divisor.
const HISTORIES: [History; 20] = {
    let mut histories = [History::Connected; 20];
    histories[3] = History::NeverFinished;
    histories[6] = History::Unverified;
    histories[9] = History::Revoked;
    histories[12] = History::OutOfReach;
    histories[15] = History::ProjectArchived;
    histories[18] = History::NeverFinished;
    histories
};

/// Makes the connections, spread evenly over the projects.
pub(super) fn fill(tx: &Transaction<'_>, size: SeedSize) -> Result<(), StoreError> {
    let shares = size.accounts.map(shares);
    for index in 0..size.connections {
        let position = i64::try_from(index * size.projects / size.connections).unwrap_or_default();
        let (history, account) = match &shares {
            Some(shares) => (History::Connected, shares[index % shares.len()]),
            None => (
                HISTORIES[index % HISTORIES.len()],
                ACCOUNTS[index % ACCOUNTS.len()],
            ),
        };
        make(tx, ProjectId(FIRST_PROJECT + position), history, account)?;
    }
    Ok(())
}

/// Whose the connections are, one after the other and then again from the beginning. Of four accounts the first one has
/// four of ten, the last one has one.
fn shares(accounts: usize) -> Vec<Account> {
    (1..=accounts)
        .rev()
        .flat_map(|round| ALL_ACCOUNTS.into_iter().take(round))
        .collect()
}

fn make(
    tx: &Transaction<'_>,
    project: ProjectId,
    history: History,
    account: Account,
) -> Result<(), StoreError> {
    let [by, ..] = User::ALL;
    let id = connections::create(tx, project, &Change::default(), by)?;
    let products = Products::from(account.products());
    let key = |key: &str, verified| {
        Some(NewKey {
            key: ApiKey::trusted(key),
            verified,
        })
    };
    let key = match history {
        History::NeverFinished => return Ok(()),
        History::Unverified => key(account.key, None),
        History::Revoked => key(REVOKED_KEY, None),
        History::Connected | History::OutOfReach | History::ProjectArchived => {
            key(account.key, Some(products))
        }
    };
    let account_label = Some(Some(account.name.to_owned()));
    connections::change(
        tx,
        id,
        &Change {
            key,
            account_label,
            active: None,
        },
        by,
    )?;
    match history {
        History::Revoked => record(tx, id, CheckOutcome::Rejected, None),
        History::OutOfReach => record(tx, id, CheckOutcome::Unreachable, None),
        History::ProjectArchived => projects::change(
            tx,
            project,
            &ProjectChange {
                state: Some(ProjectState::Archived),
                ..Default::default()
            },
        ),
        History::Connected | History::Unverified | History::NeverFinished => Ok(()),
    }
}

fn record(
    tx: &Transaction<'_>,
    id: ConnectionId,
    outcome: CheckOutcome,
    products: Option<&Products>,
) -> Result<(), StoreError> {
    let [by, ..] = User::ALL;
    connections::record_check(tx, id, outcome, &now(), products, Some(by))
}
