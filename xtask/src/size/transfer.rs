//! Which files a first visit transfers, at once or later, and how large they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::compress;
use crate::fingerprint::files_under;

/// The page's document, where every visit starts.
const DOCUMENT: &str = "index.html";

/// When a file is transferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Before the page can be used.
    First,
    /// When the browser is idle, or when the part of the page is asked for that needs it.
    Later,
}

/// The beginnings of the names that wasm-split gives to parts.
const PARTS: [&str; 2] = ["split_", "chunk_"];

/// A transferred file and its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name, without the hash that changes with its content.
    pub name: String,
    /// When it is transferred.
    pub when: When,
    /// As it is.
    pub raw: u64,
    /// With gzip.
    pub gzip: u64,
    /// With brotli, as every browser asks for it.
    pub brotli: u64,
}

/// The sizes of each file that a first visit transfers, the largest first, those that come later behind all others.
pub fn measure(dist: &Path) -> Result<Vec<Row>> {
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
            when: when(base(&name)),
            name: without_hash(base(&name)),
        });
    }
    rows.sort_by_key(|row| (row.when == When::Later, std::cmp::Reverse(row.brotli)));
    Ok(rows)
}

/// The document, the files that it names, the files that those name, and so on, as paths below `dist`.
fn transferred(dist: &Path) -> Result<BTreeSet<String>> {
    let mut waiting: Vec<String> = files_under(dist)?
        .iter()
        .filter(|file| !compress::is_compressed(file))
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

fn when(name: &str) -> When {
    if PARTS.iter().any(|part| name.starts_with(part)) {
        When::Later
    } else {
        When::First
    }
}

/// Those of the files that are transferred then, together.
pub fn sum(rows: &[Row], when: When) -> Row {
    let rows: Vec<Row> = rows.iter().filter(|row| row.when == when).cloned().collect();
    let name = match when {
        When::First => "first view",
        When::Later => "later parts",
    };
    Row {
        name: name.to_owned(),
        when,
        ..total(&rows)
    }
}

/// All files together.
pub fn total(rows: &[Row]) -> Row {
    let sum = |size: fn(&Row) -> u64| rows.iter().map(size).sum();
    Row {
        name: "total".to_owned(),
        when: When::Later,
        raw: sum(|row| row.raw),
        gzip: sum(|row| row.gzip),
        brotli: sum(|row| row.brotli),
    }
}

/// `page-0123456789abcdef_bg.wasm` without what follows from its content: `page_bg.wasm`.
fn without_hash(name: &str) -> String {
    let is_hash = |part: &str| part.len() >= 8 && part.chars().all(|c| c.is_ascii_hexdigit());
    let Some((stem, rest)) = name.rsplit_once('-') else {
        return name.to_owned();
    };
    let end = rest.find(['_', '.']).unwrap_or(rest.len());
    if is_hash(&rest[..end]) {
        format!("{stem}{}", &rest[end..])
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;

    use super::{When, measure, without_hash};

    #[test]
    fn the_parts_that_come_later_are_told_from_the_first_view() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("app-3f")).unwrap();
        for (name, content) in [
            ("index.html", "<link href=./app-3f/app.js>"),
            (
                "app-3f/app.js",
                "fetch('./split_tools.wasm'); fetch('./chunk_1.wasm')",
            ),
            ("app-3f/split_tools.wasm", "a part"),
            ("app-3f/chunk_1.wasm", "what parts share, which is more"),
        ] {
            fs::write(dir.path().join(name), content).unwrap();
        }
        crate::build::compress::folder(dir.path()).unwrap();
        let rows = measure(dir.path()).unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.when)).collect();
        assert_eq!(
            told[2..],
            [("chunk_1.wasm", When::Later), ("split_tools.wasm", When::Later)]
        );
        assert!(told[..2].iter().all(|(_, when)| *when == When::First), "{told:?}");
    }

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
    fn a_name_is_told_without_its_hash() {
        for (name, told) in [
            ("page-35ceaaa8fbaf0e8.css", "page.css"),
            (
                "testio-connection-aa868730190d03a5_bg.wasm",
                "testio-connection_bg.wasm",
            ),
            ("testio-connection.js", "testio-connection.js"),
            ("index.html", "index.html"),
        ] {
            assert_eq!(without_hash(name), told);
        }
    }
}
