//! The licences of everything that is compiled into the page, with the texts that they ask to be passed on.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::shipped::{Crate, Shipped};
use crate::process::ask;
use crate::project::Project;

/// How the files begin in which crates keep licences and copyright notices.
const FILES: [&str; 6] = [
    "license",
    "licence",
    "copying",
    "copyright",
    "notice",
    "unlicense",
];

/// What the standard library's own licences are in, below the compiler's folder. The compiler comes with it.
const STANDARD_LIBRARY: &str = "share/doc/rust/COPYRIGHT-library.html";

/// The licences of all crates, each text once.
pub fn of_crates(shipped: &Shipped) -> Result<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut list = String::new();
    for one in &shipped.crates {
        let mut numbers = Vec::new();
        for text in texts_of(one)? {
            let known = texts.iter().position(|known| *known == text);
            numbers.push(known.unwrap_or(texts.len()) + 1);
            if known.is_none() {
                texts.push(text);
            }
        }
        describe(one, &numbers, &mut list);
    }
    let mut document = format!(
        "Licences of the third-party code in the Connection page, version {}\n\n\
        Its WebAssembly module and its JavaScript contain code of the crates below, under the licences named there; the \
        texts\nfollow. It contains no code of any npm package. The Rust standard library's licences are in \
        rust-standard-library.html.\n\n{list}",
        shipped.version
    );
    for (index, text) in texts.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(document, "\n{}\nText {}\n\n{text}\n", "-".repeat(120), index + 1);
    }
    Ok(document)
}

fn describe(one: &Crate, numbers: &[usize], list: &mut String) {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(
        list,
        "{} {}\n  {}; text {}",
        one.name,
        one.version,
        one.licence,
        numbers.join(", ")
    );
    if !one.authors.is_empty() {
        let _ = writeln!(list, "  by {}", one.authors.join(", "));
    }
    if let Some(repository) = &one.repository {
        let _ = writeln!(list, "  {repository}");
    }
}

/// The texts that a crate brings; if it brings none, those that its licence expression stands for.
fn texts_of(one: &Crate) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(&one.folder).with_context(|| format!("listing {}", one.folder.display()))? {
        let entry = entry.with_context(|| format!("listing {}", one.folder.display()))?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if FILES.iter().any(|start| name.starts_with(start)) && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    if files.is_empty() {
        return standard_texts(one);
    }
    files.into_iter().map(read).collect()
}

fn read(file: PathBuf) -> Result<String> {
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    Ok(text.replace("\r\n", "\n").trim().to_owned())
}

fn standard_texts(one: &Crate) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for requirement in one.licence.requirements() {
        let Some(id) = requirement.req.license.id() else {
            bail!(
                "{} {} has no licence text, and SPDX knows none for {}",
                one.name,
                one.version,
                one.licence
            );
        };
        texts.push(id.text().trim().to_owned());
    }
    Ok(texts)
}

/// The licences of the standard library, as the compiler brings them.
pub fn of_standard_library(project: &Project) -> Result<Vec<u8>> {
    let rustc = project.find("rustc").context("rustc was not found")?;
    let sysroot = ask(&rustc, &["--print", "sysroot"]).context("rustc does not name its sysroot")?;
    let path = PathBuf::from(sysroot).join(STANDARD_LIBRARY);
    fs::read(&path).with_context(|| {
        format!(
            "reading {}, which rustup installs with the compiler",
            path.display()
        )
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;
    use std::path::Path;

    use spdx::Expression;

    use super::{of_crates, texts_of};
    use crate::dist::shipped::{Crate, Shipped};

    fn of_folder(folder: &Path, name: &str, licence: &str) -> Crate {
        Crate {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: Expression::parse(licence).unwrap(),
            authors: vec!["Ada".to_owned()],
            repository: None,
            folder: folder.to_owned(),
            uses: Vec::new(),
        }
    }

    #[test]
    fn a_crate_s_own_texts_are_passed_on() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("LICENSE-MIT"), "mine\r\nalone\n").unwrap();
        fs::write(dir.path().join("NOTICE"), "noted").unwrap();
        fs::write(dir.path().join("README.md"), "read").unwrap();
        let texts = texts_of(&of_folder(dir.path(), "one", "MIT OR Apache-2.0")).unwrap();
        assert_eq!(texts, ["mine\nalone", "noted"]);
    }

    #[test]
    fn without_a_text_the_licence_s_own_is_taken() {
        let dir = tempfile::tempdir().unwrap();
        let texts = texts_of(&of_folder(dir.path(), "one", "MIT OR Apache-2.0")).unwrap();
        assert_eq!(texts.len(), 2);
        assert!(texts[0].starts_with("MIT License") && texts[1].starts_with("Apache License"));
    }

    #[test]
    fn the_same_text_is_there_once() {
        let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        for dir in &dirs {
            fs::write(dir.path().join("LICENSE"), "ours").unwrap();
        }
        let shipped = Shipped {
            version: "2.0.0".to_owned(),
            crates: vec![
                of_folder(dirs[0].path(), "one", "MIT"),
                of_folder(dirs[1].path(), "two", "MIT"),
            ],
            direct: Vec::new(),
        };
        let document = of_crates(&shipped).unwrap();
        assert_eq!(document.matches("\nours\n").count(), 1, "{document}");
        assert!(
            document.contains("one 1.0.0\n  MIT; text 1\n  by Ada\ntwo 1.0.0\n  MIT; text 1\n"),
            "{document}"
        );
    }
}
