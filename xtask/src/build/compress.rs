//! The compressed copies that a server picks by `Accept-Encoding`, so that it never compresses by itself.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::write::GzEncoder;

use crate::fingerprint::files_under;

/// Puts a `.br` and a `.gz` beside each file below `folder`.
pub fn folder(folder: &Path) -> Result<()> {
    for file in files_under(folder)? {
        if is_compressed(&file) {
            continue;
        }
        let raw = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let context = || format!("compressing {}", file.display());
        write_beside(&file, "br", &brotli(&raw).with_context(context)?)?;
        write_beside(&file, "gz", &gzip(&raw).with_context(context)?)?;
    }
    Ok(())
}

/// Whether the file is itself a compressed copy.
pub fn is_compressed(file: &Path) -> bool {
    matches!(file.extension().and_then(OsStr::to_str), Some("br" | "gz"))
}

/// Brotli at its highest quality, with the window of the whole file.
pub fn brotli(raw: &[u8]) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &raw[..], &mut packed, &params)?;
    Ok(packed)
}

/// Gzip at its highest level.
pub fn gzip(raw: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(raw)?;
    encoder.finish()
}

fn write_beside(file: &Path, extension: &str, content: &[u8]) -> Result<()> {
    let mut path = file.as_os_str().to_owned();
    path.push(".");
    path.push(extension);
    fs::write(&path, content).with_context(|| format!("writing {}", Path::new(&path).display()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;
    use std::io::Read;

    use super::folder;

    #[test]
    fn each_file_gets_both_copies_and_they_unpack_to_it() {
        let dir = tempfile::tempdir().unwrap();
        let raw = "the page ".repeat(100);
        fs::write(dir.path().join("page.js"), &raw).unwrap();
        folder(dir.path()).unwrap();
        folder(dir.path()).unwrap();

        let mut unpacked = String::new();
        let gz = fs::File::open(dir.path().join("page.js.gz")).unwrap();
        flate2::read::GzDecoder::new(gz)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, raw);

        let mut unpacked = Vec::new();
        let mut br = fs::File::open(dir.path().join("page.js.br")).unwrap();
        brotli::BrotliDecompress(&mut br, &mut unpacked).unwrap();
        assert_eq!(unpacked, raw.as_bytes());

        assert_eq!(
            fs::read_dir(dir.path()).unwrap().count(),
            3,
            "a copy is never copied again"
        );
    }
}
