//! `cargo xtask dist`: the package that the plugin's engineers get.

mod archive;
mod contents;
mod licences;
mod resources;
mod sbom;
mod shipped;
mod twice;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use self::archive::Archive;
use crate::build;
use crate::cli::DistOptions;
use crate::process::announce;
use crate::project::Project;
use crate::setup;

/// Builds the page and packs it with everything that belongs to it, or shows that two such builds give the same.
pub fn run(project: &Project, options: &DistOptions) -> Result<()> {
    setup::page_build(project)?;
    if options.check {
        twice::check(project)
    } else {
        let (path, archive) = pack(project)?;
        println!("{}", path.display());
        println!("SHA-256: {}", archive::hash(&archive.zip()?));
        Ok(())
    }
}

/// The package of this project, with what is in it. Whatever it takes to build the page must be there.
pub fn pack(project: &Project) -> Result<(PathBuf, Archive)> {
    build::page(project)?;
    announce("Packing the page");
    let archive = contents::of(project)?;
    let folder = project.target().join("dist-package");
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let path = folder.join(format!("{}.zip", archive.name()));
    fs::write(&path, archive.zip()?).with_context(|| format!("writing {}", path.display()))?;
    Ok((path, archive))
}
