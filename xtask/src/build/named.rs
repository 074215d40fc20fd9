//! The page's WebAssembly module with the names of its functions, to see what it consists of.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use super::paths::Paths;
use crate::process::{announce, run};
use crate::project::Project;
use crate::setup::wasm_target;

/// The page's package, and so its files.
const PAGE: &str = "testio-connection";

/// Makes the module as Trunk does for the page, but keeps the names, and gives its path.
pub fn module(project: &Project) -> Result<PathBuf> {
    announce("Building the module with names (if the page was not built before: about 3 minutes)");
    let (flags, value) = Paths::of(project)?.rust_flags()?;
    run(project
        .cargo()
        .args(["build", "--package", PAGE, "--bin", PAGE])
        .args(["--profile", "wasm-release", "--target", wasm_target::NAME])
        .env(flags, value))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.target(), PathBuf::from);
    let built = target
        .join(wasm_target::NAME)
        .join("wasm-release")
        .join(PAGE)
        .with_extension("wasm");
    let folder = project.target().join("size");
    run(project
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&folder)
        .arg(built))?;
    let named = folder.join("named.wasm");
    run(project
        .command("wasm-opt")
        .args(["-Oz", "--converge", "--debuginfo"])
        .arg(folder.join(format!("{PAGE}_bg.wasm")))
        .arg("--output")
        .arg(&named))?;
    Ok(named)
}
