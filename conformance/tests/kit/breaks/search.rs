//! Searching.

use serde_json::Value;

use super::{Break, answering, asking};
use crate::proxy::{Answered, Asked};

pub const BREAKS: &[Break] = &[
    answering("search.case", |asked, answered| {
        only(asked, answered, |project, query| {
            !query.is_ascii()
                || query.split_whitespace().all(|word| {
                    text(project, "name").contains(word)
                        || text(project, "key").to_lowercase().contains(&word.to_lowercase())
                })
        });
    })
    .along_with(&["spelling.full-folding"]),
    answering("search.other-letters", |asked, answered| {
        only(asked, answered, |_, query| {
            let beyond = |c: char| c.is_alphabetic() && !c.is_ascii();
            !query.contains(beyond) || query != query.to_uppercase()
        });
    }),
    answering("spelling.composed", |asked, answered| {
        only(asked, answered, |_, query| {
            !query.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c))
        });
    }),
    answering("spelling.invisible", |asked, answered| {
        only(asked, answered, |_, query| !query.contains('\u{2060}'));
    }),
    answering("spelling.full-folding", |asked, answered| {
        only(asked, answered, |_, query| !query.contains("SS"));
    }),
    answering("search.part-of-name", |asked, answered| {
        only(asked, answered, |project, query| {
            let name = text(project, "name").to_lowercase();
            let key = text(project, "key").to_lowercase();
            query.to_lowercase().split_whitespace().all(|word| {
                let begins = |part: &str| part.starts_with(word);
                !word.bytes().all(|byte| byte.is_ascii_alphanumeric())
                    || key.contains(word)
                    || name.split(|c: char| !c.is_alphanumeric()).any(begins)
            })
        });
    }),
    answering("search.key", |asked, answered| {
        only(asked, answered, |project, query| {
            !text(project, "key").contains(query) || query.trim().is_empty()
        });
    })
    .along_with(&["search.exact-key-first"]),
    asking("search.all-words", |asked| {
        let query = asked.parameter("query").unwrap_or_default().to_owned();
        if let Some((word, "conformance-nowhere")) = query.split_once(' ') {
            asked.set_parameter("query", word);
        }
    }),
    answering("search.spaces", |asked, answered| {
        only(asked, answered, |_, query| !query.contains('\t'));
    }),
    answering("search.blank", |asked, answered| {
        only(asked, answered, |_, query| query != "  ");
    }),
    asking("search.literal", |asked| {
        if asked.parameter("query") == Some("%") {
            asked.drop_parameter("query");
        }
    }),
    answering("search.nothing", |asked, answered| {
        if asked.parameter("query") == Some("conformance-nowhere") {
            answered.become_error(404, "PROJECT_NOT_FOUND");
        }
    }),
    asking("search.too-long", |asked| {
        if asked.parameter("query").is_some_and(|query| query.len() > 255) {
            asked.set_parameter("query", "x");
        }
    }),
    answering("search.exact-key-first", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("query").is_some() {
            answered.edit(|page| {
                if let Some(values) = page["values"].as_array_mut() {
                    values.reverse();
                }
            });
        }
    }),
];

fn text<'a>(project: &'a Value, field: &str) -> &'a str {
    project[field].as_str().unwrap_or_default()
}

/// Leaves only the projects, or connections of projects, that this finds.
fn only(asked: &Asked, answered: &mut Answered, finds: fn(&Value, &str) -> bool) {
    if let Some(query) = asked.parameter("query")
        && answered.status == 200
    {
        answered.keep_values(|value| match value.get("project") {
            Some(project) => finds(project, query),
            None => finds(value, query),
        });
    }
}
