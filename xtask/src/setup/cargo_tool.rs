//! Tools that come as crates, such as Trunk and wasm-bindgen's command line.

use std::fs;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use super::version;
use crate::process::{announce, ask, run};
use crate::project::Project;

/// The newest Trunk that the pinned compiler builds.
const TRUNK_VERSION: &str = "0.21.14";

/// The newest wasm-split that understands what `wasm_split_helpers` in `Cargo.lock`, which comes with Leptos, writes.
const WASM_SPLIT_VERSION: &str = "0.2.4";

/// The newest cargo-mutants that the pinned compiler builds.
const MUTANTS_VERSION: &str = "27.1.0";

/// The newest cargo-deny that the pinned compiler builds.
const DENY_VERSION: &str = "0.20.2";

/// The newest twiggy.
const TWIGGY_VERSION: &str = "0.8.0";

/// The newest geckodriver; every one of the last years drives every Firefox of them.
const GECKODRIVER_VERSION: &str = "0.37.1";

/// A crate that is installed for its executable.
struct CargoTool<'a> {
    package: &'a str,
    binary: &'a str,
    version: &'a str,
    /// What makes the executable print its version; nothing if it can't, and cargo is asked which one it has installed.
    asks_version: &'a [&'a str],
    /// What else `cargo install` is to be told: features, and `--locked` for the dependencies that the crate was published
    /// with, where none of those may have been withdrawn.
    options: &'a [&'a str],
    /// For the announcement: how long the compilation takes.
    minutes: &'a str,
}

/// Makes sure that Trunk is there, in the one version that the project is built with.
pub fn ensure_trunk(project: &Project) -> Result<()> {
    let tool = CargoTool {
        package: "trunk",
        binary: "trunk",
        version: TRUNK_VERSION,
        asks_version: &["--version"],
        // Without what it asks the network for: everything that it needs is there.
        options: &["--locked", "--no-default-features"],
        minutes: "3 minutes",
    };
    tool.ensure(project)
}

/// Makes sure that the tool is there that makes parts of the page's module.
pub fn ensure_wasm_split(project: &Project) -> Result<()> {
    let tool = CargoTool {
        package: "wasm_split_cli_support",
        binary: "wasm-split-cli",
        version: WASM_SPLIT_VERSION,
        asks_version: &[],
        options: &["--features", "build-binary"],
        minutes: "a minute",
    };
    tool.ensure(project)
}

/// Makes sure that cargo-mutants is there.
pub fn ensure_mutants(project: &Project) -> Result<()> {
    let tool = CargoTool {
        package: "cargo-mutants",
        binary: "cargo-mutants",
        version: MUTANTS_VERSION,
        // As cargo would call it.
        asks_version: &["mutants", "--version"],
        options: &[],
        minutes: "2 minutes",
    };
    tool.ensure(project)
}

/// Makes sure that cargo-deny is there.
pub fn ensure_deny(project: &Project) -> Result<()> {
    let tool = CargoTool {
        package: "cargo-deny",
        binary: "cargo-deny",
        version: DENY_VERSION,
        asks_version: &["--version"],
        options: &["--locked"],
        minutes: "2 minutes",
    };
    tool.ensure(project)
}

/// Makes sure that twiggy is there.
pub fn ensure_twiggy(project: &Project) -> Result<()> {
    let tool = CargoTool {
        package: "twiggy",
        binary: "twiggy",
        version: TWIGGY_VERSION,
        asks_version: &["--version"],
        options: &["--locked"],
        minutes: "a minute",
    };
    tool.ensure(project)
}

/// Makes sure that geckodriver is there.
pub fn ensure_geckodriver(project: &Project) -> Result<()> {
    let tool = CargoTool {
        package: "geckodriver",
        binary: "geckodriver",
        version: GECKODRIVER_VERSION,
        asks_version: &["--version"],
        options: &["--locked"],
        minutes: "2 minutes",
    };
    tool.ensure(project)
}

/// Makes sure that wasm-bindgen's tools are there, in exactly the version of the crate in `Cargo.lock`: the two
/// speak a private format with each other.
pub fn ensure_wasm_bindgen(project: &Project) -> Result<()> {
    let lock = fs::read_to_string(project.root().join("Cargo.lock")).context("reading Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    let tool = CargoTool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: &version,
        asks_version: &["--version"],
        // Without TLS: it speaks to the browser's driver on this machine alone.
        options: &["--no-default-features"],
        minutes: "a minute",
    };
    tool.ensure(project)
}

impl CargoTool<'_> {
    fn ensure(&self, project: &Project) -> Result<()> {
        // Parts of the tests that run beside each other need the same tools.
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _mine = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        if self.found(project).as_deref() == Some(self.version) {
            return Ok(());
        }
        self.install(project)
    }

    /// The version that is there, if any.
    fn found(&self, project: &Project) -> Option<String> {
        let binary = project.find(self.binary)?;
        let printed = if self.asks_version.is_empty() {
            let list = fs::read_to_string(project.tools().join(".crates.toml")).ok()?;
            installed_version(&list, self.package)?
        } else {
            ask(&binary, self.asks_version)?
        };
        version::find(&printed).map(str::to_owned)
    }

    fn install(&self, project: &Project) -> Result<()> {
        let Self {
            package,
            version,
            minutes,
            ..
        } = self;
        announce(format!(
            "Compiling {package} {version} into target/tools (once, about {minutes})"
        ));
        let mut install = project.cargo();
        install
            .args(["install", package, "--version", version, "--force", "--root"])
            .arg(project.tools())
            .args(self.options)
            // One for all, and left where it is: many of them are made of the same crates.
            .env("CARGO_TARGET_DIR", project.tools().join("build"))
            // Quick to compile matters more than quick to run: without optimization it takes half as long, and the slowest
            // of these tools needs two seconds more for what it does.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run(&mut install).with_context(|| {
            format!("{package} could not be installed: check the connection and run this again")
        })
    }
}

/// The version that a `Cargo.lock` holds for a package.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let found = packages
        .iter()
        .find(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))?;
    found.get("version")?.as_str().map(str::to_owned)
}

/// The version of a package in cargo's list of what it has installed into a folder, whose keys are such as
/// `trunk 0.21.14 (registry+https://…)`.
fn installed_version(list: &str, package: &str) -> Option<String> {
    let list: toml::Table = list.parse().ok()?;
    let installed = list.get("v1")?.as_table()?;
    let mut versions = installed.keys().filter_map(|key| {
        let mut words = key.split(' ');
        (words.next() == Some(package)).then(|| words.next().map(str::to_owned))?
    });
    versions.next_back()
}

#[cfg(test)]
mod tests {
    use super::{installed_version, locked_version};

    #[test]
    fn cargo_tells_which_version_it_has_installed() {
        let list = "[v1]\n\"trunk 0.21.14 (registry+https://x)\" = [\"trunk\"]\n";
        assert_eq!(installed_version(list, "trunk").as_deref(), Some("0.21.14"));
        assert_eq!(installed_version(list, "twiggy"), None);
    }

    const LOCK: &str = r#"
        version = 4

        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"

        [[package]]
        name = "wasm-bindgen-macro"
        version = "0.2.131"
    "#;

    #[test]
    fn the_version_of_exactly_that_package_is_read() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(
            locked_version(LOCK, "wasm-bindgen-macro").as_deref(),
            Some("0.2.131")
        );
    }

    #[test]
    fn an_absent_package_or_a_broken_file_has_no_version() {
        assert_eq!(locked_version(LOCK, "leptos"), None);
        assert_eq!(locked_version("[[package", "leptos"), None);
    }
}
