//! The tables, in the one place where they are written down.

use rusqlite::Connection;

use super::{Found, StoreError, projects};

/// One script per version, in order. A script is never changed once it has been released; a change is a new one.
const MIGRATIONS: [&str; 5] = [
    include_str!("schema_1.sql"),
    include_str!("schema_2.sql"),
    include_str!("schema_3.sql"),
    include_str!("schema_4.sql"),
    include_str!("schema_5.sql"),
];

/// Databases of an older schema hold names in the form that was looked for then.
const FOLDED_SINCE: usize = 3;

/// Brings the database to the newest version.
pub(super) fn migrate(connection: &mut Connection) -> Result<Found, StoreError> {
    let transaction = connection.transaction()?;
    let version: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (index, script) in MIGRATIONS.iter().enumerate().skip(version) {
        transaction.execute_batch(script)?;
        transaction.pragma_update(None, "user_version", index + 1)?;
    }
    if version < FOLDED_SINCE {
        projects::fold_anew(&transaction)?;
    }
    transaction.commit()?;
    Ok(if version == 0 { Found::New } else { Found::Existing })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

    use rusqlite::Connection;

    use super::{MIGRATIONS, migrate};
    use crate::model::now_ms;
    use crate::store::{Collation, sessions};

    #[test]
    fn who_was_logged_in_before_an_update_still_is() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(MIGRATIONS[0]).unwrap();
        let session = "INSERT INTO session VALUES ('s', 'admin', '2026-05-01T00:00:00.000Z')";
        connection.execute(session, []).unwrap();
        let project = "INSERT INTO project VALUES (1, 'BIG', 'Große', 'big', 'große', 'active')";
        connection.execute(project, []).unwrap();
        connection.pragma_update(None, "user_version", 1).unwrap();
        Collation::of("en").unwrap().register(&connection).unwrap();
        migrate(&mut connection).unwrap();
        let transaction = connection.transaction().unwrap();
        let user = sessions::resume(&transaction, "s", now_ms(), 60_000).unwrap();
        assert_eq!(user.unwrap().name.0, "admin");
        let folded: String = transaction
            .query_row("SELECT name_fold FROM project", [], |row| row.get(0))
            .unwrap();
        assert_eq!(folded, "grosse", "it is found by what is looked for now");
    }
    #[test]
    fn keys_from_before_are_counted() {
        let mut connection = Connection::open_in_memory().unwrap();
        Collation::of("en").unwrap().register(&connection).unwrap();
        for script in &MIGRATIONS[..3] {
            connection.execute_batch(script).unwrap();
        }
        let projects = "INSERT INTO project (id, key, name, key_fold, name_fold) VALUES
            (1, 'A', 'A', 'a', 'a'), (2, 'B', 'B', 'b', 'b'), (3, 'C', 'C', 'c', 'c')";
        let connections = "INSERT INTO connection (project_id, active, api_key, updated_at) VALUES
            (NULL, TRUE, 'x', ''), (1, TRUE, 'x', ''), (2, TRUE, 'y', ''), (3, TRUE, NULL, '')";
        connection.execute_batch(projects).unwrap();
        connection.execute_batch(connections).unwrap();
        connection.pragma_update(None, "user_version", 3).unwrap();
        migrate(&mut connection).unwrap();
        let counts: Vec<i64> = connection
            .prepare("SELECT same_key FROM shown_connection ORDER BY id")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(counts, [1, 1, 0, 0]);
    }
}
