//! Where things are in this repository, and commands that start there.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository that this xtask was built from.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The repository around the `xtask` package.
    pub fn here() -> Self {
        let manifest_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self {
            root: manifest_dir.parent().unwrap_or(manifest_dir).to_path_buf(),
        }
    }

    /// A copy of the repository in that folder.
    pub fn at(root: PathBuf) -> Self {
        Self { root }
    }

    /// The repository's top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where Trunk puts the built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where whatever this tool keeps between two runs goes.
    pub fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// The `--root` of every tool that is installed for this project alone.
    pub fn tools(&self) -> PathBuf {
        self.target().join("tools")
    }

    /// The sandbox as cargo builds it: beside this executable, as both use the dev profile.
    pub fn sandbox_binary(&self) -> PathBuf {
        let own = env::current_exe().unwrap_or_else(|_| self.target().join("debug/xtask"));
        own.with_file_name(format!("sandbox{}", env::consts::EXE_SUFFIX))
    }

    /// A command that starts in the top folder and finds the project's tools before all others.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// `cargo`, the one that runs us.
    pub fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// The first executable of that name that a command of this project would find.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        which::which_in(program, Some(self.search_path()), &self.root).ok()
    }

    /// The project's own tools, npm's executables, then the user's `PATH`.
    fn search_path(&self) -> OsString {
        let own = [self.tools().join("bin"), self.root.join("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(env::split_paths(&inherited));
        // A folder with a colon in its name cannot be put on a PATH; the inherited one still works then.
        env::join_paths(all).unwrap_or(inherited)
    }
}
