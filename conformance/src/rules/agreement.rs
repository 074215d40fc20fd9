//! The summary, the lists and the single answers agree with each other.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::exchange::Request;
use crate::kit::Kit;
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SUMMARY: &str = "schema `Summary`";

pub const GROUP: Group = Group {
    title: "Summary and lists",
    rules: &[
        Rule::act(
            "agreement.connections",
            "The summary counts as many connections as the list has, and its statuses add up to that.",
            SUMMARY,
            &[Need::Write],
            connections,
        ),
        Rule::act(
            "agreement.statuses",
            "The summary counts for each status what the list shows.",
            SUMMARY,
            &[Need::Write],
            statuses,
        ),
        Rule::act(
            "agreement.accounts",
            "The summary has every account label of the list with the number of its connections.",
            SUMMARY,
            &[Need::Write],
            accounts,
        ),
        Rule::act(
            "agreement.accounts-sorted",
            "The summary's account labels come by label, without regard to case.",
            SUMMARY,
            &[Need::Write],
            accounts_sorted,
        ),
        Rule::act(
            "agreement.projects",
            "The summary counts as many projects, and as many with a connection of their own, as the list of projects has.",
            SUMMARY,
            &[Need::Write],
            projects,
        ),
        Rule::act(
            "agreement.projects-add-up",
            "`own`, `global` and `none` add up to the projects, and of the last two only one is used: `global` while Global is active.",
            SUMMARY,
            &[],
            projects_add_up,
        ),
        Rule::act(
            "agreement.connection-of-project",
            "The list of projects shows for each project the connection that it has.",
            "schema `Project`, `connectionId`",
            &[Need::Write],
            connection_of_project,
        ),
        Rule::act(
            "agreement.gone-project",
            "Archived and deleted projects are not in the list of projects.",
            "operation `listProjects`",
            &[Need::GoneProject],
            gone_project,
        ),
    ],
};

/// The summary while there is a connection with a label; and the whole list at the same time.
fn both(kit: &Kit) -> Verdict<(crate::exchange::Exchange, Value, Vec<Value>)> {
    let connection = kit.connection()?;
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let answer = kit.admin(Request::get("/connections/summary"))?;
    let summary = answer.ready(200)?;
    let list = kit.all("/connections", &[])?;
    Ok((answer, summary, list))
}

fn connections(kit: &Kit) -> Verdict {
    let (answer, summary, list) = both(kit)?;
    let sum: u64 = summary["connections"]["byStatus"]
        .as_object()
        .into_iter()
        .flat_map(|counts| counts.values())
        .filter_map(Value::as_u64)
        .sum();
    let total = list.len();
    answer.must(
        summary["connections"]["total"] == total && sum == total as u64,
        format!("connections.total {total}, and statuses that add up to it"),
    )
}

fn counted<'a>(values: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, u64> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts
}

fn statuses(kit: &Kit) -> Verdict {
    let (answer, summary, list) = both(kit)?;
    let expected = counted(list.iter().filter_map(|value| value["status"].as_str()));
    let told: BTreeMap<&str, u64> = summary["connections"]["byStatus"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(status, count)| Some((status.as_str(), count.as_u64()?)))
        .filter(|(_, count)| *count > 0)
        .collect();
    answer.must(
        told == expected,
        format!("byStatus {}, all others 0", json!(expected)),
    )
}

fn accounts(kit: &Kit) -> Verdict {
    let (answer, summary, list) = both(kit)?;
    let expected = counted(list.iter().filter_map(|value| value["accountLabel"].as_str()));
    let told: BTreeMap<&str, u64> = summary["accounts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|account| Some((account["label"].as_str()?, account["connections"].as_u64()?)))
        .collect();
    answer.must(told == expected, format!("the accounts {}", json!(expected)))
}

fn accounts_sorted(kit: &Kit) -> Verdict {
    let [first, second] = [kit.connection()?, kit.connection()?];
    first.save(&json!({ "accountLabel": "conformance b" }))?;
    second.save(&json!({ "accountLabel": "Conformance C" }))?;
    let answer = kit.admin(Request::get("/connections/summary"))?;
    let summary = answer.ready(200)?;
    let place = |label: &str| {
        summary["accounts"]
            .as_array()
            .and_then(|accounts| accounts.iter().position(|account| account["label"] == label))
    };
    answer.must(
        place("conformance b") < place("Conformance C"),
        "“conformance b” before “Conformance C”",
    )
}

fn projects(kit: &Kit) -> Verdict {
    let (answer, summary, _) = both(kit)?;
    let list = kit.all("/projects", &[])?;
    let own = list
        .iter()
        .filter(|project| !project["connectionId"].is_null())
        .count();
    answer.must(
        summary["projects"]["total"] == list.len() && summary["projects"]["own"] == own,
        format!("projects.total {} and projects.own {own}", list.len()),
    )
}

fn projects_add_up(kit: &Kit) -> Verdict {
    let answer = kit.admin(Request::get("/connections/summary"))?;
    let summary = answer.ready(200)?;
    let count = |name: &str| summary["projects"][name].as_u64().unwrap_or_default();
    let active = kit.global().now()?["active"] == true;
    let unused = if active { "none" } else { "global" };
    answer.must(
        count("own") + count("global") + count("none") == count("total") && count(unused) == 0,
        format!("own, global and none that add up to total, and {unused} 0"),
    )
}

fn connection_of_project(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let own = connection.now()?;
    let query = crate::kit::parameter("query", own["project"]["key"].as_str().unwrap_or_default());
    let answer = kit.admin(Request::get(format!("/projects?maxResults=200&{query}")))?;
    let page = answer.ready(200)?;
    let shown = page["values"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|project| project["id"] == own["project"]["id"]);
    answer.must(
        shown.is_some_and(|project| project["connectionId"] == connection.id.as_str()),
        format!(
            "the project {} with the connectionId {}",
            own["project"]["key"], connection.id
        ),
    )
}

fn gone_project(kit: &Kit) -> Verdict {
    let gone = kit.gone_project()?;
    let answer = kit.admin(Request::get("/projects?maxResults=200"))?;
    answer.ready(200)?;
    let list = kit.all("/projects", &[])?;
    answer.must(
        list.iter().all(|project| project["id"] != gone),
        format!("no project {gone} on any page"),
    )
}
