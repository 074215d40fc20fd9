-- What the plugin does by itself: who is notified, what the last run came to and since when, and when the next one comes.
-- Times are milliseconds since 1970.
CREATE TABLE job (
    id            TEXT PRIMARY KEY,
    notify        INTEGER NOT NULL DEFAULT FALSE,
    running_since INTEGER,
    outcome       TEXT CHECK (outcome IN ('SUCCEEDED', 'FAILED')),
    outcome_since INTEGER,
    next_run_at   INTEGER
) WITHOUT ROWID;
INSERT INTO job (id) VALUES ('ISSUES_SYNC'), ('CONFIGURATION_VALIDATION'), ('COMMENTS_SYNC'), ('CONNECTIONS_SYNC');

-- The last runs of each job that are over.
CREATE TABLE job_run (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    job         TEXT NOT NULL REFERENCES job (id),
    started_at  INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('SUCCEEDED', 'FAILED')),
    message     TEXT NOT NULL
);
CREATE INDEX job_run_by_job ON job_run (job, id);
