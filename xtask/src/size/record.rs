//! The sizes that are kept in the repository, so that a change can be seen to cost or to save.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::transfer::{Row, When, sum, total};
use crate::project::Project;

/// The bytes in brotli that were recorded for each file.
pub type Recorded = BTreeMap<String, u64>;

/// Where a record has the files, and the names of its sums.
const FILES: &str = "files";

/// The name that the sum of the first view has in a record and in the table.
pub const FIRST_VIEW: &str = "first view";

fn path(project: &Project) -> PathBuf {
    project.root().join("docs/size.json")
}

/// What was recorded last; nothing if there is no record.
pub fn read(project: &Project) -> Result<Recorded> {
    let path = path(project);
    if !path.exists() {
        return Ok(Recorded::new());
    }
    let context = || format!("reading {}", path.display());
    let record: Value =
        serde_json::from_str(&fs::read_to_string(&path).with_context(context)?).with_context(context)?;
    let sizes = |value: &Value| -> Recorded {
        let brotli = |(name, sizes): (&String, &Value)| Some((name.clone(), sizes["brotli"].as_u64()?));
        value
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(brotli)
            .collect()
    };
    let mut recorded = sizes(&record[FILES]);
    // The sums stand beside the files.
    recorded.extend(sizes(&record));
    Ok(recorded)
}

/// Records the sizes of these files, in the place of all that were recorded.
pub fn write(project: &Project, rows: &[Row]) -> Result<()> {
    let path = path(project);
    let sizes = |row: &Row| json!({ "raw": row.raw, "gzip": row.gzip, "brotli": row.brotli });
    let files: BTreeMap<&str, Value> = rows.iter().map(|row| (row.name.as_str(), sizes(row))).collect();
    let sums = sums(rows);
    let mut record: BTreeMap<&str, Value> = sums.iter().map(|row| (row.name.as_str(), sizes(row))).collect();
    record.insert(FILES, json!(files));
    let text = serde_json::to_string_pretty(&record).context("writing sizes as JSON")?;
    fs::write(&path, text + "\n").with_context(|| format!("writing {}", path.display()))
}

/// What is transferred first, what later, and all together.
fn sums(rows: &[Row]) -> [Row; 3] {
    [sum(rows, When::First), sum(rows, When::Later), total(rows)]
}

/// The sizes of these files and of all of them together, and how their brotli differs from what was recorded.
pub fn table(rows: &[Row], recorded: &Recorded) -> String {
    let none = recorded.is_empty();
    let mut lines: Vec<[String; 5]> = Vec::new();
    let heading = if none { "" } else { "change" };
    lines.push(["bytes", "raw", "gzip", "brotli", heading].map(str::to_owned));
    let mut line = |row: &Row, before: Option<u64>| {
        let change = match before {
            Some(before) => format!("{:+}", row.brotli.cast_signed() - before.cast_signed()),
            None if none => String::new(),
            None => "new".to_owned(),
        };
        let [raw, gzip, brotli] = [row.raw, row.gzip, row.brotli].map(|size| size.to_string());
        lines.push([row.name.clone(), raw, gzip, brotli, change]);
    };
    for row in rows {
        line(row, recorded.get(&row.name).copied());
    }
    let sums = sums(rows);
    for (name, before) in recorded {
        if rows.iter().chain(&sums).all(|row| row.name != *name) {
            line(&absent(name), Some(*before));
        }
    }
    for sum in &sums {
        line(sum, recorded.get(&sum.name).copied());
    }
    print(&lines)
}

/// A file that is no longer there.
fn absent(name: &str) -> Row {
    Row {
        name: name.to_owned(),
        when: When::Later,
        raw: 0,
        gzip: 0,
        brotli: 0,
    }
}

fn print(lines: &[[String; 5]]) -> String {
    let width = lines.iter().map(|[name, ..]| name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for [name, raw, gzip, brotli, change] in lines {
        let line = format!("{name:width$} {raw:>10} {gzip:>10} {brotli:>10} {change:>10}");
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Recorded, table};
    use crate::size::transfer::{Row, When};

    fn rows() -> [Row; 3] {
        let row = |name: &str, when, raw, gzip, brotli| Row {
            name: name.to_owned(),
            when,
            raw,
            gzip,
            brotli,
        };
        [
            row("app.wasm", When::First, 200_000, 70_000, 60_000),
            row("index.html", When::First, 900, 400, 300),
            row("part.wasm", When::Later, 5_000, 2_000, 1_000),
        ]
    }

    #[test]
    fn without_a_record_the_table_ends_with_the_total() {
        assert_eq!(
            table(&rows(), &Recorded::new()),
            "bytes              raw       gzip     brotli\n\
             app.wasm        200000      70000      60000\n\
             index.html         900        400        300\n\
             part.wasm         5000       2000       1000\n\
             first view      200900      70400      60300\n\
             later parts       5000       2000       1000\n\
             total           205900      72400      61300\n"
        );
    }

    #[test]
    fn a_record_shows_what_shrank_came_went_and_grew() {
        let recorded = [
            ("app.wasm", 60_100),
            ("old.js", 50),
            ("part.wasm", 1_000),
            ("first view", 60_150),
            ("later parts", 1_000),
            ("total", 61_150),
        ];
        let recorded = recorded.map(|(name, size)| (name.to_owned(), size)).into();
        assert_eq!(
            table(&rows(), &recorded),
            "bytes              raw       gzip     brotli     change\n\
             app.wasm        200000      70000      60000       -100\n\
             index.html         900        400        300        new\n\
             part.wasm         5000       2000       1000         +0\n\
             old.js               0          0          0        -50\n\
             first view      200900      70400      60300       +150\n\
             later parts       5000       2000       1000         +0\n\
             total           205900      72400      61300       +150\n"
        );
    }
}
