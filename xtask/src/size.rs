//! `cargo xtask size`: what a first visit transfers, against the budget.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::build;
use crate::fingerprint::files_under;
use crate::project::Project;
use crate::setup;

/// Bytes in brotli that the page must not exceed, and those that it should stay within.
const LIMIT: u64 = 80_000;
const GOAL: u64 = 70_000;

/// The page's document, where every visit starts.
const DOCUMENT: &str = "index.html";

/// A transferred file and its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Builds the page if need be and prints its sizes; fails above [`LIMIT`].
pub fn run(project: &Project) -> Result<ExitCode> {
    setup::page_build(project)?;
    build::page(project)?;
    let rows = measure(&project.dist())?;
    print!("{}", table(&rows));
    let total = total(&rows).brotli;
    println!("{}", verdict(total));
    Ok(if total > LIMIT {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The sizes of each file that a first visit transfers, the largest first.
fn measure(dist: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for name in transferred(dist)? {
        let size = |suffix: &str| -> Result<u64> {
            let path = dist.join(format!("{name}{suffix}"));
            let metadata = fs::metadata(&path).with_context(|| format!("measuring {}", path.display()))?;
            Ok(metadata.len())
        };
        rows.push(Row {
            raw: size("")?,
            gzip: size(".gz")?,
            brotli: size(".br")?,
            name,
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.brotli));
    Ok(rows)
}

/// The document, the files that it names, the files that those name, and so on, as paths below `dist`.
fn transferred(dist: &Path) -> Result<BTreeSet<String>> {
    let mut waiting: Vec<String> = files_under(dist)?
        .iter()
        .filter(|file| !build::compress::is_compressed(file))
        .filter_map(|file| Some(file.strip_prefix(dist).ok()?.to_str()?.to_owned()))
        .filter(|name| name != DOCUMENT)
        .collect();
    let mut reached = BTreeSet::new();
    let mut next = vec![DOCUMENT.to_owned()];
    while let Some(name) = next.pop() {
        let content = fs::read(dist.join(&name)).with_context(|| format!("reading {name}"))?;
        let content = String::from_utf8_lossy(&content).into_owned();
        let (named, rest): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|other| content.contains(base(other)));
        waiting = rest;
        next.extend(named);
        reached.insert(name);
    }
    Ok(reached)
}

/// The last part of a path, by which one file refers to another whatever folder both are in.
fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn total(rows: &[Row]) -> Row {
    let sum = |size: fn(&Row) -> u64| rows.iter().map(size).sum();
    Row {
        name: "total".to_owned(),
        raw: sum(|row| row.raw),
        gzip: sum(|row| row.gzip),
        brotli: sum(|row| row.brotli),
    }
}

fn table(rows: &[Row]) -> String {
    let total = total(rows);
    let width = rows
        .iter()
        .map(|row| row.name.len())
        .max()
        .unwrap_or(0)
        .max(total.name.len());
    let mut text = format!(
        "{:width$} {:>10} {:>10} {:>10}\n",
        "bytes", "raw", "gzip", "brotli"
    );
    for row in rows.iter().chain([&total]) {
        text += &format!(
            "{:width$} {:>10} {:>10} {:>10}\n",
            row.name, row.raw, row.gzip, row.brotli
        );
    }
    text
}

fn verdict(brotli: u64) -> String {
    let limit = if brotli > LIMIT { "EXCEEDED" } else { "kept" };
    let goal = if brotli > GOAL { "missed" } else { "met" };
    format!(
        "{:.1} kB in brotli. Limit of {} kB: {limit}. Goal of {} kB: {goal}.",
        brotli as f64 / 1000.0,
        LIMIT / 1000,
        GOAL / 1000
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;

    use super::{Row, measure, table, verdict};

    #[test]
    fn what_the_document_names_is_counted_directly_and_indirectly() {
        let dir = tempfile::tempdir().unwrap();
        for (name, content) in [
            (
                "index.html",
                "<script src=./boot-1.js></script><link href=app-2.css>",
            ),
            ("boot-1.js", "import('./app-3.js')"),
            ("app-3.js", "fetch('app-3_bg.wasm')"),
            ("app-3_bg.wasm", "\0asm"),
            ("app-2.css", "body {}"),
            ("unused.txt", "nobody asks for this"),
        ] {
            fs::write(dir.path().join(name), content).unwrap();
        }
        crate::build::compress::folder(dir.path()).unwrap();
        let mut names: Vec<_> = measure(dir.path())
            .unwrap()
            .into_iter()
            .map(|row| row.name)
            .collect();
        names.sort();
        assert_eq!(
            names,
            [
                "app-2.css",
                "app-3.js",
                "app-3_bg.wasm",
                "boot-1.js",
                "index.html"
            ]
        );
    }

    #[test]
    fn the_table_ends_with_the_total() {
        let row = |name: &str, raw, gzip, brotli| Row {
            name: name.to_owned(),
            raw,
            gzip,
            brotli,
        };
        let text = table(&[
            row("app.wasm", 200_000, 70_000, 60_000),
            row("index.html", 900, 400, 300),
        ]);
        assert_eq!(
            text,
            "bytes             raw       gzip     brotli\n\
             app.wasm       200000      70000      60000\n\
             index.html        900        400        300\n\
             total          200900      70400      60300\n"
        );
    }

    #[test]
    fn the_limit_and_the_goal_are_judged_apart() {
        assert_eq!(
            verdict(70_000),
            "70.0 kB in brotli. Limit of 80 kB: kept. Goal of 70 kB: met."
        );
        assert_eq!(
            verdict(80_000),
            "80.0 kB in brotli. Limit of 80 kB: kept. Goal of 70 kB: missed."
        );
        assert_eq!(
            verdict(80_001),
            "80.0 kB in brotli. Limit of 80 kB: EXCEEDED. Goal of 70 kB: missed."
        );
    }
}
