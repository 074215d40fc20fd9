//! A zip that depends on nothing but what is in it: no times, no rights, one order.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The list of all other files with their hashes, for `sha256sum --check`.
pub const MANIFEST: &str = "SHA256SUMS";

/// Files by their paths, all below one folder.
#[derive(Debug, Clone)]
pub struct Archive {
    name: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Archive {
    /// An archive with these files, whose paths have slashes, and with their manifest, in a folder of that name.
    pub fn new(name: String, mut files: BTreeMap<String, Vec<u8>>) -> Self {
        let manifest = manifest(&files);
        files.insert(MANIFEST.to_owned(), manifest.into_bytes());
        Self { name, files }
    }

    /// The folder that all of it is in, and the name of the zip.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All files by their paths below that folder.
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// The zip, always of the same bytes for the same files.
    pub fn zip(&self) -> Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, content) in &self.files {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(9))
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644);
            zip.start_file(format!("{}/{path}", self.name), options)
                .and_then(|()| Ok(zip.write_all(content)?))
                .with_context(|| format!("packing {path}"))?;
        }
        Ok(zip.finish().context("packing")?.into_inner())
    }
}

/// What `sha256sum` prints for these files.
fn manifest(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut text = String::new();
    for (path, content) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}  {path}", hash(content));
    }
    text
}

/// SHA-256 in lower-case hexadecimal digits.
pub fn hash(content: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(content) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;
    use std::io::{Cursor, Read};
    use std::process::Command;

    use zip::{DateTime, ZipArchive};

    use super::{Archive, MANIFEST};

    fn archive(files: &[(&str, &str)]) -> Archive {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Archive::new("page-1.0".to_owned(), files.collect())
    }

    #[test]
    fn the_zip_has_every_file_in_order_and_of_no_time() {
        let zip = archive(&[("b.txt", "two"), ("a/deep.txt", "one")]).zip().unwrap();
        let mut zip = ZipArchive::new(Cursor::new(zip)).unwrap();
        let names: Vec<_> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(
            names,
            ["page-1.0/SHA256SUMS", "page-1.0/a/deep.txt", "page-1.0/b.txt"]
        );
        let mut text = String::new();
        let mut file = zip.by_name("page-1.0/a/deep.txt").unwrap();
        assert_eq!(file.last_modified(), Some(DateTime::default()));
        assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644));
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "one");
    }

    #[test]
    fn the_order_in_which_files_were_found_does_not_show() {
        let one = archive(&[("a", "1"), ("b", "2")]).zip().unwrap();
        let other = archive(&[("b", "2"), ("a", "1")]).zip().unwrap();
        assert_eq!(one, other);
        assert_ne!(one, archive(&[("a", "1"), ("b", "3")]).zip().unwrap());
    }

    #[test]
    fn the_manifest_is_what_sha256sum_prints() {
        let archive = archive(&[("abc.txt", "abc")]);
        assert_eq!(
            String::from_utf8_lossy(&archive.files()[MANIFEST]),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc.txt\n"
        );
    }

    #[test]
    fn sha256sum_finds_every_file_as_the_manifest_says() {
        // Not every system calls its tool so.
        let Ok(sha256sum) = which::which("sha256sum") else {
            return;
        };
        let dir = tempfile::tempdir().unwrap();
        for (path, content) in archive(&[("a.txt", "one"), ("b c.txt", "two")]).files() {
            fs::write(dir.path().join(path), content).unwrap();
        }
        let check = || {
            let mut command = Command::new(&sha256sum);
            command.args(["--check", MANIFEST]).current_dir(dir.path());
            command.output().unwrap().status.success()
        };
        assert!(check());
        fs::write(dir.path().join("a.txt"), "changed").unwrap();
        assert!(!check());
    }
}
