//! Has anything changed since last time? Judged by content, so that neither a checkout nor a touched file
//! causes work, and a deleted file does.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A short text that differs when any file under `paths` was changed, added, renamed or deleted.
///
/// A path that does not exist counts as an empty folder.
pub fn of(paths: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        for file in files_under(path)? {
            file.hash(&mut hasher);
            fs::read(&file)
                .with_context(|| format!("reading {}", file.display()))?
                .hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file at or below `path`, sorted; none when there is nothing at `path`.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(path, &mut found).with_context(|| format!("listing {}", path.display()))?;
    found.sort();
    Ok(found)
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), found)?;
        }
    } else if path.is_file() {
        found.push(path.to_path_buf());
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{files_under, of};

    fn folder() -> (tempfile::TempDir, Vec<PathBuf>) {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("src")).unwrap();
        fs::write(dir.path().join("src/a.rs"), "a").unwrap();
        fs::write(dir.path().join("b.toml"), "b").unwrap();
        let paths = vec![
            dir.path().join("src"),
            dir.path().join("b.toml"),
            dir.path().join("absent"),
        ];
        (dir, paths)
    }

    #[test]
    fn the_same_content_gives_the_same_fingerprint() {
        let (dir, paths) = folder();
        let before = of(&paths).unwrap();
        fs::write(dir.path().join("src/a.rs"), "a").unwrap();
        assert_eq!(of(&paths).unwrap(), before);
    }

    #[test]
    fn a_change_an_addition_and_a_deletion_each_show() {
        let (dir, paths) = folder();
        let original = of(&paths).unwrap();
        fs::write(dir.path().join("src/a.rs"), "changed").unwrap();
        let changed = of(&paths).unwrap();
        fs::write(dir.path().join("src/new.rs"), "").unwrap();
        let added = of(&paths).unwrap();
        fs::remove_file(dir.path().join("b.toml")).unwrap();
        let deleted = of(&paths).unwrap();
        let all = [original, changed, added, deleted];
        for (index, one) in all.iter().enumerate() {
            assert!(!all[..index].contains(one), "fingerprint {index} is not new");
        }
    }

    #[test]
    fn files_are_listed_deeply_and_in_order() {
        let (dir, _) = folder();
        fs::create_dir(dir.path().join("src/deep")).unwrap();
        fs::write(dir.path().join("src/deep/c.rs"), "c").unwrap();
        let names: Vec<_> = files_under(dir.path())
            .unwrap()
            .iter()
            .map(|file| file.strip_prefix(dir.path()).unwrap().to_path_buf())
            .collect();
        assert_eq!(
            names,
            [PathBuf::from("b.toml"), "src/a.rs".into(), "src/deep/c.rs".into()]
        );
    }
}
