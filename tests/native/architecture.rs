//! The rules of `docs/architecture.md` that a compiler can't hold.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Longest file that can be read in one sitting, in lines.
const MAX_LINES: usize = 320;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_under(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut folders = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "node_modules") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "no .{extension} files under {folder}");
    files
}

/// The code of a file without its comments and its own tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(all(test").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn violations(folder: &str, forbidden: &[&str], allowed: &[&str]) -> Vec<String> {
    files_under(folder, "rs")
        .into_iter()
        .filter(|path| {
            !allowed
                .iter()
                .any(|allowed| path.starts_with(root().join(allowed)))
        })
        .flat_map(|path| {
            let code = code(&path);
            forbidden
                .iter()
                .filter(|word| code.contains(*word))
                .map(|word| format!("{}: {word}", path.strip_prefix(root()).unwrap().display()))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn assert_none(violations: Vec<String>) {
    assert!(violations.is_empty(), "{violations:#?}");
}

#[test]
fn only_the_api_knows_fetch() {
    assert_none(violations(
        "src",
        &["gloo_net", "RequestInit", "XMLHttpRequest"],
        &["src/api"],
    ));
}

#[test]
fn the_domain_is_pure() {
    let outside = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "crate::api",
        "crate::state",
        "crate::i18n",
    ];
    assert_none(violations("src/domain", &outside, &[]));
}

#[test]
fn the_api_calls_nobody_above_it() {
    let above = [
        "crate::state",
        "crate::pages",
        "crate::components",
        "crate::i18n",
        "crate::host",
    ];
    assert_none(violations("src/api", &above, &[]));
}

#[test]
fn the_state_knows_no_view_and_no_browser() {
    let above = [
        "crate::pages",
        "crate::components",
        "crate::i18n",
        "crate::host",
        "web_sys",
        "view!",
    ];
    assert_none(violations("src/state", &above, &[]));
}

#[test]
fn components_know_nothing_of_test_io() {
    let product = [
        "crate::api",
        "crate::state",
        "crate::pages",
        "crate::i18n",
        "crate::host",
        "Test IO",
    ];
    assert_none(violations("src/components", &product, &[]));
}

#[test]
fn pages_reach_the_server_through_the_state() {
    assert_none(violations(
        "src/pages",
        &["crate::api", "api::connections", "api::projects"],
        &[],
    ));
}

/// The page's Content Security Policy blocks inline styles; markup from data would be a way in.
#[test]
fn views_have_no_inline_style_and_no_markup_from_text() {
    assert_none(violations(
        "src",
        &[" style=\"", "inner_html", "innerHTML", "insert_adjacent_html"],
        &[],
    ));
}

/// A text node or a text attribute written as a literal in a view is a text that no translator sees.
#[test]
fn texts_live_in_i18n_alone() {
    let mut found = Vec::new();
    for path in files_under("src/pages", "rs")
        .into_iter()
        .chain(files_under("src/components", "rs"))
    {
        for literal in literals(&code(&path)) {
            let words = literal
                .split_whitespace()
                .filter(|word| word.chars().all(char::is_alphabetic))
                .count();
            let is_markup = literal.starts_with("tio-") || literal.starts_with("noopener");
            if words >= 2 && !is_markup {
                found.push(format!(
                    "{}: {literal:?}",
                    path.strip_prefix(root()).unwrap().display()
                ));
            }
        }
    }
    assert_none(found);
}

fn literals(code: &str) -> Vec<String> {
    let attributes: Vec<&str> = code.lines().filter(|line| !line.contains("reason = ")).collect();
    attributes
        .join("\n")
        .split('"')
        .skip(1)
        .step_by(2)
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let folders = [
        ("src", "rs"),
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
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            (lines > MAX_LINES).then(|| format!("{}: {lines}", path.strip_prefix(root()).unwrap().display()))
        })
        .collect();
    assert_none(long);
}
