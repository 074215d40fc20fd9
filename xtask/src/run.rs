//! `cargo xtask run`: the sandbox with the freshly built page, or with one that is built again after each change.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::cli::RunOptions;
use crate::process::announce;
use crate::project::Project;
use crate::setup;

/// Has Trunk, whose arguments stand in `"$@"`, build the page after each change. Ends it when the parent has ended, in
/// whatever way: that is the sandbox, which knows nothing of it. Ctrl-C, which reaches all of them, must not end the
/// watching before.
const WATCH: &str = r#"
trap : INT
"$@" & trunk=$!
while kill -0 "$PPID" 2>/dev/null; do sleep 1; done
kill "$trunk"
"#;

/// Sets up, builds, and becomes the sandbox until Ctrl-C ends it.
pub fn run(project: &Project, options: &RunOptions) -> Result<()> {
    if options.no_build {
        require_built(project)?;
    } else {
        setup::page_build(project)?;
        if !options.watch {
            build::page(project)?;
        }
        announce("Building the sandbox (the first time about 2 minutes)");
        build::sandbox(project)?;
    }
    if options.watch {
        announce("Building the page for development (the first time about 2 minutes), and after each change");
        watch(project).spawn().context("cannot start sh")?;
    }
    become_process(&mut sandbox(project, options)?)
}

/// Where the page for development goes: whatever is in `dist` was built in release mode.
fn watched_dist(project: &Project) -> PathBuf {
    project.target().join("watch-dist")
}

fn watch(project: &Project) -> Command {
    let mut command = project.command("sh");
    command
        .args(["-c", WATCH, "sh", "trunk", "watch", "--dist"])
        .arg(watched_dist(project))
        // Trunk does not accept the value 1, which is what some set for it.
        .env_remove("NO_COLOR");
    command
}

fn require_built(project: &Project) -> Result<()> {
    for built in [project.dist().join("index.html"), project.sandbox_binary()] {
        if !built.is_file() {
            bail!(
                "{} does not exist: run `cargo xtask run` once without --no-build",
                built.display()
            );
        }
    }
    Ok(())
}

/// The sandbox's command line.
fn sandbox(project: &Project, options: &RunOptions) -> Result<Command> {
    let db = options
        .db
        .clone()
        .unwrap_or_else(|| project.target().join("sandbox/jira.sqlite"));
    // Relative to where the person stands, not to the top folder that the command starts in.
    let db = std::path::absolute(db).context("finding the database's folder")?;
    if let Some(folder) = db.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    }
    let mut command = project.command(project.sandbox_binary());
    command.arg("--port").arg(options.port.to_string());
    command.arg("--db").arg(db).arg("--dist");
    if options.watch {
        command.arg(watched_dist(project)).arg("--reload");
    } else {
        command.arg(project.dist());
    }
    if options.fresh {
        command.arg("--fresh");
    }
    if let Some(projects) = options.projects {
        command.arg("--projects").arg(projects.to_string());
    }
    if let Some(connections) = options.connections {
        command.arg("--connections").arg(connections.to_string());
    }
    if let Some(accounts) = options.accounts {
        command.arg("--accounts").arg(accounts.to_string());
    }
    if let Some(seconds) = options.check_every {
        command.arg("--check-every").arg(seconds.to_string());
    }
    if let Some(url) = &options.test_io_url {
        command.arg("--test-io-url").arg(url);
    }
    if let Some(url) = &options.test_io_proxy {
        command.arg("--test-io-proxy").arg(url);
    }
    if let Some(file) = &options.test_io_ca {
        command.arg("--test-io-ca").arg(file);
    }
    if options.websudo {
        command.arg("--websudo");
    }
    Ok(command)
}

/// Replaces this process, so that a signal reaches the sandbox and its exit code is ours.
#[cfg(unix)]
fn become_process(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    Err(command.exec()).context("cannot start the sandbox")
}

/// Runs to the end; Ctrl-C reaches both processes.
#[cfg(not(unix))]
fn become_process(command: &mut Command) -> Result<()> {
    crate::process::run(command)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use clap::Parser;

    use super::sandbox;
    use crate::cli::{Cli, Command};
    use crate::process::describe;
    use crate::project::Project;

    fn command_line(arguments: &[&str]) -> String {
        let cli = Cli::parse_from(["xtask", "run"].iter().chain(arguments));
        let Command::Run(options) = cli.command else {
            unreachable!("`run` was parsed")
        };
        describe(&sandbox(&Project::here(), &options).unwrap())
    }

    #[test]
    fn every_option_reaches_the_sandbox() {
        let db = std::env::temp_dir().join("xtask-run.sqlite");
        let db = db.to_str().unwrap();
        let line = command_line(&[
            "--port",
            "0",
            "--db",
            db,
            "--fresh",
            "--projects",
            "9",
            "--connections",
            "3",
            "--accounts",
            "2",
            "--check-every",
            "60",
            "--test-io-url",
            "http://x",
            "--test-io-proxy",
            "http://y",
            "--test-io-ca",
            "ca.pem",
            "--websudo",
        ]);
        assert!(line.contains(&format!("--port 0 --db {db} --dist ")), "{line}");
        assert!(
            line.ends_with(
                "--fresh --projects 9 --connections 3 --accounts 2 --check-every 60 --test-io-url http://x \
                 --test-io-proxy http://y --test-io-ca ca.pem --websudo"
            ),
            "{line}"
        );
    }

    #[test]
    fn a_page_that_is_built_again_and_again_has_a_folder_of_its_own() {
        let line = command_line(&["--watch"]);
        assert!(line.ends_with("target/watch-dist --reload"), "{line}");
        let line = command_line(&[]);
        assert!(line.ends_with("/dist"), "{line}");
    }

    #[test]
    fn what_was_not_asked_for_is_left_to_the_sandbox() {
        let line = command_line(&[]);
        assert!(
            line.contains("--port 2990 --db ") && line.contains("target/sandbox/jira.sqlite"),
            "{line}"
        );
        assert!(
            !line.contains("--fresh") && !line.contains("--projects"),
            "{line}"
        );
    }
}
