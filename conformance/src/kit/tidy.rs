//! What the kit has made, and how it is taken away again.

use reqwest::Method;
use serde_json::json;

use super::Kit;
use crate::exchange::{Exchange, Request};
use crate::options::{Clearing, Writing};
use crate::rule::Need;
use crate::verdict::Verdict;

/// A connection that the kit has made.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) project: String,
    pub(super) state: MadeState,
}

/// What has become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MadeState {
    There,
    Gone,
    /// It cannot be deleted.
    Stuck,
}

impl Kit {
    /// Takes note of a connection that comes of a request.
    pub(super) fn note_made(&self, request: &Request, exchange: &Exchange) {
        if request.method != Method::POST || request.path != "/connections" || exchange.status >= 300 {
            return;
        }
        let body = request.json();
        if let (Some(id), Some(project)) = (exchange.json()["id"].as_str(), body["projectId"].as_str()) {
            self.made.borrow_mut().push(Made {
                id: id.to_owned(),
                project: project.to_owned(),
                state: MadeState::There,
            });
        }
    }

    /// Deletes what a rule of these needs has made and puts Global back, as far as that can be done.
    pub(crate) fn tidy(&self, needs: &[Need]) {
        // They stay in the list meanwhile, because the kit may touch nothing that is not there.
        let mut made = self.made.borrow().clone();
        for made in made.iter_mut().filter(|made| made.state == MadeState::There) {
            made.state = self.delete(&made.id);
        }
        self.made.replace(made);
        if needs.contains(&Need::Global) {
            // What cannot be put back is told by `left_behind`.
            let _ = self.restore_global();
        }
    }

    fn delete(&self, id: &str) -> MadeState {
        let path = format!("/connections/{id}");
        for tag in [None, Some("*")] {
            let Ok(now) = self.admin(Request::get(path.as_str())) else {
                return MadeState::Stuck;
            };
            if now.status == 404 {
                return MadeState::Gone;
            }
            let answer = self.admin(
                Request::delete(path.as_str()).on(tag.or(Some(&format!("\"{}\"", now.json()["version"])))),
            );
            if answer.is_ok_and(|answer| answer.status == 204 || answer.status == 404) {
                return MadeState::Gone;
            }
        }
        MadeState::Stuck
    }

    fn restore_global(&self) -> Verdict {
        let global = self.global();
        let before = &self.global_before;
        let now = global.read()?.ready(200)?;
        if now["hasKey"] == true && before["hasKey"] == false {
            global.delete_key()?.ready(200)?;
        }
        let now = global.read()?.ready(200)?;
        if now["accountLabel"] != before["accountLabel"] {
            let label = before["accountLabel"].as_str().unwrap_or_default();
            global.put(&json!({ "accountLabel": label }))?.ready(200)?;
        }
        if now["active"] != before["active"] {
            global.put(&json!({ "active": before["active"] }))?.ready(200)?;
        }
        Ok(())
    }

    /// What could not be tidied up, in words.
    pub(crate) fn left_behind(&self) -> Vec<String> {
        let made = self.made.borrow();
        let mut left: Vec<String> = made
            .iter()
            .filter(|made| made.state != MadeState::Gone)
            .map(|made| format!("connection {} of project {}", made.id, made.project))
            .collect();
        if self.options.writing == Writing::OwnConnectionsAndGlobal
            && self.options.clearing == Clearing::Never
            && let Ok(now) = self.global().read()
        {
            for field in ["active", "hasKey", "accountLabel"] {
                let (before, now) = (&self.global_before[field], &now.json()[field]);
                if before != now {
                    left.push(format!("Global: {field} was {before} and is {now}"));
                }
            }
        }
        left
    }
}
