//! The system's package manager, for what is the system's business: browsers.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::{announce, ask, run};
use crate::project::Project;

/// Tries to install packages by apt-get or Homebrew, where that needs no password. Whether it helped is seen by looking
/// again.
pub fn install(project: &Project, what: &str, packages: &[&str], casks: &[&str]) {
    if let Some(apt) = project.find("apt-get") {
        let Some(as_root) = as_root(project, &apt) else {
            return;
        };
        announce(format!("Installing {what} with apt-get"));
        let mut install = as_root();
        install
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive");
        report(run(as_root().arg("update")).and_then(|()| run(&mut install)));
    } else if let Some(brew) = project.find("brew") {
        announce(format!("Installing {what} with Homebrew"));
        let mut install = project.command(brew);
        report(run(install.args(["install", "--cask"]).args(casks)));
    }
}

/// Whether apt-get knows this package. Homebrew is not asked.
pub fn offers(project: &Project, package: &str) -> bool {
    project
        .find("apt-cache")
        .is_some_and(|apt| ask(&apt, &["show", package]).is_some())
}

/// A maker of commands that run `program` as root, if that needs no password.
fn as_root<'a>(project: &'a Project, program: &'a Path) -> Option<Box<dyn Fn() -> Command + 'a>> {
    let is_root = project.find("id").and_then(|id| ask(&id, &["-u"])).as_deref() == Some("0");
    if is_root {
        return Some(Box::new(move || project.command(program)));
    }
    let sudo = project
        .find("sudo")
        .filter(|sudo| ask(sudo, &["-n", "true"]).is_some())?;
    Some(Box::new(move || {
        let mut command = project.command(&sudo);
        command.arg("-n").arg(program);
        command
    }))
}

/// A failed installation is not the end yet: the sentence about what is missing comes after it.
fn report(installed: Result<()>) {
    if let Err(error) = installed {
        eprintln!("{error:#}");
    }
}
