//! Chromium (or Chrome) and the driver that belongs to it.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{system, version};
use crate::project::Project;

/// The names and places of the browser, the most specific first.
const BROWSERS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The names and places of the driver.
const DRIVERS: [&str; 3] = [
    "chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];

/// The same Chromium without a window that nobody sees, as Debian has it. End-to-end tests take about a fifth less time in it.
const HEADLESS: &str = "chromium-headless-shell";

/// Package managers that have both, and what to type.
const PACKAGES: [(&str, &str); 4] = [
    ("apt-get", "apt-get install chromium chromium-driver"),
    ("dnf", "dnf install chromium chromedriver"),
    ("pacman", "pacman -S chromium"),
    ("brew", "brew install --cask chromium chromedriver"),
];

/// A browser and a driver of the same major version.
#[derive(Debug)]
pub struct Browser {
    /// The browser's executable.
    pub chrome: PathBuf,
    /// The WebDriver server's executable.
    pub driver: PathBuf,
}

/// An executable and its version.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    path: PathBuf,
    version: String,
}

/// Finds a browser with its driver, or installs both with the system's package manager where that is possible
/// without asking for a password.
pub fn ensure(project: &Project) -> Result<Browser> {
    let (browsers, drivers) = look(project)?;
    if !browsers.is_empty() && !drivers.is_empty() {
        return pair(&browsers, &drivers);
    }
    system::install(
        project,
        "Chromium and its driver (about 100 MB, a minute or two)",
        &["chromium", "chromium-driver"],
        &["chromium", "chromedriver"],
    );
    let (browsers, drivers) = look(project)?;
    pair(&browsers, &drivers)
}

/// The browser for tests that need none of its windows: the one without any, where there is one of the same version, or
/// one can be had. `CHROME` leaves no choice here either.
pub fn ensure_headless(project: &Project, browser: &Browser) -> PathBuf {
    if env::var_os("CHROME").is_some() {
        return browser.chrome.clone();
    }
    let find = || project.find(HEADLESS).and_then(with_version);
    if find().is_none() && system::offers(project, HEADLESS) {
        system::install(project, "Chromium without windows", &[HEADLESS], &[]);
    }
    let same = version::of(&browser.chrome);
    let headless = find().filter(|found| Some(&found.version) == same.as_ref());
    headless.map_or_else(|| browser.chrome.clone(), |found| found.path)
}

/// What there is.
fn look(project: &Project) -> Result<(Vec<Found>, Vec<Found>)> {
    Ok((
        find(project, "CHROME", &BROWSERS)?,
        find(project, "CHROMEDRIVER", &DRIVERS)?,
    ))
}

/// The executables of these names; an environment variable leaves no choice.
fn find(project: &Project, variable: &str, names: &[&str]) -> Result<Vec<Found>> {
    let find = |name: &str| project.find(name).and_then(with_version);
    let Ok(named) = env::var(variable) else {
        return Ok(names.iter().copied().filter_map(find).collect());
    };
    let Some(found) = find(&named) else {
        bail!("{variable} is {named}, which cannot be run: unset it, or set it to the executable");
    };
    Ok(vec![found])
}

fn with_version(path: PathBuf) -> Option<Found> {
    let version = version::of(&path)?;
    Some(Found { path, version })
}

/// The first browser that has a driver of its major version, and that driver.
fn pair(browsers: &[Found], drivers: &[Found]) -> Result<Browser> {
    let (Some(first_browser), Some(first_driver)) = (browsers.first(), drivers.first()) else {
        let missing = if browsers.is_empty() {
            "Chromium"
        } else {
            "chromedriver"
        };
        bail!(
            "{missing} was not found: {}, or set CHROME and CHROMEDRIVER to where they are",
            advice()
        );
    };
    for browser in browsers {
        let major = version::major(&browser.version);
        if let Some(driver) = drivers
            .iter()
            .find(|driver| version::major(&driver.version) == major)
        {
            return Ok(Browser {
                chrome: browser.path.clone(),
                driver: driver.path.clone(),
            });
        }
    }
    bail!(
        "{} is version {} but {} is {}: install a driver of the same major version, or set CHROME and CHROMEDRIVER",
        first_browser.path.display(),
        first_browser.version,
        first_driver.path.display(),
        first_driver.version,
    )
}

/// What to type on this machine to get both.
fn advice() -> String {
    let known = PACKAGES.iter().find(|(manager, _)| which::which(manager).is_ok());
    known.map_or_else(
        || "install Chromium or Chrome and its chromedriver".to_owned(),
        |(_, command)| format!("run `{command}` with the rights to do so"),
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Found, pair};

    fn found(path: &str, version: &str) -> Found {
        Found {
            path: PathBuf::from(path),
            version: version.to_owned(),
        }
    }

    #[test]
    fn the_first_browser_with_a_driver_of_its_version_is_taken() {
        let browsers = [found("chromium", "155.0.1"), found("google-chrome", "156.0.2")];
        let browser = pair(&browsers, &[found("chromedriver", "156.0.9")]).unwrap();
        assert_eq!(browser.chrome, Path::new("google-chrome"));
        assert_eq!(browser.driver, Path::new("chromedriver"));
    }

    #[test]
    fn a_mismatch_names_both_versions() {
        let error = pair(
            &[found("chromium", "155.0.1")],
            &[found("chromedriver", "156.0.9")],
        )
        .unwrap_err();
        let text = error.to_string();
        assert!(text.contains("155.0.1") && text.contains("156.0.9"), "{text}");
    }

    #[test]
    fn what_is_missing_is_named() {
        let no_browser = pair(&[], &[found("chromedriver", "156.0.9")]).unwrap_err();
        assert!(no_browser.to_string().starts_with("Chromium was not found"));
        let no_driver = pair(&[found("chromium", "156.0.1")], &[]).unwrap_err();
        assert!(no_driver.to_string().starts_with("chromedriver was not found"));
    }
}
