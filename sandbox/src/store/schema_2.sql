-- What a session's time is counted from, in milliseconds since 1970: its last request, and its WebSudo confirmation
-- (none: NULL). Sessions from before count from now on.
ALTER TABLE session ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN confirmed_at INTEGER;
UPDATE session SET used_at = CAST(unixepoch('subsec') * 1000 AS INTEGER);
