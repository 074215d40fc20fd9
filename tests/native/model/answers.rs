//! The bodies of the model server's answers, in the contract's shapes.

use serde_json::{Value, json};
use testio_connection::api::RawAnswer;

use super::jira::{Jira, PROJECTS, Row};

/// An answer with a JSON body.
pub fn json(status: u16, body: &Value) -> RawAnswer {
    RawAnswer {
        status,
        content_type: "application/json".into(),
        body: body.to_string(),
        ..RawAnswer::default()
    }
}

/// An answer without a body.
pub fn empty(status: u16) -> RawAnswer {
    RawAnswer {
        status,
        ..RawAnswer::default()
    }
}

/// The contract's error body.
pub fn problem(status: u16, code: &str) -> RawAnswer {
    let errors = if code.starts_with("KEY_") && status == 422 {
        json!({"apiKey": "no"})
    } else {
        json!({})
    };
    json(
        status,
        &json!({"errorMessages": ["no"], "errors": errors, "code": code}),
    )
}

/// 412, with the connection as it is now.
pub fn conflict(rows: &[Row], row: &Row) -> RawAnswer {
    let current = connection_json(rows, row);
    let body = json!({"errorMessages": ["stale"], "errors": {}, "code": "STALE", "current": current});
    json(412, &body)
}

/// The contract's word for a connection's state.
pub fn status(row: &Row) -> &'static str {
    match (row.project, &row.key) {
        _ if row.archived => "PROJECT_UNAVAILABLE",
        (None, _) if !row.active => "INACTIVE",
        (_, None) => "KEY_MISSING",
        _ => row.check.unwrap_or("UNVERIFIED"),
    }
}

/// The contract's connection. `rows` are all there are.
pub fn connection_json(rows: &[Row], row: &Row) -> Value {
    let hint = row.key.as_ref().filter(|key| key.len() >= 16);
    let same_key = |other: &&Row| other.id != row.id && other.key.is_some() && other.key == row.key;
    json!({
        "id": row.id,
        "scope": if row.project.is_some() { "PROJECT" } else { "GLOBAL" },
        "project": row.project.map(|project| json!({"id": project.to_string(), "key": format!("P{project}"),
            "name": PROJECTS[project], "avatarUrl": null, "available": !row.archived})),
        "active": row.active,
        "hasKey": row.key.is_some(),
        "keyHint": hint.map(|key| key[key.len() - 4..].to_owned()),
        "keySavedAt": row.key.as_ref().map(|_| time(row.key_saved)),
        "keySavedBy": null,
        "accountLabel": (!row.label.is_empty()).then_some(&row.label),
        "sameKey": rows.iter().filter(same_key).count(),
        "status": status(row),
        "products": [],
        "productCount": 0,
        "lastCheckedAt": null,
        "updatedAt": time(row.version),
        "updatedBy": {"displayName": "Ana Admin"},
        "version": row.version,
    })
}

fn time(count: u32) -> String {
    format!(
        "2026-05-03T{:02}:{:02}:{:02}Z",
        count / 3600 % 24,
        count / 60 % 60,
        count % 60
    )
}

/// The figures. `number` counts the answers: it is the connections of an account that does not exist, so that an old
/// answer can be told from a new one.
pub fn summary_json(jira: &Jira, number: u32) -> Value {
    let own: Vec<&Row> = jira.rows.iter().filter(|row| row.project.is_some()).collect();
    let mut by_status = serde_json::Map::new();
    for row in &own {
        let count = by_status.get(status(row)).and_then(Value::as_u64).unwrap_or(0);
        by_status.insert(status(row).into(), json!(count + 1));
    }
    let rest = PROJECTS.len() - own.len();
    let global = if jira.rows[0].active { rest } else { 0 };
    json!({
        "connections": {"total": own.len(), "byStatus": by_status},
        "accounts": [{"label": "#number", "connections": number}],
        "projects": {"total": PROJECTS.len(), "own": own.len(), "global": global, "none": rest - global},
        "permissions": {"manage": jira.may_manage},
    })
}

