-- Jira's projects. The *_fold columns hold the lower-case text that searching and sorting go by, because SQLite itself
-- folds ASCII only.
CREATE TABLE project (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    key_fold  TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    state     TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'archived', 'deleted'))
);
CREATE INDEX project_by_name ON project (name_fold, id);

-- The connections. The one without a project is Global.
CREATE TABLE connection (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id      INTEGER UNIQUE REFERENCES project (id),
    active          INTEGER NOT NULL,
    api_key         TEXT,
    key_saved_at    TEXT,
    key_saved_by    TEXT,
    account_label   TEXT,
    last_check      TEXT CHECK (last_check IN ('ACCEPTED', 'REJECTED', 'UNREACHABLE')),
    last_checked_at TEXT,
    products        TEXT NOT NULL DEFAULT '[]',
    product_count   INTEGER NOT NULL DEFAULT 0,
    updated_at      TEXT NOT NULL,
    updated_by      TEXT,
    version         INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX connection_only_one_global ON connection ((1)) WHERE project_id IS NULL;
CREATE INDEX connection_by_account ON connection (account_label);

-- What may be shown of a connection: everything but its key, with its status and the hint worked out.
CREATE VIEW shown_connection AS
SELECT
    connection.id,
    connection.project_id,
    connection.active,
    connection.api_key IS NOT NULL AS has_key,
    CASE WHEN length(connection.api_key) >= 16 THEN substr(connection.api_key, -4) END AS key_hint,
    connection.key_saved_at,
    connection.key_saved_by,
    connection.account_label,
    CASE
        WHEN project.state IN ('archived', 'deleted') THEN 'PROJECT_UNAVAILABLE'
        WHEN connection.project_id IS NULL AND (connection.api_key IS NULL OR NOT connection.active) THEN 'INACTIVE'
        WHEN connection.api_key IS NULL THEN 'KEY_MISSING'
        WHEN connection.last_check IS NULL THEN 'UNVERIFIED'
        WHEN connection.last_check = 'ACCEPTED' THEN 'CONNECTED'
        WHEN connection.last_check = 'REJECTED' THEN 'KEY_REJECTED'
        ELSE 'UNREACHABLE'
    END AS status,
    connection.last_checked_at,
    connection.products,
    connection.product_count,
    connection.updated_at,
    connection.updated_by,
    connection.version,
    project.key AS project_key,
    project.name AS project_name,
    project.state AS project_state,
    project.key_fold,
    project.name_fold
FROM connection
LEFT JOIN project ON project.id = connection.project_id;

-- Who is logged in, so that a restart logs nobody out.
CREATE TABLE session (
    id         TEXT PRIMARY KEY,
    user_name  TEXT NOT NULL,
    created_at TEXT NOT NULL
);
