//! The standard library for wasm32, as a part of the Rust toolchain.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{announce, ask, run};
use crate::project::Project;

/// The target that the page is compiled for.
pub const NAME: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain can compile for [`NAME`].
pub fn ensure(project: &Project) -> Result<()> {
    if is_installed(project) {
        return Ok(());
    }
    let Some(rustup) = project.find("rustup") else {
        bail!("this Rust toolchain cannot compile for {NAME}: install rustup from https://rustup.rs");
    };
    announce(format!(
        "Adding the Rust target {NAME} (a download of about 25 MB)"
    ));
    run(project.command(rustup).args(["target", "add", NAME])).with_context(|| {
        format!("no {NAME} to be had: check the connection, then run `rustup target add {NAME}`")
    })
}

fn is_installed(project: &Project) -> bool {
    // Asked of the compiler, not of rustup: a distribution's Rust may have the target without rustup.
    let Some(rustc) = project.find("rustc") else {
        return false;
    };
    let sysroot = ask(&rustc, &["--print", "sysroot"]);
    sysroot.is_some_and(|sysroot| {
        Path::new(&sysroot)
            .join("lib/rustlib")
            .join(NAME)
            .join("lib")
            .is_dir()
    })
}
