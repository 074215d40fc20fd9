//! The page's WebAssembly module with the names of its functions, to see what it consists of.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::paths::Paths;
use crate::process::{announce, run};
use crate::project::Project;
use crate::setup::wasm_target;

/// The page's package, and so its files.
const PAGE: &str = "testio-connection";

/// Builds the module as the page has it but for the names, in a folder of its own: other symbols make cargo compile
/// everything again. Gives the module's path.
pub fn page(project: &Project) -> Result<PathBuf> {
    announce("Building the page with names (the first time about 3 minutes)");
    let folder = project.target().join("size");
    let bound = folder.join("bound");
    // Only these tell in which crate something is.
    let (flags, value) = Paths::of(project)?.rust_flags(&["-Csymbol-mangling-version=v0"])?;
    run(project
        .cargo()
        .args(["build", "--package", PAGE, "--bin", PAGE])
        .args(["--profile", "wasm-release", "--target", wasm_target::NAME])
        .arg("--target-dir")
        .arg(&folder)
        .env(flags, value))?;
    let built = folder.join(wasm_target::NAME).join("wasm-release").join(PAGE);
    run(project
        .command("wasm-bindgen")
        .args(["--target", "bundler", "--no-typescript", "--keep-debug"])
        .arg("--out-dir")
        .arg(&bound)
        .arg(built.with_extension("wasm")))?;
    let named = folder.join("named.wasm");
    let bound = |extension: &str| bound.join(format!("{PAGE}_bg.{extension}"));
    let script = project.root().join("build/named.mjs");
    run(project
        .command("node")
        .args([&script, &bound("js"), &bound("wasm"), &named]))
    .context("linking the page with names")?;
    Ok(named)
}
