//! Account labels as they are stored, and as people tell them apart.

use super::invisible::{is_invisible, trim};

/// The label to store for what was typed: the one of `existing` that looks the same, or else the typed one without what
/// nobody sees around it. `compose` composes letters and their marks (Unicode's NFC).
pub fn settled<'a>(
    typed: &str,
    existing: impl IntoIterator<Item = &'a str>,
    compose: impl Fn(&str) -> String,
) -> String {
    let look = look(typed, &compose);
    // Nothing to see is no label, even if somebody has stored one.
    let same = existing
        .into_iter()
        .find(|other| !look.is_empty() && self::look(other, &compose) == look);
    same.map_or_else(|| compose(trim(typed)), ToOwned::to_owned)
}

/// What is seen of a label, with one blank wherever there is any.
fn look(label: &str, compose: impl Fn(&str) -> String) -> String {
    let seen: String = label.chars().filter(|letter| !is_invisible(*letter)).collect();
    compose(&seen.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::settled;

    /// As the browser composes, for the letters of these tests.
    fn compose(text: &str) -> String {
        text.replace("u\u{308}", "ü")
    }

    fn stored(typed: &str, existing: &[&str]) -> String {
        settled(typed, existing.iter().copied(), compose)
    }

    #[test]
    fn a_label_that_looks_like_an_existing_one_is_that_one() {
        for twin in [
            "ACME EU",
            "\u{feff}ACME EU ",
            "AC\u{200b}ME EU",
            "ACME\u{a0}EU",
            "ACME  EU\u{2060}",
            "ACME E\u{ad}U",
        ] {
            assert_eq!(stored(twin, &["Globex", "ACME EU"]), "ACME EU", "{twin:?}");
        }
        assert_eq!(stored("Mu\u{308}ller", &["Müller"]), "Müller");
        assert_eq!(
            stored("acme eu", &["ACME EU"]),
            "acme eu",
            "that one looks different"
        );
    }

    #[test]
    fn a_label_of_nothing_to_see_is_none() {
        for blank in ["\u{200b}", " \u{feff}\u{2060} ", "\u{3164}", "\u{2800}"] {
            assert_eq!(stored(blank, &["\u{200b}", "ACME EU"]), "", "{blank:?}");
        }
    }

    #[test]
    fn a_new_label_keeps_what_belongs_to_its_letters() {
        assert_eq!(stored("\u{200b}Mu\u{308}ller\u{feff}", &[]), "Müller");
        assert_eq!(stored(" 👩\u{200d}💻 team ", &[]), "👩\u{200d}💻 team");
    }
}
