//! Searching both lists by the name and the key of projects.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::exchange::{Exchange, Request};
use crate::kit::{Kit, parameter};
use crate::rule::{Group, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "parameter `query` of `listConnections` and `listProjects`";

pub const GROUP: Group = Group {
    title: "Search",
    rules: &[
        Rule::act(
            "search.case",
            "Upper and lower case find the same.",
            SOURCE,
            &[],
            |kit| {
                each(kit, |sample| {
                    vec![sample.word.to_uppercase(), sample.word.to_lowercase()]
                })
            },
        ),
        Rule::act(
            "search.other-letters",
            "Upper and lower case find the same for letters beyond a to z, too.",
            SOURCE,
            &[],
            other_letters,
        ),
        Rule::act(
            "search.part-of-name",
            "Any part of a name is found, not only its beginning.",
            SOURCE,
            &[],
            |kit| each(kit, |sample| vec![sample.word.chars().skip(1).collect()]),
        ),
        Rule::act(
            "search.key",
            "A project is found by its key, and by a part of it.",
            SOURCE,
            &[],
            |kit| {
                each(kit, |sample| {
                    vec![sample.key.clone(), sample.key.chars().skip(1).collect()]
                })
            },
        ),
        Rule::act(
            "search.all-words",
            "Each word of a query must occur, in the name or in the key, in any order.",
            SOURCE,
            &[],
            |kit| {
                each(kit, |sample| {
                    vec![
                        format!("{} {}", sample.other_word, sample.word),
                        format!("{} {}", sample.key, sample.word),
                        format!("{} conformance-nowhere", sample.word),
                    ]
                })
            },
        ),
        Rule::act(
            "search.spaces",
            "White space around and between words does not matter.",
            SOURCE,
            &[],
            |kit| {
                each(kit, |sample| {
                    vec![format!(" \t{}   {} ", sample.word, sample.other_word)]
                })
            },
        ),
        Rule::act(
            "search.blank",
            "A blank query is no filter.",
            SOURCE,
            &[],
            |kit| each(kit, |_| vec![String::new(), "  ".to_owned()]),
        ),
        Rule::act(
            "search.literal",
            "Special characters stand for themselves.",
            SOURCE,
            &[],
            |kit| {
                each(kit, |_| {
                    ["%", "_", "*", "?", "\\", "'", "\"", ".*", "<", "&"]
                        .map(str::to_owned)
                        .to_vec()
                })
            },
        ),
        Rule::act(
            "search.nothing",
            "A query that fits nothing gives an empty page with 200.",
            SOURCE,
            &[],
            |kit| each(kit, |_| vec!["conformance-nowhere".to_owned()]),
        ),
        Rule::act(
            "search.too-long",
            "A query of more than 255 characters is refused with 400, one of 255 is not.",
            SOURCE,
            &[],
            too_long,
        ),
        Rule::act(
            "search.exact-key-first",
            "A project whose key equals the whole query comes first, without regard to case.",
            "operation `listProjects`",
            &[],
            exact_key_first,
        ),
    ],
};

/// Gives the project in a value of a list.
pub(super) type ProjectIn = fn(&Value) -> &Value;

/// Both lists.
pub(super) const LISTS: [(&str, ProjectIn); 2] = [
    ("/connections", |value| &value["project"]),
    ("/projects", |value| value),
];

/// Texts that are known to occur.
struct Sample {
    /// A word of a name, of at least 4 letters from a to z.
    word: String,
    /// Another word of the same name.
    other_word: String,
    /// The same project's key.
    key: String,
}

impl Sample {
    /// The first project with two such words. Names whose words repeat would show little.
    fn of<'a>(projects: impl IntoIterator<Item = &'a Value>) -> Option<Self> {
        projects.into_iter().find_map(|project| {
            let name = project["name"].as_str()?;
            let mut words = name
                .split_whitespace()
                .filter(|word| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic()));
            let (word, other_word) = (words.next()?, words.next()?);
            Some(Self {
                word: word.to_owned(),
                other_word: other_word.to_owned(),
                key: project["key"].as_str()?.to_owned(),
            })
        })
    }
}

