//! What holds for everything that is sent, and for everything that takes effect.

use std::rc::Rc;

use serde_json::Value;
use testio_connection::api::request::{Method, Request};

use super::{
    jira::{Commit, KEYS},
    step::NAMES,
    wire::{AUTOFILLED, Inner, connection_of},
};
use crate::server::body_of;

impl Inner {
    /// Notes whatever must not be sent.
    pub fn hold_the_rules(&mut self, request: &Rc<Request>, id: Option<&str>) {
        let again = self.writes.iter().find(|(sent, _)| Rc::ptr_eq(sent, request));
        if let Some((_, taken_up)) = again {
            if *taken_up {
                self.broken.push(format!(
                    "{:?} {} is sent again after it was done",
                    request.method, request.path
                ));
            }
            return;
        }
        let body = body_of(request);
        if request.method.is_mutation() {
            self.writes.push((request.clone(), false));
            self.count(request, id, &body);
        }
        for secret in KEYS.into_iter().chain([AUTOFILLED]) {
            let may_carry = match id {
                Some(id) => self.book.may_carry(request.method, id, secret),
                None => request.method == Method::Post && self.book.adding.as_deref() == Some(secret),
            };
            if request.path.contains(secret) || (body.contains(secret) && !may_carry) {
                self.broken.push(format!(
                    "{:?} {} carries the key {secret:?}",
                    request.method, request.path
                ));
            }
        }
    }

    /// Every write has a click behind it, or one that went to many connections.
    fn count(&mut self, request: &Request, id: Option<&str>, body: &str) {
        if request.path.ends_with("/test") && self.book.testing && !body.contains("apiKey") {
            return;
        }
        if let Some(id) = id.filter(|_| self.is_of_many(request)) {
            if !self.book.deleting.iter().any(|asked| asked == id) {
                self.broken
                    .push(format!("{id} is deleted, and nobody was asked about it"));
            }
            return;
        }
        self.book.writes_sent += 1;
        if self.book.writes_sent > self.book.clicks + self.book.refused_as_stale {
            self.broken.push(format!(
                "{:?} {}: more writes than clicks",
                request.method, request.path
            ));
        }
    }

    /// Whether connections are being deleted together, and this is such a deletion.
    fn is_of_many(&self, request: &Request) -> bool {
        let is_of_key = request.path.ends_with("/key");
        request.method == Method::Delete && !is_of_key && !self.book.deleting.is_empty()
    }

    /// The attempt of a connection's pane that is behind a request, if it is not one of the dialogs'.
    pub fn chain_behind(&self, request: &Request) -> Option<usize> {
        let id = connection_of(&request.path)?;
        let label = serde_json::from_str::<Value>(&body_of(request)).unwrap_or_default();
        let renames = label["accountLabel"]
            .as_str()
            .is_some_and(|label| NAMES.contains(&label));
        if renames || self.is_of_many(request) {
            return None;
        }
        self.book.current(id)
    }

    /// A write of the page took effect: once, and over nothing that the person has not seen.
    pub fn took_effect(&mut self, commit: &Commit, chain: usize, base: u32) {
        let unseen = |other: &&Commit| {
            let before = commit.version == 0 || other.version < commit.version;
            other.id == commit.id && other.version > base && before
        };
        let last = commit.version.checked_sub(1).unwrap_or(u32::MAX);
        if let Some(other) = self.jira.by_others.iter().find(unseen)
            && !self.jira.say_the_same(&commit.id, other.version - 1, last)
            && !self.jira.say_the_same(&commit.id, base, last)
        {
            let what = &self.book.chains[chain].what;
            self.broken.push(format!(
                "{what} in connection {} wrote over somebody else's version {}, but the person had seen {base}",
                commit.id, other.version
            ));
        }
        if let Err(twice) = self.book.committed(commit, chain) {
            self.broken.push(twice);
        }
    }
}
