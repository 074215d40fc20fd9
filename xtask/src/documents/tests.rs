//! That every command can be typed as it stands, and every link leads somewhere.

use std::fs;
use std::path::Path;

use clap::Parser;

use super::commands::{commands, documents, links};
use super::how::{OTHERS, PLACEHOLDERS, how};
use crate::cli::Cli;
use crate::project::Project;

#[test]
fn every_command_can_be_typed_as_it_stands() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (path, text) in documents(&Project::here()).unwrap() {
        for typed in commands(&text) {
            let command = typed.command;
            count += 1;
            if how(&command).is_none() {
                wrong.push(format!("{}: nothing runs `{command}`", path.display()));
            }
            let Some(arguments) = command.strip_prefix("cargo xtask") else {
                continue;
            };
            let value = |word| PLACEHOLDERS.iter().find(|(placeholder, _)| *placeholder == word);
            let words = arguments
                .split_whitespace()
                .map(|word| value(word).map_or(word, |(_, value)| value));
            if let Err(error) = Cli::try_parse_from(std::iter::once("xtask").chain(words)) {
                wrong.push(format!("{}: `{command}`: {error}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 20, "only {count} commands were found");
}

#[test]
fn what_runs_the_other_commands_is_there() {
    for (command, file) in OTHERS {
        let file = Project::here().root().join(file);
        assert!(file.is_file(), "{command}: {}", file.display());
    }
}

#[test]
fn every_command_of_xtask_is_in_the_readme() {
    let readme = fs::read_to_string(Project::here().root().join("README.md")).unwrap();
    for command in <Cli as clap::CommandFactory>::command().get_subcommands() {
        let typed = format!("cargo xtask {}", command.get_name());
        assert!(readme.contains(&typed), "{typed}");
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    let root = Project::here().root().to_path_buf();
    let mut broken = Vec::new();
    for (path, text) in documents(&Project::here()).unwrap() {
        for target in links(&text) {
            let file = target.split('#').next().unwrap_or_default();
            let at = root.join(path.parent().unwrap_or(Path::new("")));
            if !file.is_empty() && !file.contains("://") && !at.join(file).exists() {
                broken.push(format!("{}: {target}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_newest_entry_of_the_changelog_is_the_present_version() {
    let changes = fs::read_to_string(Project::here().root().join("CHANGELOG.md")).unwrap();
    let heading = changes.lines().find_map(|line| line.strip_prefix("## "));
    let version = heading.and_then(|heading| heading.split_whitespace().next());
    assert_eq!(version, Some(env!("CARGO_PKG_VERSION")));
}
