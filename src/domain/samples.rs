//! Connections for tests.

use super::{
    connection::{Connection, Scope, StoredKey},
    ids::{ConnectionId, ProjectId, ProjectKey},
    project::Project,
    status::Status,
    time::Timestamp,
};

/// The Global (default) connection as it is before anybody set it up.
pub fn inactive_global() -> Connection {
    Connection {
        id: ConnectionId::global(),
        scope: Scope::Global { active: false },
        key: None,
        account_label: None,
        same_key: 0,
        status: Status::Inactive,
        status_since: Some(Timestamp::new("2026-05-03T09:00:00Z")),
        products: Vec::new(),
        product_count: 0,
        last_checked_at: None,
        updated_at: Timestamp::new("2026-05-03T09:00:00Z"),
        updated_by: None,
        version: 1,
    }
}

/// A project connection with a key and a label.
pub fn connected() -> Connection {
    let project = Project {
        id: ProjectId::new("10017"),
        key: ProjectKey::new("SMOK"),
        name: "Smoke testing".into(),
        avatar_url: None,
        available: true,
    };
    let key = StoredKey {
        hint: Some("4f2a".into()),
        saved_at: Some(Timestamp::new("2026-05-02T08:00:00Z")),
        saved_by: None,
    };
    Connection {
        id: ConnectionId::new("42"),
        scope: Scope::Project(project),
        key: Some(key),
        account_label: Some("ACME US".into()),
        status: Status::Connected,
        ..inactive_global()
    }
}
