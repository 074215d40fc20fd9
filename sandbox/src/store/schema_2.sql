-- The instant of a session's last request, in milliseconds since 1970. Sessions from before count from now on.
ALTER TABLE session ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
UPDATE session SET used_at = CAST(unixepoch('subsec') * 1000 AS INTEGER);
