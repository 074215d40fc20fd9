//! The rules of `docs/architecture.md` that a compiler can't hold.

mod arrows;
mod components;
mod map;
mod markup;
mod source;
mod views;

use std::{fs, path::Path};

use self::source::{Source, files_under, root};

/// Longest file that can be read in one sitting, in lines.
const MAX_LINES: usize = 320;

/// Gives what is wrong with a file.
type Rule = Box<dyn Fn(&Source) -> Vec<String>>;

fn forbids(words: &[&'static str]) -> Rule {
    let words = words.to_vec();
    Box::new(move |source| {
        let found = words.iter().filter(|word| source.code.contains(**word));
        found.map(|word| (*word).to_owned()).collect()
    })
}

/// Every file in the folders keeps to the rule.
#[track_caller]
fn assert_kept(folders: &[&str], rule: &Rule) {
    let sources = Source::all_under("src");
    let mut found = Vec::new();
    for folder in folders {
        let mut files = sources.iter().filter(|source| source.is_under(folder)).peekable();
        assert!(files.peek().is_some(), "{folder} has moved");
        for source in files {
            let wrong = rule(source).into_iter();
            found.extend(wrong.map(|wrong| format!("{}: {wrong}", source.path.display())));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The rule finds just this wrong with a file of the layer `src/layer` that reads so.
#[track_caller]
fn assert_finds(rule: &Rule, code: &str, wrong: &[&str]) {
    assert_eq!(
        rule(&Source::new(Path::new("src/layer/file.rs"), code)),
        wrong,
        "{code}"
    );
}

#[test]
fn a_forbidden_word_is_found_in_code_but_not_in_comments_and_tests() {
    let rule = forbids(&["fetch"]);
    assert_finds(&rule, "let answer = fetch();", &["fetch"]);
    assert_finds(
        &rule,
        "//! Does not fetch.\n    // fetch\n#[cfg(all(test, x))]\nfetch();",
        &[],
    );
}

/// The compiler asks for it where somebody outside could see the module.
#[test]
fn every_module_says_on_top_what_it_is_for() {
    let folders = ["src", "sandbox", "xtask", "tests"];
    let silent: Vec<String> = folders
        .into_iter()
        .flat_map(|folder| files_under(folder, "rs"))
        .filter(|path| !fs::read_to_string(root().join(path)).unwrap().starts_with("//! "))
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let folders = [
        ("src", "rs"),
        ("conformance", "rs"),
        ("sandbox", "rs"),
        ("xtask", "rs"),
        ("tests", "rs"),
        ("tests", "ts"),
        ("style", "css"),
    ];
    let long: Vec<String> = folders
        .into_iter()
        .flat_map(|(folder, extension)| files_under(folder, extension))
        .filter_map(|path| {
            let lines = fs::read_to_string(root().join(&path)).unwrap().lines().count();
            (lines > MAX_LINES).then(|| format!("{}: {lines}", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
