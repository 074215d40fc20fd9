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
            "name": PROJECTS[project], "avatarUrl": null, "available": true})),
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
    let status_asked = parameter(query, "status");
    let words = parameter(query, "query").unwrap_or_default().to_lowercase();
    let mut found: Vec<&Row> = rows
        .iter()
        .filter(|row| {
            row.project
                .is_some_and(|project| PROJECTS[project].to_lowercase().contains(&words))
        })
        .filter(|row| status_asked.as_deref().is_none_or(|asked| status(row) == asked))
        .collect();
    found.sort_by_key(|row| row.project.map(|project| PROJECTS[project]));
    page(found.into_iter().map(|row| connection_json(rows, row)).collect())
}

/// The projects for the picker.
pub fn projects_json(jira: &Jira, query: &str) -> Value {
    let words = parameter(query, "query").unwrap_or_default().to_lowercase();
    let found = (0..PROJECTS.len())
        .filter(|project| PROJECTS[*project].to_lowercase().contains(&words))
        .map(|project| {
            json!({"id": project.to_string(), "key": format!("P{project}"), "name": PROJECTS[project],
                "avatarUrl": null, "connectionId": jira.of_project(project).map(|row| &row.id)})
        });
    page(found.collect())
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
