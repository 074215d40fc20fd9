//! Setting up what a command needs and does not find.
//!
//! A tool counts as found when the first executable of its name, in the project's tools, npm's executables and
//! then the user's `PATH`, has the right version. Whatever is installed goes below `target/tools` or
//! `node_modules`, except the browsers, which are the system's business.

pub mod browser;
pub mod cargo_tool;
pub mod firefox;
pub mod npm;
mod system;
pub mod version;
pub mod wasm_target;

use anyhow::Result;

use crate::project::Project;

/// What tests the tests.
pub fn mutants(project: &Project) -> Result<()> {
    cargo_tool::ensure_mutants(project)
}

/// Everything it takes to build the page.
pub fn page_build(project: &Project) -> Result<()> {
    wasm_target::ensure(project)?;
    npm::ensure(project)?;
    cargo_tool::ensure_wasm_bindgen(project)?;
    cargo_tool::ensure_wasm_split(project)?;
    cargo_tool::ensure_trunk(project)
}
