-- What the last run of the checks found, as JSON in the contract's form. One row at most.
CREATE TABLE check_report (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    report TEXT NOT NULL
) STRICT;
