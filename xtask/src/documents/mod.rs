//! `cargo xtask test documents`: runs what the documents tell people to type.

mod commands;
mod how;
#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a document that cannot be read is a failed test"
)]
mod tests;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use self::commands::{Typed, commands, documents};
use self::how::{How, how};
use crate::process::{Server, announce, run as run_command};
use crate::project::Project;
use crate::test::Outcome;

/// What some of the commands write into the repository.
const WRITTEN: [&str; 1] = ["docs/size.json"];

/// Runs every command of the documents, each one once, in the order in which they stand.
///
/// # Errors
/// A document cannot be read.
pub fn run(project: &Project) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let mut seen: Vec<Typed> = Vec::new();
    for (path, text) in documents(project)? {
        let mut server = None;
        for typed in commands(&text) {
            if seen.contains(&typed) {
                continue;
            }
            if let Err(error) = try_out(project, &typed, &mut server, &mut outcome) {
                outcome.failed += 1;
                outcome
                    .notes
                    .push(format!("{}: `{}`: {error:#}", path.display(), typed.command));
            }
            seen.push(typed);
        }
    }
    Ok(outcome)
}

fn try_out(
    project: &Project,
    typed: &Typed,
    server: &mut Option<Server>,
    outcome: &mut Outcome,
) -> Result<()> {
    let command = &typed.command;
    match how(command).context("nothing runs it")? {
        How::AsForm | How::Elsewhere(_) => return Ok(()),
        How::ByHand(why) => {
            outcome.skipped += 1;
            outcome.notes.push(format!("not run: `{command}`: {why}"));
            return Ok(());
        }
        How::AsServer(port) => {
            announce(command);
            // The one before it ends first: both may want the same database.
            *server = None;
            *server = Some(Server::start(&mut started(project, typed), port)?);
        }
        How::ToItsEnd => {
            announce(command);
            let kept = Kept::read(project)?;
            let finished = run_command(&mut started(project, typed));
            kept.put_back()?;
            finished?;
        }
    }
    outcome.passed += 1;
    Ok(())
}

fn started(project: &Project, typed: &Typed) -> Command {
    let mut words = typed.command.split_whitespace();
    let mut command = project.command(words.next().unwrap_or_default());
    command.args(words).envs(typed.variables.iter().cloned());
    command
}

/// The files that commands write, as they were before.
struct Kept(Vec<(PathBuf, Vec<u8>)>);

impl Kept {
    fn read(project: &Project) -> Result<Self> {
        let read = |file: &str| {
            let path = project.root().join(file);
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            Ok((path, content))
        };
        WRITTEN.into_iter().map(read).collect::<Result<_>>().map(Self)
    }

    fn put_back(self) -> Result<()> {
        for (path, content) in self.0 {
            fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(())
    }
}
