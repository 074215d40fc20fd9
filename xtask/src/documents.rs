//! What the documents tell people to type, and where they point: tests alone.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;

use crate::cli::Cli;
use crate::fingerprint::files_under;
use crate::project::Project;

/// Commands that are not xtask's, each with what runs it.
const OTHERS: [(&str, &str); 4] = [
    ("cargo fmt --all", "xtask/src/test/lint.rs"),
    ("sha256sum --check SHA256SUMS", "xtask/src/dist/archive.rs"),
    (".ci/run", ".ci/run"),
    (
        "npm ci --ignore-scripts && npm run build",
        "xtask/src/build/peers.rs",
    ),
];

/// What stands for a value of the person's own, and such a value.
const PLACEHOLDERS: [(&str, &str); 3] = [("N", "1"), ("PATH", "file"), ("URL", "http://localhost")];

/// Every document, by its path in the repository.
fn documents() -> Vec<(PathBuf, String)> {
    let root = Project::here().root().to_path_buf();
    let mut paths: Vec<PathBuf> = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
        .map(|name| root.join(name))
        .into();
    for folder in ["docs", "bench"] {
        let files = files_under(&root.join(folder)).unwrap().into_iter();
        paths.extend(files.filter(|file| {
            let is_ours = file.components().all(|part| part.as_os_str() != "node_modules");
            is_ours && file.extension().is_some_and(|extension| extension == "md")
        }));
    }
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        (path.strip_prefix(&root).unwrap().to_path_buf(), text)
    };
    paths.into_iter().map(read).collect()
}

/// Every command in a document: the lines of its shell blocks, and what stands in code that begins like one.
fn commands(text: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut block: Option<&str> = None;
    // A backslash at the end of a line of a shell block carries the command on.
    let text = text.replace("\\\n", " ");
    for line in text.lines() {
        let trimmed = line.trim();
        if let Some(language) = trimmed.strip_prefix("```") {
            block = block.is_none().then_some(language);
            continue;
        }
        match block {
            Some("sh") => commands.extend(command(trimmed)),
            Some(_) => {}
            None if line.starts_with("    cargo ") => commands.extend(command(trimmed)),
            None => commands.extend(
                line.split('`')
                    .skip(1)
                    .step_by(2)
                    .filter(|code| begins(code))
                    .filter_map(command),
            ),
        }
    }
    commands
}

/// A line without its comment and without the variables that it begins with.
fn command(line: &str) -> Option<String> {
    let command = line.split(" #").next().unwrap_or_default();
    let is_variable = |word: &&str| {
        let name = word.split_once('=').map(|(name, _)| name);
        name.is_some_and(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
    };
    let words: Vec<&str> = command.split_whitespace().skip_while(is_variable).collect();
    (!words.is_empty() && !command.starts_with('#')).then(|| words.join(" "))
}

/// Whether a piece of code reads like a command and not like a name.
fn begins(code: &str) -> bool {
    let known = ["cargo ", "npm ", "npx ", "sha256sum ", "./", "bash "];
    known.iter().any(|start| code.starts_with(start)) || OTHERS.iter().any(|(other, _)| *other == code)
}

#[test]
fn every_command_can_be_typed_as_it_stands() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (path, text) in documents() {
        for command in commands(&text) {
            count += 1;
            let Some(arguments) = command.strip_prefix("cargo xtask") else {
                if OTHERS.iter().all(|(known, _)| *known != command) {
                    wrong.push(format!("{}: nothing runs `{command}`", path.display()));
                }
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
fn commands_are_found_wherever_they_stand() {
    let text = "Type `cargo xtask run --port N`, not `cargo` or `run`.\n\n```sh\n# all\nA=b cargo xtask test \\\n  native  # this\n```\n\n\
        ```rust\nlet x = 1;\n```\n\n    cargo xtask size\n";
    assert_eq!(
        commands(text),
        [
            "cargo xtask run --port N",
            "cargo xtask test native",
            "cargo xtask size"
        ]
    );
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
    for (path, text) in documents() {
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
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
