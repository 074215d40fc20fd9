//! The sizes that are kept in the repository, so that a change can be seen to cost or to save.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::transfer::{Row, total};
use crate::project::Project;

/// The bytes in brotli that were recorded for each file.
pub type Recorded = BTreeMap<String, u64>;

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
    let files: BTreeMap<String, Value> =
        serde_json::from_str(&fs::read_to_string(&path).with_context(context)?).with_context(context)?;
    let brotli = |file: &Value| file["brotli"].as_u64();
    Ok(files
        .iter()
        .filter_map(|(name, file)| Some((name.clone(), brotli(file)?)))
        .collect())
}

/// Records the sizes of these files, in the place of all that were recorded.
pub fn write(project: &Project, rows: &[Row]) -> Result<()> {
    let path = path(project);
    let files: BTreeMap<&str, Value> = rows
        .iter()
        .map(|row| {
            let sizes = json!({ "raw": row.raw, "gzip": row.gzip, "brotli": row.brotli });
            (row.name.as_str(), sizes)
        })
        .collect();
    let text = serde_json::to_string_pretty(&files).context("writing sizes as JSON")?;
    fs::write(&path, text + "\n").with_context(|| format!("writing {}", path.display()))
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
    for (name, before) in recorded {
        if rows.iter().all(|row| row.name != *name) {
            line(&absent(name), Some(*before));
        }
    }
    line(&total(rows), (!none).then(|| recorded.values().sum()));
    print(&lines)
}

/// A file that is no longer there.
fn absent(name: &str) -> Row {
    Row {
        name: name.to_owned(),
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
    use crate::size::transfer::Row;

    fn rows() -> [Row; 2] {
        let row = |name: &str, raw, gzip, brotli| Row {
            name: name.to_owned(),
            raw,
            gzip,
            brotli,
        };
        [
            row("app.wasm", 200_000, 70_000, 60_000),
            row("index.html", 900, 400, 300),
        ]
    }

    #[test]
    fn without_a_record_the_table_ends_with_the_total() {
        assert_eq!(
            table(&rows(), &Recorded::new()),
            "bytes             raw       gzip     brotli\n\
             app.wasm       200000      70000      60000\n\
             index.html        900        400        300\n\
             total          200900      70400      60300\n"
        );
    }

    #[test]
    fn a_record_shows_what_shrank_came_went_and_grew() {
        let recorded = [("app.wasm", 60_100), ("old.js", 50)];
        let recorded = recorded.map(|(name, size)| (name.to_owned(), size)).into();
        assert_eq!(
            table(&rows(), &recorded),
            "bytes             raw       gzip     brotli     change\n\
             app.wasm       200000      70000      60000       -100\n\
             index.html        900        400        300        new\n\
             old.js              0          0          0        -50\n\
             total          200900      70400      60300       +150\n"
        );
    }
}
