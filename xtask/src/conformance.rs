//! `cargo xtask conformance`: the kit that checks any server against the contract, in a package of its own.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::Project;

/// Builds the kit if need be and runs it where the person stands, so that a relative path means what it says. The kit's
/// exit code is ours: 1 for a broken rule, 2 when nothing could be checked.
pub fn run(project: &Project, arguments: &[OsString]) -> Result<ExitCode> {
    let mut command = project.cargo();
    command
        .args(["run", "--quiet", "--package", "conformance", "--manifest-path"])
        .arg(project.root().join("Cargo.toml"))
        .arg("--")
        .args(arguments)
        .current_dir(env::current_dir().context("finding the current folder")?);
    let status = command.status().context("cannot start cargo")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
