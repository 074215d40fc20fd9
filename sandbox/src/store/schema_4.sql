-- How many connections hold each key. Kept by triggers, because every row of a long list asks for it.
CREATE TABLE key_use (
    api_key     TEXT PRIMARY KEY,
    connections INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO key_use SELECT api_key, count(*) FROM connection WHERE api_key IS NOT NULL GROUP BY api_key;
CREATE TRIGGER key_comes_with_connection AFTER INSERT ON connection WHEN new.api_key IS NOT NULL
BEGIN
    INSERT INTO key_use VALUES (new.api_key, 1) ON CONFLICT DO UPDATE SET connections = connections + 1;
END;
CREATE TRIGGER key_goes_with_connection AFTER DELETE ON connection WHEN old.api_key IS NOT NULL
BEGIN
    UPDATE key_use SET connections = connections - 1 WHERE api_key = old.api_key;
    DELETE FROM key_use WHERE api_key = old.api_key AND connections = 0;
END;
CREATE TRIGGER key_goes AFTER UPDATE OF api_key ON connection WHEN old.api_key IS NOT NULL
BEGIN
    UPDATE key_use SET connections = connections - 1 WHERE api_key = old.api_key;
    DELETE FROM key_use WHERE api_key = old.api_key AND connections = 0;
END;
CREATE TRIGGER key_comes AFTER UPDATE OF api_key ON connection WHEN new.api_key IS NOT NULL
BEGIN
    INSERT INTO key_use VALUES (new.api_key, 1) ON CONFLICT DO UPDATE SET connections = connections + 1;
END;
CREATE INDEX connection_by_key ON connection (api_key);

-- When Test IO last accepted the stored key, which is when its products were named.
ALTER TABLE connection ADD COLUMN accepted_at TEXT;
UPDATE connection SET accepted_at = last_checked_at WHERE last_check = 'ACCEPTED';

DROP VIEW shown_connection;
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
    coalesce((SELECT connections - 1 FROM key_use WHERE key_use.api_key = connection.api_key), 0) AS same_key,
    CASE
        WHEN project.state IN ('archived', 'deleted') THEN 'PROJECT_UNAVAILABLE'
        WHEN connection.project_id IS NULL AND (connection.api_key IS NULL OR NOT connection.active) THEN 'INACTIVE'
        WHEN connection.api_key IS NULL THEN 'KEY_MISSING'
        WHEN connection.last_check IS NULL THEN 'UNVERIFIED'
        WHEN connection.last_check = 'ACCEPTED' THEN 'CONNECTED'
        WHEN connection.last_check = 'REJECTED' THEN 'KEY_REJECTED'
        ELSE 'UNREACHABLE'
    END AS status,
    connection.status_since,
    connection.last_checked_at,
    connection.accepted_at,
    connection.products,
    connection.product_count,
    connection.updated_at,
    connection.updated_by,
    connection.version,
    project.key AS project_key,
    project.name AS project_name,
    project.state AS project_state,
    project.key_fold,
    project.name_fold,
    project.name_sort
FROM connection
LEFT JOIN project ON project.id = connection.project_id;
