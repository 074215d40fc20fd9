//! A Jira with the plugin, in memory: the contract's rules, and a memory of who changed what.

use super::answers::{connection_json, json, problem};
use serde_json::Value;
use testio_connection::api::{RawAnswer, request::Method};

/// Keys that somebody may type. The third is refused by Test IO, the fourth is too short for a hint, the fifth is no
/// key at all.
pub const KEYS: [&str; 5] = [
    "first-key-aaaaaaaaaa1111",
    "second-key-bbbbbbbbb2222",
    "refused-key-ccccccccc3333",
    "short-key",
    "•••• 1111",
];

/// The key that the other administrator saves.
pub const THEIR_KEY: &str = "their-key-dddddddddd9999";

/// Names of the projects. The first two have a connection at the start.
pub const PROJECTS: [&str; 5] = [
    "Alpha shop",
    "Beta shop",
    "Gamma site",
    "Delta site",
    "Epsilon app",
];

/// What Test IO is up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestIo {
    Answers,
    IsDown,
    AsksToWait,
}

/// A connection as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub project: Option<usize>,
    pub key: Option<String>,
    pub key_saved: u32,
    pub label: String,
    pub active: bool,
    pub check: Option<&'static str>,
    /// Its project was archived.
    pub archived: bool,
    pub version: u32,
}

/// A change that took effect.
#[derive(Clone, Debug)]
pub struct Commit {
    pub id: String,
    /// The version it led to; 0 for a deletion.
    pub version: u32,
}

/// The server.
pub struct Jira {
    pub rows: Vec<Row>,
    /// Which projects were archived.
    pub archived: [bool; PROJECTS.len()],
    pub may_manage: bool,
    pub test_io: TestIo,
    /// What the other administrator changed, apart from mere tests.
    pub by_others: Vec<Commit>,
    /// What went further than the connection that was written to: how far, and which ones it went to.
    pub further: Vec<Vec<Commit>>,
    /// Every version of every connection.
    history: Vec<Row>,
    next_id: u32,
    clock: u32,
    summaries: u32,
}

/// A request, reduced to what the server sees of it.
pub struct Seen<'a> {
    pub method: Method,
    pub path: &'a str,
    pub body: &'a str,
    pub if_match: Option<&'a str>,
}

/// An answer, and what took effect by it.
pub type Answer = (RawAnswer, Option<Commit>);

impl Jira {
    pub fn new() -> Self {
        let row = |id: &str, project, key: Option<&str>, label: &str| Row {
            id: id.into(),
            project,
            key: key.map(Into::into),
            key_saved: 0,
            label: label.into(),
            active: project.is_some(),
            check: key.map(|_| "CONNECTED"),
            archived: false,
            version: 1,
        };
        let rows = vec![
            row("global", None, None, ""),
            row("11", Some(0), Some("old-key-of-alpha-0000"), "ACME"),
            row("12", Some(1), None, ""),
        ];
        Self {
            history: rows.clone(),
            rows,
            may_manage: true,
            test_io: TestIo::Answers,
            archived: [false; PROJECTS.len()],
            by_others: Vec::new(),
            further: Vec::new(),
            next_id: 13,
            clock: 1,
            summaries: 0,
        }
    }

    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// Whether an id is still to be given.
    pub fn is_to_come(&self, id: &str) -> bool {
        id.parse().is_ok_and(|id: u32| id >= self.next_id && id < 90)
    }

    /// Changes a connection, whoever does it.
    pub fn change(&mut self, id: &str, change: impl FnOnce(&mut Row, u32)) -> Option<Commit> {
        self.clock += 1;
        let clock = self.clock;
        let row = self.rows.iter_mut().find(|row| row.id == id)?;
        change(row, clock);
        row.version += 1;
        self.history.push(row.clone());
        Some(Commit {
            id: id.into(),
            version: row.version,
        })
    }

    /// Adds a connection, whoever does it.
    pub fn add(&mut self, project: usize, begin_with: impl FnOnce(&mut Row, u32)) -> String {
        self.clock += 1;
        let id = self.next_id.to_string();
        self.next_id += 1;
        let mut row = Row {
            id: id.clone(),
            project: Some(project),
            key: None,
            key_saved: 0,
            label: String::new(),
            active: true,
            check: None,
            archived: false,
            version: 1,
        };
        begin_with(&mut row, self.clock);
        self.history.push(row.clone());
        self.rows.push(row);
        id
    }

