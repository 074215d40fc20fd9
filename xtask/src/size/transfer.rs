//! Which files a first visit transfers, and how large they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::compress;
use crate::fingerprint::files_under;

/// The page's document, where every visit starts.
const DOCUMENT: &str = "index.html";

/// A transferred file and its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its path below `dist`, without the hash that changes with its content.
    pub name: String,
    /// As it is.
    pub raw: u64,
    /// With gzip.
    pub gzip: u64,
    /// With brotli, as every browser asks for it.
    pub brotli: u64,
}

/// The sizes of each file that a first visit transfers, the largest first.
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
            name: without_hash(&name),
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.brotli));
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

/// All files together.
pub fn total(rows: &[Row]) -> Row {
    let sum = |size: fn(&Row) -> u64| rows.iter().map(size).sum();
    Row {
        name: "total".to_owned(),
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

    use super::{measure, without_hash};

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
