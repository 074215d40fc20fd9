//! Building what the sandbox serves, and the sandbox.

pub mod compress;
pub mod named;
pub mod paths;
pub mod peers;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use self::paths::Paths;
use crate::fingerprint;
use crate::process::{announce, run};
use crate::project::Project;

/// The sandbox's own tests, which need it to be built.
const SANDBOX_TESTS: &str = "http";

/// The page's feature for tests alone: one more language, and what the component tests need.
pub const PSEUDO_LOCALE: &str = "pseudo-locale";

/// Everything that the built page is made from.
const PAGE_INPUTS: [&str; 13] = [
    "src",
    "parts.sh",
    "build.rs",
    "style",
    "index.html",
    "boot.js",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
    "rust-toolchain.toml",
    ".cargo",
    "xtask/src/build",
];

/// Builds the page in release mode into `dist`, each file with its `.br` and `.gz` beside it; does nothing when
/// neither an input nor `dist` has changed since it last did.
pub fn page(project: &Project) -> Result<()> {
    let stamp = project.target().join("page.stamp");
    let before = PageStamp::inputs(project)?;
    if fs::read_to_string(&stamp).is_ok_and(|stamp| before.with_dist(project).is_ok_and(|now| now == stamp)) {
        return Ok(());
    }
    announce("Building the page in release mode (the first time about 3 minutes)");
    let paths = Paths::of(project)?;
    let (flags, value) = paths.rust_flags()?;
    run(trunk(project).args(["build", "--release"]).env(flags, value))?;
    paths.refuse_in(&project.dist())?;
    announce("Compressing the page");
    compress::folder(&project.dist())?;
    fs::create_dir_all(project.target()).context("creating target")?;
    fs::write(&stamp, before.with_dist(project)?).context("writing the page's stamp")
}

/// Builds the page with the pseudo-locale, which is for tests alone, and gives the folder it is in. Where the component
/// tests have run, it is compiled.
pub fn pseudo_page(project: &Project) -> Result<PathBuf> {
    announce("Building the page with the pseudo-locale");
    let dist = project.target().join("pseudo-dist");
    run(trunk(project)
        .args(["build", "--features", PSEUDO_LOCALE, "--dist"])
        .arg(&dist))?;
    Ok(dist)
}

/// Trunk, which is still to be told what to do.
fn trunk(project: &Project) -> Command {
    let mut command = project.command("trunk");
    // Trunk does not accept the value 1, which is what some set for it.
    command.env_remove("NO_COLOR");
    command
}

/// Builds the sandbox, in the dev profile that the tests share. For the whole workspace, because for one package alone
/// cargo would choose other features, and compile with them what the tests need without.
pub fn sandbox(project: &Project) -> Result<()> {
    run(project.cargo().args(["build", "--workspace", "--bin", "sandbox"]))
}

/// Builds the sandbox as the native tests of the whole workspace do, with whatever features those need: where they have run,
/// it is there.
pub fn tested_sandbox(project: &Project) -> Result<()> {
    run(project
        .cargo()
        .args(["test", "--workspace", "--no-run", "--test", SANDBOX_TESTS]))
}

/// What the page was built from, taken before the build so that an edit during it is not missed.
struct PageStamp {
    inputs: String,
}

impl PageStamp {
    fn inputs(project: &Project) -> Result<Self> {
        let paths: Vec<PathBuf> = PAGE_INPUTS.iter().map(|path| project.root().join(path)).collect();
        Ok(Self {
            inputs: fingerprint::of(&paths)?,
        })
    }

    /// The stamp's text: the inputs and what came of them, as another build may have replaced that.
    fn with_dist(&self, project: &Project) -> Result<String> {
        Ok(format!(
            "{} {}\n",
            self.inputs,
            fingerprint::of(&[project.dist()])?
        ))
    }
}
