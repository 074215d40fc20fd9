//! What is in the package.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::archive::Archive;
use super::{licences, resources, sbom, shipped};
use crate::build::compress;
use crate::fingerprint::files_under;
use crate::process::ask;
use crate::project::Project;
use crate::setup::version;

/// Documents that are part of the package, and what they are called there.
const DOCUMENTS: [(&str, &str); 2] = [
    ("docs/rest-api.yaml", "rest-api.yaml"),
    ("docs/embedding.md", "embedding.md"),
];

/// The built page with its documents, licences and bill of materials.
pub fn of(project: &Project) -> Result<Archive> {
    let shipped = shipped::of(project)?;
    let mut files = below(&project.dist(), "page")?;
    let names: Vec<String> = files
        .keys()
        .filter(|path| !compress::is_compressed(Path::new(path)))
        .filter_map(|path| path.strip_prefix("page/").map(str::to_owned))
        .collect();
    let descriptor = resources::descriptor(names.iter().map(String::as_str))?;
    files.insert("web-resource.xml".to_owned(), descriptor.into_bytes());
    for (path, name) in DOCUMENTS {
        let content = fs::read(project.root().join(path)).with_context(|| format!("reading {path}"))?;
        files.insert(name.to_owned(), content);
    }
    let licences = licences::of_crates(&shipped)?;
    files.insert("licences/crates.txt".to_owned(), licences.into_bytes());
    files.insert(
        "licences/rust-standard-library.html".to_owned(),
        licences::of_standard_library(project)?,
    );
    let compiler = project
        .find("rustc")
        .and_then(|rustc| ask(&rustc, &["--version"]));
    let std_version = compiler
        .as_deref()
        .and_then(version::find)
        .context("rustc has no version")?;
    files.insert("sbom.cdx.json".to_owned(), sbom::of(&shipped, std_version)?);
    Ok(Archive::new(
        format!("testio-connection-{}", shipped.version),
        files,
    ))
}

/// Every file below `folder`, by its path there with `name` before it.
fn below(folder: &Path, name: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for file in files_under(folder)? {
        let path = file.strip_prefix(folder).context("a file outside its folder")?;
        let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
        let Some(parts) = parts else {
            bail!("{} has a name that is no text", file.display());
        };
        let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        files.insert(format!("{name}/{}", parts.join("/")), content);
    }
    Ok(files)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;

    use super::{DOCUMENTS, below};
    use crate::dist::{licences, shipped};
    use crate::fingerprint::files_under;
    use crate::project::Project;

    #[test]
    fn every_document_is_there() {
        for (path, _) in DOCUMENTS {
            assert!(Project::here().root().join(path).is_file(), "{path}");
        }
    }

    #[test]
    fn paths_have_slashes_whatever_the_machine() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("deep")).unwrap();
        fs::write(dir.path().join("deep/a.js"), "a").unwrap();
        fs::write(dir.path().join("index.html"), "i").unwrap();
        let files = below(dir.path(), "page").unwrap();
        assert_eq!(
            files.keys().collect::<Vec<_>>(),
            ["page/deep/a.js", "page/index.html"]
        );
    }

    #[test]
    fn every_shipped_crate_is_named_with_a_licence_text() {
        let shipped = shipped::of(&Project::here()).unwrap();
        let document = licences::of_crates(&shipped).unwrap();
        for one in &shipped.crates {
            let heading = format!("\n{} {}\n  {}; text ", one.name, one.version, one.licence);
            let found = document.find(&heading).map(|at| &document[at + heading.len()..]);
            let number: usize = found
                .and_then(|rest| rest.split([',', '\n']).next())
                .and_then(|number| number.parse().ok())
                .unwrap_or_default();
            assert_ne!(number, 0, "{} has no licence", one.name);
            assert!(document.contains(&format!("\nText {number}\n\n")), "{}", one.name);
        }
    }

    /// The licences say so.
    #[test]
    fn no_npm_package_is_part_of_the_page() {
        let root = Project::here().root().to_path_buf();
        let mut sources = files_under(&root.join("style")).unwrap();
        sources.push(root.join("boot.js"));
        for source in sources {
            let text = fs::read_to_string(&source).unwrap();
            let lines = text.lines().filter_map(|line| {
                let line = line.trim_start();
                line.strip_prefix("import ").or(line.strip_prefix("@import "))
            });
            for imported in lines.filter_map(|line| line.split('"').nth(1)) {
                let file = source.with_file_name(imported);
                assert!(file.is_file(), "{} imports {imported}", source.display());
            }
        }
    }
}
