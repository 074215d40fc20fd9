//! The survivors that may live, each with the reason.

use anyhow::{Result, bail};

use super::EXPLAINED;

/// Why a mutant may live.
#[derive(Debug)]
pub struct Explanation {
    /// The mutant without its place.
    pub mutant: String,
    /// The reason.
    pub reason: String,
}

/// Reads them: a line for each mutant, the reason indented on the next one. A mutant that is there several times, at
/// several places of a function, is explained several times.
pub fn read(text: &str) -> Result<Vec<Explanation>> {
    let mut explained = Vec::new();
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    while let Some(mutant) = lines.next() {
        match lines.next().filter(|reason| reason.starts_with(' ')) {
            Some(reason) => explained.push(Explanation {
                mutant: mutant.to_owned(),
                reason: reason.trim().to_owned(),
            }),
            None => bail!("{EXPLAINED}: {mutant:?} has no indented reason on the next line"),
        }
    }
    Ok(explained)
}

/// A mutant without its line and column, which any edit of the file changes.
pub fn without_place(line: &str) -> String {
    let mut parts = line.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(change)) => format!("{file}:{change}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{read, without_place};

    #[test]
    fn a_mutant_is_known_by_what_it_changes_not_by_where() {
        assert_eq!(
            without_place("src/domain/goal.rs:12:5: replace fits -> bool with true"),
            "src/domain/goal.rs: replace fits -> bool with true"
        );
    }

    #[test]
    fn a_mutant_without_a_reason_is_not_explained() {
        assert!(read("# why\nsrc/a.rs: replace a\n    It is the same.\n").is_ok());
        assert!(read("src/a.rs: no reason\nsrc/b.rs: none either\n").is_err());
    }
}