    /// Whether a connection ever had what was typed.
    pub fn has_had(&self, id: &str, key: Option<&str>, label: Option<&str>) -> bool {
        let fits = |row: &Row| {
            key.is_none_or(|key| row.key.as_deref() == Some(key))
                && label.is_none_or(|label| row.label == label.trim())
        };
        self.history.iter().any(|row| row.id == id && fits(row))
    }

    /// Whether so many connections ever got what was typed at once, this one among them.
    pub fn have_had(&self, id: &str, count: usize, key: Option<&str>, label: Option<&str>) -> bool {
        let version = |commit: &Commit| {
            let of = |row: &&Row| row.id == commit.id && row.version == commit.version;
            self.history.iter().find(of)
        };
        let fits = |commit: &Commit| {
            version(commit).is_some_and(|row| {
                key.is_none_or(|key| row.key.as_deref() == Some(key))
                    && label.is_none_or(|label| row.label == label.trim())
            })
        };
        self.further.iter().any(|commits| {
            commits.len() == count && commits.iter().any(|commit| commit.id == id) && commits.iter().all(fits)
        })
    }

    /// Whether two versions of a connection say the same, as far as somebody has entered it. A missing version is
    /// the last one before a deletion.
    pub fn say_the_same(&self, id: &str, one: u32, other: u32) -> bool {
        let content = |version: u32| {
            let mut versions = self.history.iter().filter(|row| row.id == id);
            let row = versions.rfind(|row| row.version <= version)?;
            Some((
                &row.key,
                row.key.as_ref().map(|_| row.key_saved),
                &row.label,
                row.active,
            ))
        };
        content(one) == content(other)
    }

    /// Answers a request, and says what took effect by it.
    pub fn answer(&mut self, seen: &Seen<'_>) -> Answer {
        let (path, query) = seen.path.split_once('?').unwrap_or((seen.path, ""));
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        let body: Value = serde_json::from_str(seen.body).unwrap_or(Value::Null);
        if seen.method.is_mutation() && !self.may_manage {
            return (problem(403, "FORBIDDEN"), None);
        }
        match (seen.method, parts.as_slice()) {
            (Method::Get, ["connections", "summary"]) => (self.summary(), None),
            (Method::Get, ["accounts"]) => (json(200, &super::answers::accounts_json(&self.rows)), None),
            (Method::Get, ["connections"]) => (self.list(query), None),
            (Method::Get, ["connections", id]) => (self.shown(id, 200), None),
            (Method::Get, ["projects"]) => (self.projects(query), None),
            (Method::Get, ["projects", id, "effective-connection"]) => (self.effective(id), None),
            (Method::Post, ["connections"]) => self.create(&body),
            (Method::Post, ["connections", id, "test"]) => self.test(id, &body),
            (_, ["connections", id, ..]) => match self.precondition(id, seen.if_match) {
                Some(refusal) => (refusal, None),
                None => self.write(seen.method, &parts, &body),
            },
            _ => (problem(404, "NOT_FOUND"), None),
        }
    }

    pub fn of_project(&self, project: usize) -> Option<&Row> {
        self.rows.iter().find(|row| row.project == Some(project))
    }

    pub fn shown(&self, id: &str, status: u16) -> RawAnswer {
        match self.row(id) {
            Some(row) => json(status, &connection_json(&self.rows, row)),
            None => problem(404, "CONNECTION_NOT_FOUND"),
        }
    }

    fn summary(&mut self) -> RawAnswer {
        self.summaries += 1;
        json(200, &super::answers::summary_json(self, self.summaries))
    }

    fn list(&self, query: &str) -> RawAnswer {
        json(200, &super::answers::list_json(&self.rows, query))
    }

    fn projects(&self, query: &str) -> RawAnswer {
        json(200, &super::answers::projects_json(self, query))
    }

    fn effective(&self, project: &str) -> RawAnswer {
        let project = project.parse::<usize>().unwrap_or(usize::MAX);
        json(200, &super::answers::effective_json(self, project))
    }
}
