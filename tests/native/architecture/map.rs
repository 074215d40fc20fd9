//! `docs/architecture.md` leads to files: to those that there are.

use std::fs;

use super::source::root;

/// Folders that the document names files from, so that it needn't repeat them.
const FROM: [&str; 6] = [
    "",
    "src",
    "src/i18n",
    "src/pages",
    "src/pages/connection",
    "sandbox/src",
];

/// What stands in code and reads like the path of a file or a folder.
fn paths(text: &str) -> Vec<&str> {
    let is_path = |code: &&str| {
        let named = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
        let ends = [
            ".rs", ".css", ".ts", ".js", ".sh", ".yaml", ".toml", ".html", ".md", "/",
        ];
        code.chars().all(named) && ends.iter().any(|end| code.ends_with(end))
    };
    text.split('`').skip(1).step_by(2).filter(is_path).collect()
}

#[test]
fn every_file_that_the_map_names_is_there() {
    let text = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let paths = paths(&text);
    assert!(paths.len() > 80, "{}", paths.len());
    let is_there = |path: &str| FROM.iter().any(|from| root().join(from).join(path).exists());
    let lost: Vec<_> = paths.into_iter().filter(|path| !is_there(path)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_path_is_told_from_other_code() {
    assert_eq!(
        paths("`list/filter.rs` and `detail/`, not `Store::list`, `…/page/{name}/` or list/row.rs"),
        ["list/filter.rs", "detail/"]
    );
}
