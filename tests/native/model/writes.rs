//! What the model server does when it is asked to change something: the contract's rules.

use serde_json::{Value, json};
use testio_connection::api::{RawAnswer, request::Method};

use super::{
    answers::{conflict, empty, json, problem},
    jira::{Answer, Commit, Jira, KEYS, PROJECTS, Row, TestIo},
};

impl Jira {
    /// Why a write is refused for the version it is based on, if it is.
    pub fn precondition(&self, id: &str, if_match: Option<&str>) -> Option<RawAnswer> {
        let Some(row) = self.row(id) else {
            return Some(problem(404, "CONNECTION_NOT_FOUND"));
        };
        match if_match {
            None => Some(problem(428, "PRECONDITION_REQUIRED")),
            Some(tag) if tag != format!("\"{}\"", row.version) => Some(conflict(&self.rows, row)),
            _ => None,
        }
    }

    pub fn write(&mut self, method: Method, parts: &[&str], body: &Value) -> Answer {
        let id = parts[1];
        match (method, parts.len()) {
            (Method::Put, 2) => self.put(id, body),
            (Method::Delete, 3) if self.row(id).is_some_and(|row| row.key.is_none()) => {
                (self.shown(id, 200), None)
            }
            (Method::Delete, 3) => {
                let commit = self.change(id, |row, _| {
                    row.key = None;
                    row.check = None;
                    row.active = row.project.is_some();
                });
                (self.shown(id, 200), commit)
            }
            _ if id == "global" => (problem(405, "GLOBAL_STAYS"), None),
            _ => {
                self.rows.retain(|row| row.id != id);
                let commit = Commit {
                    id: id.into(),
                    version: 0,
                };
                (empty(204), Some(commit))
            }
        }
    }

    fn put(&mut self, id: &str, body: &Value) -> Answer {
        let key = body["apiKey"].as_str();
        let verify = body["verify"].as_bool() != Some(false);
        let has_key = self.row(id).is_some_and(|row| row.key.is_some());
        if body["active"].as_bool() == Some(true) && key.is_none() && !has_key {
            return (problem(409, "KEY_MISSING"), None);
        }
        if let (Some(key), true) = (key, verify)
            && let Some(refusal) = self.verdict(key)
        {
            return (refusal, None);
        }
        let reached = if body["everywhere"].as_bool() == Some(true) {
            let same = self.same_key(id);
            if body["sameKey"].as_u64() != Some(same.len() as u64 - 1) {
                let row = self.rows.iter().find(|row| row.id == id);
                return (
                    row.map_or_else(|| empty(404), |row| conflict(&self.rows, row)),
                    None,
                );
            }
            same
        } else {
            vec![id.to_owned()]
        };
        let change = |row: &mut Row, clock: u32| {
            if let Some(key) = key {
                row.active |= row.key.is_none();
                row.key = Some(key.into());
                row.key_saved = clock;
                row.check = Some(if verify { "CONNECTED" } else { "UNVERIFIED" });
            }
            if let Some(label) = body["accountLabel"].as_str() {
                row.label = label.trim().into();
            }
            if let Some(active) = body["active"].as_bool() {
                row.active = active;
            }
        };
        let commits: Vec<_> = reached.iter().filter_map(|id| self.change(id, change)).collect();
        let commit = commits.iter().find(|commit| commit.id == id).cloned();
        self.further.push(commits);
        (self.shown(id, 200), commit)
    }

    /// The connections with the same key as this one, itself among them.
    fn same_key(&self, id: &str) -> Vec<String> {
        let key = self.row(id).and_then(|row| row.key.as_ref());
        let is_it = |row: &&Row| row.id == id || (key.is_some() && row.key.as_ref() == key);
        let rows = self.rows.iter().filter(is_it);
        rows.map(|row| row.id.clone()).collect()
    }

    fn verdict(&self, key: &str) -> Option<RawAnswer> {
        match self.test_io {
            TestIo::IsDown => Some(problem(424, "TESTIO_UNREACHABLE")),
            TestIo::AsksToWait => Some(problem(424, "TESTIO_RATE_LIMITED")),
            TestIo::Answers if key == KEYS[2] => Some(problem(422, "KEY_REJECTED")),
            TestIo::Answers => None,
        }
    }

    pub fn test(&mut self, id: &str, body: &Value) -> Answer {
        let Some(row) = self.row(id) else {
            return (problem(404, "CONNECTION_NOT_FOUND"), None);
        };
        let typed = body["apiKey"].as_str();
        let Some(key) = typed.or(row.key.as_deref()) else {
            return (problem(409, "KEY_MISSING"), None);
        };
        let (outcome, status) = match self.test_io {
            TestIo::IsDown => ("UNREACHABLE", Some("UNREACHABLE")),
            TestIo::AsksToWait => ("RATE_LIMITED", None),
            TestIo::Answers if key == KEYS[2] => ("REJECTED", Some("KEY_REJECTED")),
            TestIo::Answers => ("ACCEPTED", Some("CONNECTED")),
        };
        if let (None, Some(status)) = (typed, status) {
            self.change(id, |row, _| row.check = Some(status));
        }
        let report = json!({"outcome": outcome, "products": [], "productCount": 0,
            "checkedAt": "2026-05-03T09:00:00Z", "durationMs": 1});
        (json(200, &report), None)
    }

    pub fn create(&mut self, body: &Value) -> Answer {
        let project = body["projectId"].as_str().and_then(|id| id.parse::<usize>().ok());
        let Some(project) = project.filter(|project| *project < PROJECTS.len()) else {
            return (problem(404, "PROJECT_NOT_FOUND"), None);
        };
        if let Some(row) = self.of_project(project) {
            let body = json!({"errorMessages": ["exists"], "errors": {}, "code": "CONNECTION_EXISTS",
                "connectionId": row.id});
            return (json(409, &body), None);
        }
        if self.archived[project] {
            return (problem(404, "PROJECT_NOT_FOUND"), None);
        }
        let other = body["keyOf"].as_str().map(|id| self.row(id).cloned());
        let (key, label) = match other {
            Some(Some(Row {
                key: Some(key),
                label,
                ..
            })) => (Some(key), label),
            Some(_) => return (problem(409, "KEY_MISSING"), None),
            None => (body["apiKey"].as_str().map(Into::into), String::new()),
        };
        let verify = body["verify"].as_bool() != Some(false);
        if let (Some(key), true) = (&key, verify)
            && let Some(refusal) = self.verdict(key)
        {
            return (refusal, None);
        }
        let id = self.add(project, |row, clock| {
            row.check = key
                .as_ref()
                .map(|_| if verify { "CONNECTED" } else { "UNVERIFIED" });
            row.key = key;
            row.key_saved = clock;
            row.label = body["accountLabel"].as_str().map_or(label, Into::into);
        });
        let answer = self.shown(&id, 201);
        (answer, Some(Commit { id, version: 1 }))
    }
}