/// Whether the contract lets a project be found by a query.
fn matches(project: &Value, query: &str) -> bool {
    let folded = |field: &str| project[field].as_str().unwrap_or_default().to_lowercase();
    let (name, key) = (folded("name"), folded("key"));
    query
        .to_lowercase()
        .split_whitespace()
        .all(|word| name.contains(word) || key.contains(word))
}

/// What a list has for a query.
pub(super) fn ask(kit: &Kit, list: &str, query: &str) -> Verdict<Exchange> {
    kit.admin(Request::get(format!(
        "{list}?maxResults=200&{}",
        parameter("query", query)
    )))
}

/// Compares what is found in both lists with what the contract lets be found.
fn each(kit: &Kit, queries: fn(&Sample) -> Vec<String>) -> Verdict {
    for (list, project) in LISTS {
        let all = kit.all(list, &[])?;
        let Some(sample) = Sample::of(all.iter().map(project)) else {
            continue;
        };
        for query in queries(&sample) {
            compare(kit, list, project, &all, &query)?;
        }
    }
    Ok(())
}

fn compare(kit: &Kit, list: &str, project: ProjectIn, all: &[Value], query: &str) -> Verdict {
    let expected: BTreeSet<&str> = all
        .iter()
        .filter(|value| matches(project(value), query))
        .filter_map(|value| value["id"].as_str())
        .collect();
    let answer = ask(kit, list, query)?;
    let page = answer.json();
    let found: BTreeSet<&str> = page["values"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|value| value["id"].as_str())
        .collect();
    let complete = found.len() == expected.len().min(200);
    answer.must(
        answer.status == 200 && found.is_subset(&expected) && complete && page["total"] == expected.len(),
        format!(
            "200 with total {} and the ids {}",
            expected.len(),
            json!(expected)
        ),
    )
}

fn other_letters(kit: &Kit) -> Verdict {
    let all = kit.all("/projects", &[])?;
    // Letters such as ß, which become two, have a rule of their own.
    let changes_case = |c: char| !c.is_ascii() && c.to_uppercase().ne([c]) && c.to_uppercase().count() == 1;
    let is_telling =
        |word: &str| word.chars().any(changes_case) && word.chars().all(|c| c.to_uppercase().count() == 1);
    let Some(word) = word_that(&all, is_telling) else {
        return not_checked("no project has a letter beyond a to z in its name");
    };
    let upper = word.to_uppercase();
    compare(kit, "/projects", |value| value, &all, &upper)
}

/// The first word of a project's name that this is true of.
pub(super) fn word_that(all: &[Value], is: impl Fn(&str) -> bool) -> Option<&str> {
    all.iter()
        .filter_map(|project| project["name"].as_str())
        .flat_map(str::split_whitespace)
        .find(|word| is(word))
}

fn too_long(kit: &Kit) -> Verdict {
    for (list, _) in LISTS {
        ask(kit, list, &"x".repeat(256))?.must_refuse(400, "INVALID_REQUEST")?;
        let longest = ask(kit, list, &"x".repeat(255))?;
        longest.must(longest.status == 200, "200")?;
    }
    Ok(())
}

fn exact_key_first(kit: &Kit) -> Verdict {
    let all = kit.all("/projects", &[])?;
    // One that is found among others, and that would not come first by its name.
    let telling = all.iter().find(|project| {
        let key = project["key"].as_str().unwrap_or_default();
        let first = all.iter().find(|other| matches(other, key));
        first.is_some_and(|first| first["id"] != project["id"])
    });
    let Some(key) = telling.and_then(|project| project["key"].as_str()) else {
        return not_checked("every project comes first by its name among those that its key finds");
    };
    for query in [key.to_uppercase(), key.to_lowercase()] {
        let answer = ask(kit, "/projects", &query)?;
        let page = answer.ready(200)?;
        answer.must(
            page["values"][0]["key"] == key,
            format!("the project {key} as the first value"),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::matches;

    #[test]
    fn each_word_must_occur_in_the_name_or_in_the_key() {
        let project = json!({ "name": "Web shop (old)", "key": "SHOPOLD" });
        for query in ["WEB", "old web", "pold", "  ", "(", "shop shopold"] {
            assert!(matches(&project, query), "{query}");
        }
        for query in ["web new", "%", "webshop"] {
            assert!(!matches(&project, query), "{query}");
        }
    }
}
