//! What the tabs of the Maintenance page share. The state of each is in a file of its name.

pub mod clearing;
pub mod health;
pub mod jobs;
pub mod log_download;
pub mod logs;

use leptos::prelude::*;

use super::recovery::Recovery;
use crate::{api::client::Client, domain::failure::Failure};

/// Whether the person has the right to administer Jira, which the server asks for below `/maintenance`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Nothing speaks against it: the server has the last word.
    Assumed,
    /// The server said that they haven't.
    Missing,
}

/// The one place that leads to the server. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct Maintenance {
    client: StoredValue<Client, LocalStorage>,
    /// What stands in the way of requests that wait.
    pub recovery: Recovery,
    /// Whether the person may see what the server tells administrators alone.
    pub right: RwSignal<Right>,
    /// Notifies when the person has come back to the page: much may have changed meanwhile.
    pub returned: RwSignal<()>,
}

impl Maintenance {
    /// Over a client.
    pub fn new(client: Client) -> Self {
        Self {
            recovery: Recovery::new(client.gate()),
            client: StoredValue::new_local(client),
            right: RwSignal::new(Right::Assumed),
            returned: RwSignal::new(()),
        }
    }

    /// The REST client.
    pub fn client(self) -> Client {
        self.client.get_value()
    }

    /// Takes in what came of a request. Where the right turns out to be missing, the page says so once, in place of the
    /// tabs that need it.
    pub fn note<T>(self, result: Result<T, Failure>) -> Result<T, Failure> {
        if let Err(Failure::Forbidden) = result {
            self.right.set(Right::Missing);
        }
        result
    }

    /// Somebody may have been given the right meanwhile: the tabs ask again.
    pub fn try_again(self) {
        self.right.set(Right::Assumed);
    }

    /// The person is back: what waited for that goes on, and the tabs in view look what is new.
    pub fn person_returned(self) {
        self.recovery.person_returned();
        self.returned.set(());
    }
}
