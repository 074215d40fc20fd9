//! `cargo xtask bench`: our page beside the same page as others would build it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::build;
use crate::build::peers::PEERS;
use crate::cli::BenchOptions;
use crate::fingerprint;
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
    run_command(&mut bundler(project, "main.ts", &runner)).context("bundling bench/runner")?;
    announce(
        "Measuring (50 minutes at the most, 5 with --quick; what was interrupted, the same command takes up again)",
    );
    run_command(
        project
            .command("node")
            .arg(&runner)
            .args(arguments(project, options))
            .arg("--build")
            .arg(measured(project, runner)?)
            .arg("--out")
            .arg(&out)
            .env("CHROME", browser.chrome)
            .env("SANDBOX_BINARY", project.sandbox_binary()),
    )
}

/// What tells figures of this build from those of another: the commit, and a fingerprint of all that is measured and
/// measures, as there may be changes beyond the commit.
fn measured(project: &Project, runner: PathBuf) -> Result<String> {
    let git = project
        .command("git")
        .args(["rev-parse", "--short=12", "HEAD"])
        .output();
    let commit = match git {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        Ok(_) | Err(_) => "no commit".to_owned(),
    };
    let mut made = vec![runner, project.dist()];
    made.extend(PEERS.map(|peer| peer.dist(project)));
    let fingerprint = fingerprint::of(&made)?;
    Ok(format!("commit {commit}, build {fingerprint}"))
}

/// Makes one script of a file of the runner and all that it imports, because Node 20 does not run TypeScript.
fn bundler(project: &Project, file: &str, script: &Path) -> Command {
    let mut command = project.command("esbuild");
    command.arg(format!("bench/runner/{file}"));
    command.args([
        "--bundle",
        "--platform=node",
        "--target=node20",
        "--format=esm",
        "--packages=external",
        "--log-level=warning",
    ]);
    let mut outfile = OsString::from("--outfile=");
    outfile.push(script);
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
    let flags = [("--quick", options.quick), ("--fresh", options.fresh)];
    arguments.extend(
        flags
            .into_iter()
            .filter(|(_, given)| *given)
            .map(|(flag, _)| flag.into()),
    );
    arguments.extend(options.runner_args.iter().map(OsString::from));
    arguments
}

#[cfg(test)]
mod tests {
    use anyhow::Result;
    use clap::Parser;

    use super::{arguments, bundler};
    use crate::cli::{Cli, Command};
    use crate::process::run;
    use crate::project::Project;
    use crate::setup::npm;

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
    fn the_runners_own_tests_pass() -> Result<()> {
        let project = Project::here();
        npm::ensure(&project)?;
        let folder = tempfile::tempdir()?;
        for test in ["kept", "plan"] {
            let script = folder.path().join(format!("{test}.mjs"));
            run(&mut bundler(&project, &format!("tests/{test}.test.ts"), &script))?;
            run(project.command("node").arg("--test").arg(&script))?;
        }
        Ok(())
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
        let told = told(&["--quick", "--fresh", "--", "--only", "load"]);
        assert_eq!(told[told.len() - 4..], ["--quick", "--fresh", "--only", "load"]);
    }
}
