-- Projects are sorted as people sort, by a collation that the sandbox brings with it.
ALTER TABLE project ADD COLUMN name_sort BLOB NOT NULL DEFAULT x'';
DROP INDEX project_by_name;
CREATE INDEX project_by_name ON project (name_sort, id);

-- Since when a connection has the status that it has.
ALTER TABLE connection ADD COLUMN known_status TEXT;
ALTER TABLE connection ADD COLUMN status_since TEXT NOT NULL DEFAULT '1970-01-01T00:00:00Z';
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
UPDATE connection SET status_since = updated_at,
    known_status = (SELECT status FROM shown_connection WHERE shown_connection.id = connection.id);
