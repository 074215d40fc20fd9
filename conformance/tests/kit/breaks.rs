//! A way to break each rule.

mod accounts;
mod answers;
mod connections;
mod data;
mod global;
mod jobs;
mod keys;
mod lists;
mod logs;
mod maintenance_checks;
mod new_key;
mod refusals;
mod same_key;
mod search;
mod truth;
mod updates;
mod versions;

use serde_json::Value;

use crate::proxy::{Answered, Asked, Tamper, Wire};

/// A rule and how it is broken.
#[derive(Clone, Copy)]
pub struct Break {
    pub rule: &'static str,
    /// What cannot but be broken along with it.
    pub also: &'static [&'static str],
    pub how: How,
}

/// How an exchange is tampered with.
#[derive(Clone, Copy)]
pub enum How {
    /// The request is changed on its way there.
    Asking(fn(&mut Asked)),
    /// The answer is changed on its way back.
    Answering(fn(&Asked, &mut Answered)),
    /// A single connection is changed when it is read.
    Showing(fn(&mut Value)),
    /// The summary is changed when it is read.
    Counting(fn(&mut Value)),
    /// Each account is changed when they are listed.
    Gathering(fn(&mut Value)),
    /// The report of the checks is changed, whoever reads it.
    Reporting(fn(&mut Value)),
    /// Each of its steps is.
    Stepping(fn(&mut Value)),
    /// Each of the keys in it is that was not accepted.
    Failing(fn(&mut Value)),
    /// The answer to who asks for a new connection is changed. Gets what was asked for, too.
    Creating(fn(&Value, &mut Answered)),
    /// Anything else.
    Otherwise(Tamper),
}

impl How {
    pub fn apply(self, wire: &Wire, mut asked: Asked) -> Answered {
        match self {
            Self::Asking(change) => {
                change(&mut asked);
                wire.send(&asked)
            }
            Self::Answering(change) => {
                let mut answered = wire.send(&asked);
                change(&asked, &mut answered);
                answered
            }
            Self::Showing(change) => edited(wire, &asked, "GET /connections/*", change),
            Self::Counting(change) => edited(wire, &asked, "GET /connections/summary", change),
            Self::Gathering(change) => {
                let mut answered = wire.send(&asked);
                if asked.is("GET /accounts") && answered.status == 200 {
                    answered.edit_values(change);
                }
                answered
            }
            Self::Reporting(change) => reported(wire, &asked, change),
            Self::Stepping(change) => {
                reported(wire, &asked, |report| edit_each(&mut report["steps"], change))
            }
            Self::Failing(change) => reported(wire, &asked, |report| {
                edit_each(&mut report["keys"]["failed"], change)
            }),
            Self::Creating(change) => {
                let mut answered = wire.send(&asked);
                if asked.is("POST /connections") {
                    change(&asked.json(), &mut answered);
                }
                answered
            }
            Self::Otherwise(tamper) => tamper(wire, asked),
        }
    }
}

/// The answer to a request, changed if it is that one and went well.
fn edited(wire: &Wire, asked: &Asked, wanted: &str, change: fn(&mut Value)) -> Answered {
    let mut answered = wire.send(asked);
    if asked.is(wanted) && answered.status == 200 {
        answered.edit(change);
    }
    answered
}

/// The answer to a request, changed if it is a report of the checks.
fn reported(wire: &Wire, asked: &Asked, change: impl FnOnce(&mut Value)) -> Answered {
    let mut answered = wire.send(asked);
    if asked.path == "/maintenance/checks" && answered.status == 200 {
        answered.edit(change);
    }
    answered
}

fn edit_each(list: &mut Value, change: fn(&mut Value)) {
    list.as_array_mut().into_iter().flatten().for_each(change);
}

impl Break {
    const fn new(rule: &'static str, how: How) -> Self {
        Self { rule, also: &[], how }
    }

    /// With what cannot but be broken along with it.
    const fn along_with(mut self, also: &'static [&'static str]) -> Self {
        self.also = also;
        self
    }
}

/// A server that takes one request for another.
const fn asking(rule: &'static str, change: fn(&mut Asked)) -> Break {
    Break::new(rule, How::Asking(change))
}

/// A server that answers something else.
const fn answering(rule: &'static str, change: fn(&Asked, &mut Answered)) -> Break {
    Break::new(rule, How::Answering(change))
}

/// A server that shows a connection other than it is.
const fn seen(rule: &'static str, change: fn(&mut Value)) -> Break {
    Break::new(rule, How::Showing(change))
}

/// A server that does something else.
const fn otherwise(rule: &'static str, tamper: Tamper) -> Break {
    Break::new(rule, How::Otherwise(tamper))
}

/// All of them.
pub fn all() -> Vec<Break> {
    [
        answers::BREAKS,
        refusals::BREAKS,
        lists::BREAKS,
        search::BREAKS,
        connections::BREAKS,
        updates::BREAKS,
        versions::BREAKS,
        keys::BREAKS,
        new_key::BREAKS,
        same_key::BREAKS,
        truth::BREAKS,
        global::BREAKS,
        accounts::BREAKS,
        maintenance_checks::BREAKS,
        logs::BREAKS,
        jobs::BREAKS,
        data::BREAKS,
    ]
    .concat()
}
