//! `cargo xtask gallery`: pictures of every state of the page, on one page to look through.

use anyhow::Result;

use crate::build;
use crate::cli::GalleryOptions;
use crate::process::{announce, run as run_command};
use crate::project::Project;
use crate::setup::{self, browser};

/// Builds page and sandbox, and has Playwright take the pictures.
pub fn run(project: &Project, options: &GalleryOptions) -> Result<()> {
    setup::page_build(project)?;
    let browser = browser::ensure(project)?;
    build::page(project)?;
    build::sandbox(project)?;
    let folder = project.target().join("gallery");
    announce("Taking the pictures (some minutes)");
    run_command(
        project
            .command("playwright")
            .args(["test", "--config", "tests/e2e/gallery/playwright.config.ts"])
            .args(&options.runner_args)
            .env("CHROME", browser.chrome)
            .env("SANDBOX_BINARY", project.sandbox_binary())
            .env("E2E_GALLERY", &folder),
    )?;
    announce(format!("Open {}", folder.join("index.html").display()));
    Ok(())
}
