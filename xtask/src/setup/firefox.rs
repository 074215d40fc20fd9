//! Firefox, and geckodriver for the component tests.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{cargo_tool, system, version};
use crate::project::Project;

/// The names and places of the browser; the release with extended support, which companies have, before others.
const BROWSERS: [&str; 3] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/// A browser and its driver. Any version of the one works with any of the other.
#[derive(Debug)]
pub struct Firefox {
    /// The browser's executable.
    pub browser: PathBuf,
    /// The WebDriver server's executable.
    pub driver: PathBuf,
}

/// Finds Firefox, or installs it with the system's package manager where that is possible without asking for a
/// password. `None` if it is not to be had.
pub fn ensure(project: &Project) -> Result<Option<Firefox>> {
    let found = look(project)?;
    if found.is_none() {
        system::install(
            project,
            "Firefox (about 80 MB, a minute or two)",
            &["firefox-esr"],
            &["firefox"],
        );
    }
    let Some(browser) = found.map_or_else(|| look(project), |found| Ok(Some(found)))? else {
        return Ok(None);
    };
    cargo_tool::ensure_geckodriver(project)?;
    let driver = project
        .find("geckodriver")
        .context("geckodriver was not installed")?;
    Ok(Some(Firefox { browser, driver }))
}

fn look(project: &Project) -> Result<Option<PathBuf>> {
    let find = |name: &str| project.find(name).filter(|path| version::of(path).is_some());
    let Ok(named) = env::var("FIREFOX") else {
        return Ok(BROWSERS.into_iter().find_map(find));
    };
    let Some(found) = find(&named) else {
        bail!("FIREFOX is {named}, which cannot be run: unset it, or set it to the executable");
    };
    Ok(Some(found))
}
