//! Reading versions out of what programs print.

use std::path::Path;

use crate::process::ask;

/// The version that a program prints of itself.
pub fn of(program: &Path) -> Option<String> {
    Some(find(&ask(program, &["--version"])?)?.to_owned())
}

/// The first version number in a text such as `trunk 0.21.14`, `v20.11.0` or `Chromium 156.0.1 built on …`.
pub fn find(text: &str) -> Option<&str> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('.'))
}

/// The first number of a version.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{find, major};

    #[test]
    fn versions_are_found_as_each_tool_prints_them() {
        for (printed, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-bindgen 0.2.130", "0.2.130"),
            ("v20.20.2", "20.20.2"),
            (
                "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)",
                "156.0.8078.79",
            ),
            ("Google Chrome 140.0.7339.80 ", "140.0.7339.80"),
            (
                "ChromeDriver 156.0.8078.79 (a21ce95c-refs/branch-heads/8078@{#1704})",
                "156.0.8078.79",
            ),
            ("Mozilla Firefox 153.7.0esr", "153.7.0esr"),
            ("geckodriver 0.37.1\n\nThe source code of this program", "0.37.1"),
        ] {
            assert_eq!(find(printed), Some(version), "{printed}");
        }
    }

    #[test]
    fn a_text_without_a_version_has_none() {
        assert_eq!(find("command not found"), None);
        assert_eq!(find("v"), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("156.0.8078.79"), Some(156));
        assert_eq!(major("20"), Some(20));
        assert_eq!(major("next.1"), None);
    }
}
