//! The order of lists.
//!
//! "By name without regard to case" leaves open how umlauts and punctuation compare. What is checked is what any such
//! order agrees on: two names that first differ in a Latin letter or a digit.

use serde_json::Value;

use crate::exchange::Request;
use crate::kit::Kit;
use crate::rule::{Group, Rule};
use crate::verdict::{Verdict, not_checked};

pub const GROUP: Group = Group {
    title: "Order of lists",
    rules: &[
        Rule::act(
            "sorting.connections",
            "Connections come by project name, without regard to case.",
            "operation `listConnections`",
            &[],
            |kit| sorted(kit, "/connections", |value| value["project"]["name"].as_str()),
        ),
        Rule::act(
            "sorting.projects",
            "Projects come by name, without regard to case.",
            "operation `listProjects`",
            &[],
            |kit| sorted(kit, "/projects", |value| value["name"].as_str()),
        ),
    ],
};

fn sorted(kit: &Kit, list: &str, name: fn(&Value) -> Option<&str>) -> Verdict {
    let answer = kit.admin(Request::get(format!("{list}?maxResults=200")))?;
    let page = answer.ready(200)?;
    let values = page["values"].as_array().map(Vec::as_slice).unwrap_or_default();
    let names: Vec<&str> = values.iter().filter_map(name).collect();
    if names.len() < 2 {
        return not_checked(format!("{list} has fewer than two values"));
    }
    for pair in names.windows(2) {
        answer.must(
            !is_surely_after(pair[0], pair[1]),
            format!("“{}” before “{}”", pair[1], pair[0]),
        )?;
    }
    Ok(())
}

/// Whether every order that disregards case puts the first after the second.
fn is_surely_after(first: &str, second: &str) -> bool {
    let folded = |text: &str| text.to_lowercase().chars().collect::<Vec<_>>();
    let (first, second) = (folded(first), folded(second));
    match first.iter().zip(&second).find(|(one, other)| one != other) {
        Some((one, other)) => one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric() && one > other,
        None => first.len() > second.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_surely_after;

    #[test]
    fn only_what_is_beyond_doubt_is_wrong() {
        assert!(is_surely_after("Shop", "apps"));
        assert!(is_surely_after("shop b", "Shop A"));
        assert!(is_surely_after("Shop 2", "Shop"));
        assert!(!is_surely_after("apps", "Shop"));
        assert!(!is_surely_after("Zoo", "Ärzte"));
        assert!(!is_surely_after("shop", "SHOP"));
    }
}