/// The filtered list, by project name.
pub fn list_json(rows: &[Row], query: &str) -> Value {
    for name in query.split('&').filter_map(|part| part.split('=').next()) {
        let is_known = ["startAt", "maxResults", "query", "status", "keyOf", "containing"].contains(&name);
        assert!(is_known, "the model's server knows no {name:?}");
    }
    let status_asked = parameter(query, "status");
    let words = parameter(query, "query").unwrap_or_default().to_lowercase();
    let key_of = parameter(query, "keyOf").map(|id| {
        let of = rows.iter().find(|row| row.id == id);
        of.and_then(|row| row.key.as_ref())
    });
    let mut found: Vec<&Row> = rows
        .iter()
        .filter(|row| {
            row.project
                .is_some_and(|project| PROJECTS[project].to_lowercase().contains(&words))
        })
        .filter(|row| key_of.is_none_or(|key| key.is_some() && row.key.as_ref() == key))
        .filter(|row| status_asked.as_deref().is_none_or(|asked| status(row) == asked))
        .collect();
    found.sort_by_key(|row| row.project.map(|project| PROJECTS[project]));
    page(found.into_iter().map(|row| connection_json(rows, row)).collect())
}

/// The projects for the picker.
pub fn projects_json(jira: &Jira, query: &str) -> Value {
    let words = parameter(query, "query").unwrap_or_default().to_lowercase();
    let found = (0..PROJECTS.len())
        .filter(|project| !jira.archived[*project])
        .filter(|project| PROJECTS[*project].to_lowercase().contains(&words))
        .map(|project| {
            json!({"id": project.to_string(), "key": format!("P{project}"), "name": PROJECTS[project],
                "avatarUrl": null, "connectionId": jira.of_project(project).map(|row| &row.id)})
        });
    page(found.collect())
}

/// The accounts: those that hold the same key, by the label of most of them.
pub fn accounts_json(rows: &[Row]) -> Value {
    let mut accounts: Vec<Vec<&Row>> = Vec::new();
    for row in rows.iter().filter(|row| row.key.is_some()) {
        match accounts.iter_mut().find(|others| others[0].key == row.key) {
            Some(others) => others.push(row),
            None => accounts.push(vec![row]),
        }
    }
    page(accounts.iter().map(|rows| account_json(rows)).collect())
}

fn account_json(rows: &[&Row]) -> Value {
    let (mut labels, mut by_status) = (Vec::<(&str, usize)>::new(), serde_json::Map::new());
    for row in rows {
        match labels.iter_mut().find(|(label, _)| *label == row.label) {
            Some((_, count)) => *count += 1,
            None => labels.push((&row.label, 1)),
        }
        let count = by_status.get(status(row)).and_then(Value::as_u64).unwrap_or(0);
        by_status.insert(status(row).into(), json!(count + 1));
    }
    labels.sort_by_key(|(label, count)| (std::cmp::Reverse(*count), label.is_empty(), *label));
    let label = |(label, count): &(&str, usize)| json!({"label": (!label.is_empty()).then_some(label), "connections": count});
    json!({
        "keyOf": rows[0].id,
        "keyHint": connection_json(&[], rows[0])["keyHint"],
        "labels": labels.iter().map(label).collect::<Vec<_>>(),
        "connections": rows.len(),
        "global": rows[0].project.is_none(),
        "byStatus": by_status,
        "statusSince": time(0),
        "lastCheckedAt": null,
        "products": [],
        "productCount": 0,
    })
}

/// Which connection a project uses.
pub fn effective_json(jira: &Jira, project: usize) -> Value {
    let shown = |row| connection_json(&jira.rows, row);
    match (jira.of_project(project), &jira.rows[0]) {
        (Some(own), _) => json!({"source": "PROJECT", "connection": shown(own)}),
        (None, global) if global.active => json!({"source": "GLOBAL", "connection": shown(global)}),
        _ => json!({"source": "NONE", "connection": null}),
    }
}

fn page(values: Vec<Value>) -> Value {
    json!({"startAt": 0, "maxResults": 50, "total": values.len(), "isLast": true, "values": values})
}

fn parameter(query: &str, name: &str) -> Option<String> {
    let value = query
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    Some(value.replace("%20", " "))
}
