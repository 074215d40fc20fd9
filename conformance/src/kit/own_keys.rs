//! Connections whose key nobody but the kit has, so that a change everywhere reaches none that are not the kit's own.

use std::cell::RefCell;
use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::Value;

use super::Kit;
use crate::exchange::{Exchange, Request};

/// The ids of those connections. One without a key is among them.
#[derive(Debug, Default)]
pub(super) struct OwnKeys(RefCell<BTreeSet<String>>);

impl OwnKeys {
    pub(super) fn has(&self, id: &str) -> bool {
        self.0.borrow().contains(id)
    }
}

impl Kit {
    /// Takes note of what a request has done to a key.
    pub(super) fn note_key(&self, request: &Request, exchange: &Exchange) {
        if request.method == Method::GET || exchange.status >= 300 {
            return;
        }
        let body = request.json();
        let answer = exchange.json();
        let Some(id) = answer["id"].as_str() else {
            return;
        };
        let mut own = self.own_keys.0.borrow_mut();
        let is_own = match (body["apiKey"].as_str(), body["keyOf"].as_str()) {
            (Some(key), _) => self.secrets.is_made_up(key),
            (None, Some(other)) => own.contains(other),
            (None, None) => own.contains(id) || answer["hasKey"] == false,
        };
        if is_own {
            own.insert(id.to_owned());
        } else if body["everywhere"] == true {
            // The others have it, too, by now.
            own.clear();
        } else {
            own.remove(id);
        }
    }

    /// Whether a request can change no more than the connection that it names, and others of the kit's own.
    pub(super) fn reaches_own_only(&self, id: &str, body: &Value) -> bool {
        body["everywhere"] != true || self.own_keys.has(id)
    }
}
