//! Which of the projects that the server found for some words are meant most likely.

use super::{invisible::trim, project::PickableProject, text_match::begins_with};

/// How well a project matches what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Match {
    /// It is the project's key.
    Key,
    /// The name begins with it.
    NameBegins,
    /// A word of the name begins with it.
    WordBegins,
    /// Somehow else: the server has its reasons.
    Other,
}

impl Match {
    /// The best one first.
    const ALL: [Self; 4] = [Self::Key, Self::NameBegins, Self::WordBegins, Self::Other];

    fn of(project: &PickableProject, typed: &str) -> Self {
        let key = project.key.as_str();
        if key.chars().count() == typed.chars().count() && begins_with(key, typed) {
            Self::Key
        } else if begins_with(&project.name, typed) {
            Self::NameBegins
        } else if words(&project.name).any(|word| begins_with(word, typed)) {
            Self::WordBegins
        } else {
            Self::Other
        }
    }
}

/// What follows each beginning of a word behind the first, to the end of the text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.char_indices().filter(|(_, letter)| separates(*letter));
    ends.map(move |(at, letter)| &text[at + letter.len_utf8()..])
}

fn separates(letter: char) -> bool {
    letter.is_whitespace() || letter.is_ascii_punctuation()
}

/// Puts the best matches first. Among those that match as well the server's order stays.
pub fn best_first(found: Vec<PickableProject>, typed: &str) -> Vec<PickableProject> {
    let typed = trim(typed);
    if typed.is_empty() {
        return found;
    }
    let found: Vec<_> = found
        .into_iter()
        .map(|project| (Match::of(&project, typed), project))
        .collect();
    let matching = |wanted: Match| {
        let found = found.iter().filter(move |(how, _)| *how == wanted);
        found.map(|(_, project)| project.clone())
    };
    Match::ALL.into_iter().flat_map(matching).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::best_first;
    use crate::domain::{
        ids::{ProjectId, ProjectKey},
        project::PickableProject,
    };

    fn project(key: &str, name: &str) -> PickableProject {
        PickableProject {
            id: ProjectId::new(name),
            key: ProjectKey::new(key),
            name: name.to_owned(),
            avatar_url: None,
            connection_id: None,
        }
    }

    /// The names in their order, of projects whose keys say nothing.
    fn ordered(names: &[&str], typed: &str) -> Vec<String> {
        let found = names.iter().map(|name| project("K", name)).collect();
        best_first(found, typed)
            .into_iter()
            .map(|found| found.name)
            .collect()
    }

    #[test]
    fn names_that_begin_so_come_first_then_words_that_do_then_the_rest() {
        let names = ["Bookshop", "My shop", "Shop", "Workshop", "E-shop", "Shopping"];
        assert_eq!(
            ordered(&names, "SHOP"),
            ["Shop", "Shopping", "My shop", "E-shop", "Bookshop", "Workshop"]
        );
    }

    #[test]
    fn the_project_of_that_key_comes_before_all() {
        let found = vec![
            project("K1", "Pay later"),
            project("PAYX", "Payments"),
            project("PAY", "Invoices"),
        ];
        let names: Vec<_> = best_first(found, " pay")
            .into_iter()
            .map(|found| found.name)
            .collect();
        assert_eq!(names, ["Invoices", "Pay later", "Payments"]);
    }

    #[test]
    fn case_and_blanks_around_do_not_count_and_several_words_are_one_beginning() {
        assert_eq!(ordered(&["Zum Über", "ÜBER"], "über "), ["ÜBER", "Zum Über"]);
        assert_eq!(
            ordered(&["Shop web", "The web shop", "Web shop"], "web shop"),
            ["Web shop", "The web shop", "Shop web"]
        );
    }

    #[test]
    fn without_a_text_the_servers_order_stays() {
        let names = ["Zoo", "Apple"];
        for blank in ["", "  ", "\u{200b}"] {
            assert_eq!(ordered(&names, blank), names);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_what_matches_as_well_keeps_its_order(
            names in prop::collection::vec("[ab]{1,3}( [ab]{1,3})?", 0..20), typed in "[ab]{0,2}",
        ) {
            let found: Vec<_> = names
                .iter()
                .enumerate()
                .map(|(place, name)| project(&place.to_string(), name))
                .collect();
            let ordered = best_first(found.clone(), &typed);
            let mut places: Vec<usize> = ordered
                .iter()
                .map(|project| found.iter().position(|other| other.key == project.key).unwrap_or(usize::MAX))
                .collect();
            let begins = |place: &usize| !typed.is_empty() && found[*place].name.starts_with(&typed);
            let count = places.iter().filter(|place| begins(place)).count();
            prop_assert!(places[..count].iter().all(begins), "the names that begin so are at the beginning");
            prop_assert!(places[..count].is_sorted());
            places.sort_unstable();
            prop_assert_eq!(places, (0..found.len()).collect::<Vec<_>>());
        }
    }
}
