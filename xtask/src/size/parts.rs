//! What the page's WebAssembly module consists of, before compression, as twiggy sees it.

use std::path::Path;
use std::process::Command;

use crate::cli::Kind;
use crate::project::Project;

/// The command that prints the largest parts of a module that still has its names.
pub fn command(project: &Project, module: &Path, kind: Kind) -> Command {
    let mut twiggy = project.command("twiggy");
    match kind {
        Kind::Function => twiggy.args(["top", "-n", "40"]),
        Kind::Generic => twiggy.args(["monos", "-m", "20", "-n", "3"]),
    };
    twiggy.arg(module);
    twiggy
}
