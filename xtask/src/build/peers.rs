//! The same page as others would build it, for the bench.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::compress;
use crate::fingerprint;
use crate::process::{announce, run};
use crate::project::Project;
use crate::setup::npm;

/// How a peer is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Builder {
    /// By its own npm packages.
    Npm,
    /// By a script that needs nothing but the project's npm packages.
    Script,
}

/// One of the pages below `bench/peers`.
#[derive(Debug, Clone, Copy)]
pub struct Peer {
    /// The name of its folder, and in the bench's report.
    pub name: &'static str,
    builder: Builder,
}

/// All of them.
pub const PEERS: [Peer; 2] = [
    Peer {
        name: "react-atlaskit",
        builder: Builder::Npm,
    },
    Peer {
        name: "vanilla",
        builder: Builder::Script,
    },
];

/// What a peer is built from, as far as it has it. The project's packages are among it, for the bundler.
const INPUTS: [&str; 7] = [
    "src",
    "index.html",
    "build.mjs",
    "vite.config.mts",
    "package.json",
    "package-lock.json",
    "../../../package-lock.json",
];

impl Peer {
    fn folder(self, project: &Project) -> PathBuf {
        project.root().join("bench/peers").join(self.name)
    }

    /// Where its built page is.
    pub fn dist(self, project: &Project) -> PathBuf {
        self.folder(project).join("dist")
    }

    fn command(self, project: &Project) -> Command {
        let mut command = match self.builder {
            Builder::Npm => project.command("npm"),
            Builder::Script => project.command("node"),
        };
        match self.builder {
            Builder::Npm => command.args(["run", "build"]),
            Builder::Script => command.arg("build.mjs"),
        };
        command.current_dir(self.folder(project));
        command
    }
}

/// Builds every peer that has changed since it was last built, and puts compressed copies beside its files, made as
/// those of our page are.
pub fn peers(project: &Project) -> Result<()> {
    for peer in PEERS {
        let folder = peer.folder(project);
        if peer.builder == Builder::Npm {
            npm::ensure_in(
                project,
                &folder,
                "Installing the npm packages of the React page (about 130 MB, less than a minute)",
            )?;
        }
        build(project, peer).with_context(|| format!("building {}", folder.display()))?;
    }
    Ok(())
}

fn build(project: &Project, peer: Peer) -> Result<()> {
    let stamp = project.target().join(format!("bench/{}.stamp", peer.name));
    let inputs = INPUTS.map(|input| peer.folder(project).join(input));
    let before = fingerprint::of(&inputs)?;
    // Whatever has become of what was built counts, too.
    let current = |inputs: &str| -> Result<String> {
        Ok(format!("{inputs} {}\n", fingerprint::of(&[peer.dist(project)])?))
    };
    if fs::read_to_string(&stamp).is_ok_and(|stamp| current(&before).is_ok_and(|now| now == stamp)) {
        return Ok(());
    }
    announce(format!("Building bench/peers/{}", peer.name));
    run(&mut peer.command(project))?;
    compress::folder(&peer.dist(project))?;
    fs::create_dir_all(project.target().join("bench")).context("creating target/bench")?;
    fs::write(&stamp, current(&before)?).context("writing the stamp")
}

#[cfg(test)]
mod tests {
    use super::PEERS;
    use crate::process::describe;
    use crate::project::Project;

    #[test]
    fn every_peer_is_where_it_is_said_to_be() {
        let project = Project::here();
        for peer in PEERS {
            assert!(
                peer.folder(&project).join("index.html").is_file(),
                "{}",
                peer.name
            );
        }
    }

    #[test]
    fn each_is_built_in_its_own_way() {
        let project = Project::here();
        let commands = PEERS.map(|peer| describe(&peer.command(&project)));
        assert_eq!(commands, ["npm run build", "node build.mjs"]);
    }
}
