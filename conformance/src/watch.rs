//! What is looked for in every answer: breaches of the written schemas, missing headers, and keys.

use std::collections::BTreeMap;
use std::sync::Mutex;

use reqwest::{Method, StatusCode};
use sandbox::contract::{Contract, Lookup, ResponseParts};

use crate::exchange::{Exchange, Request};
use crate::kit::{Who, lock};
use crate::secrets::Secrets;
use crate::verdict::Finding;

/// Findings of one rule that are kept; more of them say nothing new.
const ENOUGH: usize = 3;

/// What has been seen of one rule.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// How many answers it applied to.
    pub answers: usize,
    /// Of a rule about a header: how many answers had that header.
    pub with_header: usize,
    /// What was wrong with the first few that broke it.
    pub findings: Vec<Finding>,
}

/// Whether an answer had the header that a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Present,
    /// Also where a rule is about no header.
    Absent,
}

/// The watch.
#[derive(Debug)]
pub struct Watch {
    contract: &'static Contract,
    seen: Mutex<BTreeMap<String, Seen>>,
}

/// What an answer was held to: nothing wrong means kept.
struct Held {
    rule: String,
    header: Presence,
    problem: Option<(String, String)>,
}

impl Watch {
    pub fn new(contract: &'static Contract) -> Self {
        Self {
            contract,
            seen: Mutex::default(),
        }
    }

    /// What has been seen of a rule. A server may do without entity tags, but not now and then.
    pub fn seen(&self, rule: &str) -> Seen {
        let seen = lock(&self.seen).get(rule).cloned().unwrap_or_default();
        if rule == "headers.etag" && seen.with_header == 0 {
            Seen::default()
        } else {
            seen
        }
    }

    /// Looks at an answer.
    pub fn look(&self, who: Who, request: &Request, exchange: &Exchange, secrets: &Secrets) {
        let mut held = Self::for_keys(exchange, secrets);
        // What Jira's filters send in the plugin's place is a rule of its own.
        if who != Who::Nobody {
            held.extend(self.by_the_contract(request, exchange));
        }
        let mut seen = lock(&self.seen);
        for Held {
            rule,
            header,
            problem,
        } in held
        {
            let seen = seen.entry(rule).or_default();
            seen.answers += 1;
            seen.with_header += usize::from(header == Presence::Present);
            if let Some((came, expected)) = problem
                && seen.findings.len() < ENOUGH
            {
                seen.findings.push(Finding {
                    request: exchange.request.clone(),
                    came,
                    expected,
                });
            }
        }
    }

    fn for_keys(exchange: &Exchange, secrets: &Secrets) -> Vec<Held> {
        let body = if (200..300).contains(&exchange.status) {
            "secrets.answers"
        } else {
            "secrets.errors"
        };
        let headers: String = exchange
            .headers
            .values()
            .map(|value| format!("{}\n", String::from_utf8_lossy(value.as_bytes())))
            .collect();
        [(body, exchange.text.as_str()), ("secrets.headers", &headers)]
            .into_iter()
            .map(|(rule, text)| Held {
                rule: rule.to_owned(),
                header: Presence::Absent,
                problem: secrets.found_in(text).map(|key| {
                    (
                        exchange.came.clone(),
                        format!("an answer without any part of the {key}"),
                    )
                }),
            })
            .collect()
    }

    fn by_the_contract(&self, request: &Request, exchange: &Exchange) -> Vec<Held> {
        let path = request.path.split('?').next().unwrap_or_default();
        let Some((operation, parts)) = self.operation(&request.method, path, exchange) else {
            return Vec::new();
        };
        let problems = self.contract.response_problems(operation, parts);
        let (headers, rest): (Vec<_>, Vec<_>) = problems
            .into_iter()
            .partition(|problem| header_of(problem).is_some());
        let mut held: Vec<Held> = HEADERS
            .into_iter()
            .filter_map(|name| {
                let problem = headers
                    .iter()
                    .find(|problem| header_of(problem).is_some_and(|found| found.eq_ignore_ascii_case(name)));
                let header = if exchange.headers.contains_key(name) {
                    Presence::Present
                } else {
                    Presence::Absent
                };
                (problem.is_some() || header == Presence::Present).then(|| Held {
                    rule: format!("headers.{name}"),
                    header,
                    problem: problem.map(|problem| (exchange.came.clone(), problem.clone())),
                })
            })
            .collect();
        held.push(Held {
            rule: format!("schema.{}", self.contract.operation_id(operation)),
            header: Presence::Absent,
            problem: (!rest.is_empty()).then(|| {
                (
                    exchange.came.clone(),
                    format!("an answer of the contract, but: {}", rest.join("; ")),
                )
            }),
        });
        held
    }

    fn operation<'a>(
        &self,
        method: &Method,
        path: &str,
        exchange: &'a Exchange,
    ) -> Option<(usize, ResponseParts<'a>)> {
        let Lookup::Found(operation) = self.contract.find(method, path) else {
            return None;
        };
        let status = StatusCode::from_u16(exchange.status).ok()?;
        let parts = ResponseParts {
            status,
            headers: &exchange.headers,
            body: exchange.text.as_bytes(),
        };
        Some((operation, parts))
    }

    /// Whether an anonymous request was answered as the operation or one of Jira's filters answers those.
    pub fn is_not_logged_in(&self, request: &Request, exchange: &Exchange) -> bool {
        let path = request.path.split('?').next().unwrap_or_default();
        let Some((operation, parts)) = self.operation(&request.method, path, exchange) else {
            return false;
        };
        let own = exchange.status == 401 && self.contract.response_problems(operation, parts).is_empty();
        own || self
            .contract
            .without_session()
            .any(|answer| self.contract.jira_answer_problems(answer, parts).is_empty())
    }
}

/// The headers of answers that the contract has rules for.
pub const HEADERS: [&str; 7] = [
    "cache-control",
    "x-ausername",
    "etag",
    "location",
    "allow",
    "retry-after",
    "content-disposition",
];

/// The header that a problem is about.
fn header_of(problem: &str) -> Option<&str> {
    problem.strip_prefix("header ")?.split(':').next().map(str::trim)
}
