//! Rust source, read as text: as much of the language as the rules need.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in a folder and the folders in it, relative to the repository.
pub fn files_under(folder: &str, extension: &str) -> Vec<PathBuf> {
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
                files.push(path.strip_prefix(root()).unwrap().to_owned());
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "no .{extension} files under {folder}");
    files
}

/// A string literal.
pub struct Literal<'a> {
    /// What stands between the quotes.
    pub text: &'a str,
    /// The code before it.
    pub before: &'a str,
}

/// The code of a file without its comments and its own tests.
pub struct Source {
    /// Relative to the repository.
    pub path: PathBuf,
    pub code: String,
}

impl Source {
    pub fn new(path: &Path, text: &str) -> Self {
        let code = text.split("#[cfg(all(test").next().unwrap_or_default();
        let code: Vec<&str> = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        Self {
            path: path.to_owned(),
            code: code.join("\n"),
        }
    }

    pub fn all_under(folder: &str) -> Vec<Self> {
        let read = |path: &PathBuf| Self::new(path, &fs::read_to_string(root().join(path)).unwrap());
        files_under(folder, "rs").iter().map(read).collect()
    }

    pub fn is_under(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    pub fn literals(&self) -> Vec<Literal<'_>> {
        literals(&self.code)
    }

    /// The modules at the crate's root that the code names.
    pub fn own_modules(&self) -> BTreeSet<&str> {
        self.paths_from("crate::")
            .into_iter()
            .flat_map(branches)
            .collect()
    }

    /// The pages that the code names by the way from the crate's root.
    pub fn pages(&self) -> BTreeSet<&str> {
        let paths = self.paths_from("crate::").into_iter();
        let pages = paths.flat_map(|path| path.split("pages::").skip(1));
        pages.flat_map(branches).collect()
    }

    /// What follows `root` in each path that begins with it, to the end of the path or of its outermost braces.
    fn paths_from(&self, root: &str) -> Vec<&str> {
        let begins = |at: &usize| !self.code[..*at].ends_with(|c| is_of_name(c) || c == ':');
        let places = self.code.match_indices(root).map(|(at, _)| at).filter(begins);
        places
            .map(|at| path_at_start(&self.code[at + root.len()..]))
            .collect()
    }
}

pub fn literals(code: &str) -> Vec<Literal<'_>> {
    let mut literals = Vec::new();
    let mut from = 0;
    while let Some(start) = code[from..].find('"').map(|at| from + at) {
        let end = end_of_literal(code, start);
        literals.push(Literal {
            text: &code[start + 1..end - 1],
            before: code[..start].trim_end(),
        });
        from = end;
    }
    literals
}

fn end_of_literal(code: &str, start: usize) -> usize {
    let mut escaped = false;
    for (at, c) in code.char_indices().skip_while(|(at, _)| *at <= start) {
        match c {
            '"' if !escaped => return at + 1,
            c => escaped = c == '\\' && !escaped,
        }
    }
    panic!("a literal without an end: {}", &code[start..]);
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn path_at_start(code: &str) -> &str {
    let end = code.find(|c| !is_of_name(c) && c != ':' && c != '*');
    let end = end.unwrap_or(code.len());
    if code[end..].starts_with('{') {
        &code[..end + balanced(&code[end..]).len()]
    } else {
        &code[..end]
    }
}

/// From an opening bracket to the closing one that belongs to it.
fn balanced(code: &str) -> &str {
    let mut depth = 0;
    let mut at = 0;
    while let Some(c) = code[at..].chars().next() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth -= 1,
            _ => {}
        }
        at = if c == '"' {
            end_of_literal(code, at)
        } else {
            at + c.len_utf8()
        };
        if depth == 0 {
            return &code[..at];
        }
    }
    panic!("a bracket without an end: {code}");
}

/// The first name of each branch of a path: `a` and `b` of `{a::c, b::{d, e}}`, `a` of `a::{b, c}`.
fn branches(path: &str) -> Vec<&str> {
    if !path.starts_with('{') {
        return vec![first_name_of(path)];
    }
    // Other paths may follow.
    let inside = balanced(path).trim_start_matches('{');
    let mut depth = 0;
    let at_root = |c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    };
    let branches = inside.trim_end_matches('}').split(at_root);
    branches
        .map(|branch| first_name_of(branch.trim_start()))
        .filter(|name| !name.is_empty())
        .collect()
}

fn first_name_of(path: &str) -> &str {
    let end = path.find(|c| !is_of_name(c)).unwrap_or(path.len());
    &path[..end]
}
