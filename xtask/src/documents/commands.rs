//! What the documents tell people to type.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::how::OTHERS;
use crate::fingerprint::files_under;
use crate::project::Project;

/// A command, and the variables before it, which hold for it alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// Names and values.
    pub variables: Vec<(String, String)>,
    /// The words of the command, with one space between them.
    pub command: String,
}

/// Every document, by its path in the repository.
///
/// # Errors
/// One cannot be read.
pub fn documents(project: &Project) -> Result<Vec<(PathBuf, String)>> {
    let root = project.root();
    let mut paths: Vec<PathBuf> = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
        .map(|name| root.join(name))
        .into();
    for folder in ["docs", "bench"] {
        let files = files_under(&root.join(folder))?.into_iter();
        paths.extend(files.filter(|file| {
            let is_ours = file.components().all(|part| part.as_os_str() != "node_modules");
            is_ours && file.extension().is_some_and(|extension| extension == "md")
        }));
    }
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        Ok((path.strip_prefix(root)?.to_path_buf(), text))
    };
    paths.into_iter().map(read).collect()
}

/// Every command in a document: the lines of its shell blocks, and code that begins like one.
pub fn commands(text: &str) -> Vec<Typed> {
    let mut commands = Vec::new();
    let mut block = None;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => block = Some(kind),
            Event::End(TagEnd::CodeBlock) => block = None,
            Event::Text(lines) => match &block {
                Some(CodeBlockKind::Fenced(language)) if &**language == "sh" => {
                    // A backslash at the end of a line carries the command on.
                    commands.extend(lines.replace("\\\n", " ").lines().filter_map(command));
                }
                Some(CodeBlockKind::Indented) if lines.starts_with("cargo ") => {
                    commands.extend(command(&lines))
                }
                _ => {}
            },
            Event::Code(code) if begins(&code) => commands.extend(command(&code)),
            _ => {}
        }
    }
    commands
}

/// Where the links of a document lead.
#[cfg(test)]
pub fn links(text: &str) -> Vec<String> {
    let target = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    };
    Parser::new(text).filter_map(target).collect()
}

/// A line as a shell reads it: without its comment.
fn command(line: &str) -> Option<Typed> {
    let line = line.split(" #").next().unwrap_or_default();
    if line.starts_with('#') {
        return None;
    }
    let mut words = line.split_whitespace().peekable();
    let mut variables = Vec::new();
    while let Some((name, value)) = words.peek().and_then(|word| variable(word)) {
        variables.push((name.to_owned(), value.to_owned()));
        words.next();
    }
    let command = words.collect::<Vec<_>>().join(" ");
    (!command.is_empty()).then_some(Typed { variables, command })
}

fn variable(word: &str) -> Option<(&str, &str)> {
    word.split_once('=')
        .filter(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
}

/// Whether a piece of code reads like a command and not like a name.
fn begins(code: &str) -> bool {
    let known = ["cargo ", "npm ", "npx ", "sha256sum ", "./", "bash "];
    known.iter().any(|start| code.starts_with(start)) || OTHERS.iter().any(|(other, _)| *other == code)
}

#[cfg(test)]
mod tests {
    use super::{Typed, commands};

    #[test]
    fn commands_are_found_wherever_they_stand() {
        let text = "Type `cargo xtask\nrun --port N`, not `cargo` or `run`.\n\n```sh\n# all\nA=b cargo xtask test \\\n  native  # this\n\
            ```\n\n```rust\nlet x = 1;\n```\n\n    cargo xtask size\n";
        let typed = |command: &str, variables: &[(&str, &str)]| Typed {
            variables: variables
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            command: command.to_owned(),
        };
        assert_eq!(
            commands(text),
            [
                typed("cargo xtask run --port N", &[]),
                typed("cargo xtask test native", &[("A", "b")]),
                typed("cargo xtask size", &[]),
            ]
        );
    }
}
