//! `cargo xtask bench`: our page beside the same page as others would build it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::build;
use crate::build::peers::PEERS;
use crate::cli::BenchOptions;
use crate::process::{announce, run as run_command};
use crate::project::Project;
use crate::setup::{self, browser};

/// Sets up and builds all pages, then runs `bench/runner`, which prints the report.
pub fn run(project: &Project, options: &BenchOptions) -> Result<()> {
    setup::page_build(project)?;
    let browser = browser::ensure(project)?;
    build::page(project)?;
    build::peers::peers(project)?;
    build::sandbox(project)?;
    let out = project.target().join("bench");
    let runner = out.join("runner.mjs");
    run_command(&mut bundler(project, &runner)).context("bundling bench/runner")?;
    announce("Measuring (all of it takes some hours; --quick takes some minutes)");
    run_command(
        project
            .command("node")
            .arg(&runner)
            .args(arguments(project, options))
            .arg("--out")
            .arg(&out)
            .env("CHROME", browser.chrome)
            .env("SANDBOX_BINARY", project.sandbox_binary()),
    )
}

/// Makes one script of the runner, because Node 20 does not run TypeScript.
fn bundler(project: &Project, runner: &PathBuf) -> Command {
    let mut command = project.command("esbuild");
    command.args([
        "bench/runner/main.ts",
        "--bundle",
        "--platform=node",
        "--target=node20",
        "--format=esm",
        "--packages=external",
        "--log-level=warning",
    ]);
    let mut outfile = OsString::from("--outfile=");
    outfile.push(runner);
    command.arg(outfile);
    command
}

/// What the runner is told: which pages there are, ours first, and what the person asked for.
fn arguments(project: &Project, options: &BenchOptions) -> Vec<OsString> {
    let ours = ("ours", project.dist());
    let peers = PEERS.map(|peer| (peer.name, peer.dist(project)));
    let mut arguments = Vec::new();
    for (name, dist) in std::iter::once(ours).chain(peers) {
        let mut candidate = OsString::from(format!("{name}="));
        candidate.push(dist);
        arguments.extend([OsString::from("--candidate"), candidate]);
    }
    if options.quick {
        arguments.push("--quick".into());
    }
    arguments.extend(options.runner_args.iter().map(OsString::from));
    arguments
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::arguments;
    use crate::cli::{Cli, Command};
    use crate::project::Project;

    fn told(words: &[&str]) -> Vec<String> {
        let cli = Cli::parse_from(["xtask", "bench"].iter().chain(words));
        let Command::Bench(options) = cli.command else {
            unreachable!("`bench` was parsed")
        };
        arguments(&Project::here(), &options)
            .into_iter()
            .map(|argument| argument.to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn our_page_comes_first_and_the_peers_follow() {
        let told = told(&[]);
        let candidates: Vec<_> = told.iter().filter(|word| *word != "--candidate").collect();
        assert_eq!(candidates.len(), 3, "{told:?}");
        assert!(candidates[0].starts_with("ours=") && candidates[0].ends_with("/dist"));
        assert!(candidates[1].ends_with("bench/peers/react-atlaskit/dist"));
        assert!(candidates[2].ends_with("bench/peers/vanilla/dist"));
    }

    #[test]
    fn what_was_asked_for_reaches_the_runner() {
        let told = told(&["--quick", "--", "--only", "load"]);
        assert_eq!(told[told.len() - 3..], ["--quick", "--only", "load"]);
    }
}
