//! Node and the npm packages: wasm-opt, Playwright, TypeScript, the AUI styles; and those of the bench's peers.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::version;
use crate::process::{announce, ask, run};
use crate::project::Project;

/// The oldest major version of Node that the packages run on.
const OLDEST_NODE: u32 = 20;

/// Makes sure that `node_modules` is what `package-lock.json` says.
pub fn ensure(project: &Project) -> Result<()> {
    ensure_in(
        project,
        project.root(),
        "Installing the npm packages into node_modules (about 220 MB, less than a minute)",
    )
}

/// The same for a folder with packages of its own; `announcement` is printed if there is something to install.
pub fn ensure_in(project: &Project, folder: &Path, announcement: &str) -> Result<()> {
    ensure_node(project)?;
    // npm writes this file last, when everything is in place.
    if is_newer(
        &folder.join("node_modules/.package-lock.json"),
        &folder.join("package-lock.json"),
    ) {
        return Ok(());
    }
    let Some(npm) = project.find("npm") else {
        bail!("npm was not found: install it with Node {OLDEST_NODE} or newer from https://nodejs.org");
    };
    announce(announcement);
    run(project
        .command(npm)
        .current_dir(folder)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    .with_context(|| {
        format!(
            "the npm packages could not be installed: check the connection, then run `npm ci` in {}",
            folder.display()
        )
    })
}

fn ensure_node(project: &Project) -> Result<()> {
    let advice = format!("install Node {OLDEST_NODE} or newer from https://nodejs.org");
    let Some(node) = project.find("node") else {
        bail!("Node was not found: {advice}")
    };
    let printed = ask(&node, &["--version"]).unwrap_or_default();
    match version::find(&printed).and_then(version::major) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {printed} is too old: {advice}"),
    }
}

/// Whether `file` exists and was written after `source`.
fn is_newer(file: &Path, source: &Path) -> bool {
    let written = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified());
    matches!((written(file), written(source)), (Ok(file), Ok(source)) if file >= source)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    use super::is_newer;

    #[test]
    fn an_install_is_stale_once_the_lock_file_is_newer() {
        let dir = tempfile::tempdir().unwrap();
        let (lock, installed) = (dir.path().join("lock"), dir.path().join("installed"));
        fs::write(&lock, "").unwrap();
        assert!(!is_newer(&installed, &lock), "nothing installed yet");
        fs::write(&installed, "").unwrap();
        assert!(is_newer(&installed, &lock), "just installed");
        File::options()
            .write(true)
            .open(&lock)
            .unwrap()
            .set_modified(SystemTime::now() + Duration::from_secs(60))
            .unwrap();
        assert!(!is_newer(&installed, &lock), "the lock file changed since");
    }
}
