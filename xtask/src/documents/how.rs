//! How each command of the documents is run to see that it works as it stands.

/// Commands that are not xtask's, each with what runs it.
pub const OTHERS: [(&str, &str); 4] = [
    ("cargo fmt --all", "xtask/src/test/lint.rs"),
    ("sha256sum --check SHA256SUMS", "xtask/src/dist/archive.rs"),
    (".ci/run", ".ci/run"),
    (
        "npm ci --ignore-scripts && npm run build",
        "xtask/src/build/peers.rs",
    ),
];

/// What stands for a value of the person's own, and such a value.
pub const PLACEHOLDERS: [(&str, &str); 4] = [
    ("N", "1"),
    ("PATH", "file"),
    ("URL", "http://localhost"),
    ("NAME", "admin"),
];

/// How a command is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// To its end, which must be a success.
    ToItsEnd,
    /// Until its server answers at this port; it then serves the commands after it, up to the next server.
    AsServer(u16),
    /// Elsewhere: by the test suite, or in this place.
    Elsewhere(&'static str),
    /// Too long to be run with everything else; a person runs it.
    ByHand(&'static str),
    /// Not at all, because it only shows the form of a command.
    AsForm,
}

/// How to run a command; `None` for one that nothing runs.
pub fn how(command: &str) -> Option<How> {
    if let Some((_, place)) = OTHERS.iter().find(|(other, _)| *other == command) {
        return Some(How::Elsewhere(place));
    }
    let mut words = command.strip_prefix("cargo xtask ")?.split_whitespace();
    if words
        .clone()
        .any(|word| PLACEHOLDERS.iter().any(|(placeholder, _)| *placeholder == word))
    {
        return Some(How::AsForm);
    }
    Some(match words.next()? {
        "run" => {
            let port = words.skip_while(|word| *word != "--port").nth(1);
            How::AsServer(port.map_or(Some(2990), |port| port.parse().ok())?)
        }
        "test" => How::Elsewhere("cargo xtask test"),
        "mutants" if !words.any(|word| word == "--sample") => How::ByHand("an hour or more"),
        "bench" if !words.any(|word| word == "--quick") => {
            How::ByHand("up to an hour, and the machine must be left alone")
        }
        _ => How::ToItsEnd,
    })
}

#[cfg(test)]
mod tests {
    use super::{How, how};

    #[test]
    fn a_server_is_waited_for_at_its_own_port() {
        assert_eq!(how("cargo xtask run"), Some(How::AsServer(2990)));
        assert_eq!(
            how("cargo xtask run --port 2991 --fresh"),
            Some(How::AsServer(2991))
        );
    }

    #[test]
    fn a_command_with_a_placeholder_is_a_form() {
        assert_eq!(how("cargo xtask run --port N"), Some(How::AsForm));
    }

    #[test]
    fn of_the_benches_the_quick_ones_are_run() {
        assert_eq!(
            how("cargo xtask bench --quick -- --only load"),
            Some(How::ToItsEnd)
        );
        assert!(matches!(how("cargo xtask bench"), Some(How::ByHand(_))));
    }

    #[test]
    fn of_the_mutants_a_sample_is_run() {
        assert_eq!(how("cargo xtask mutants --sample 300"), Some(How::ToItsEnd));
        assert!(matches!(how("cargo xtask mutants"), Some(How::ByHand(_))));
    }

    #[test]
    fn nothing_runs_a_command_that_is_not_known() {
        assert_eq!(how("npm start"), None);
    }
}
