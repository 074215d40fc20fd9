//! Two builds from clean in two folders, which must give the same package bit for bit.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::archive::{self, Archive};
use super::pack;
use crate::process::announce;
use crate::project::Project;

/// Where the builds are, below the target folder: of different names and depths.
const FOLDERS: [&str; 2] = ["dist-check/one", "dist-check/the/other one"];

/// What is installed for the project, which both builds take from here.
const INSTALLED: [&str; 2] = ["node_modules", "target/tools"];

/// Builds the package twice, and fails if there is any difference.
pub fn check(project: &Project) -> Result<()> {
    let sources = sources(project)?;
    let folders = FOLDERS.map(|folder| project.target().join(folder));
    // Both at once, so that nothing can change in between.
    for folder in &folders {
        copy(project, &sources, folder)
            .with_context(|| format!("copying the sources to {}", folder.display()))?;
    }
    let mut packed = Vec::new();
    for folder in folders {
        announce(format!("Building from clean in {}", folder.display()));
        let (_, archive) = pack(&Project::at(folder.clone()))?;
        packed.push(archive);
        // What is left is a gigabyte that nobody needs.
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    let [one, other] = packed.as_slice() else {
        bail!("there are not two packages");
    };
    let different = different(one, other);
    if !different.is_empty() {
        bail!("two builds from clean differ in {}", different.join(", "));
    }
    let hashes = [archive::hash(&one.zip()?), archive::hash(&other.zip()?)];
    if hashes[0] != hashes[1] {
        bail!("the same files gave two zips");
    }
    println!("Two builds from clean gave the same {}.zip.", one.name());
    println!("SHA-256: {}", hashes[0]);
    Ok(())
}

/// The paths of all files that belong to the repository or are about to.
fn sources(project: &Project) -> Result<Vec<PathBuf>> {
    let output = project
        .command("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .context("asking git for the sources")?;
    if !output.status.success() {
        bail!(
            "git does not list the sources: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let listed = String::from_utf8(output.stdout).context("a source with a name that is no text")?;
    let paths = listed.split('\0').filter(|path| !path.is_empty());
    // One that was deleted and is still in the index is not there.
    Ok(paths
        .map(PathBuf::from)
        .filter(|path| project.root().join(path).is_file())
        .collect())
}

fn copy(project: &Project, sources: &[PathBuf], to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).context("removing what an earlier check left")?;
    }
    for source in sources {
        let target = to.join(source);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(project.root().join(source), &target)?;
    }
    for installed in INSTALLED {
        let target = to.join(installed);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        link(&project.root().join(installed), &target)?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(windows)]
fn link(to: &Path, at: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(to, at)
}

/// The paths that only one has, or whose content is not the same in both.
fn different(one: &Archive, other: &Archive) -> Vec<String> {
    let paths = one.files().keys().chain(other.files().keys());
    let mut different: Vec<String> = paths
        .filter(|path| one.files().get(*path) != other.files().get(*path))
        .cloned()
        .collect();
    different.sort();
    different.dedup();
    different
}

#[cfg(test)]
mod tests {
    use super::{Archive, different};

    fn archive(files: &[(&str, &str)]) -> Archive {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Archive::new("page".to_owned(), files.collect())
    }

    #[test]
    fn what_differs_is_named_and_so_is_the_manifest_that_says_so() {
        let one = archive(&[("same", "1"), ("changed", "2"), ("gone", "3")]);
        let other = archive(&[("same", "1"), ("changed", "4")]);
        assert_eq!(different(&one, &other), ["SHA256SUMS", "changed", "gone"]);
        assert_eq!(different(&one, &one), [""; 0]);
    }
}
