//! All rules, one file per group.

mod access;
mod accounts;
mod agreement;
mod checks;
mod containing;
mod creating;
mod data;
mod deleting;
mod effective;
mod everywhere;
mod filters;
mod global;
mod headers;
mod jobs;
mod key_form;
mod keys;
mod labels;
mod logs;
mod maintenance_checks;
mod new_key;
mod order;
mod paging;
mod reading;
mod requests;
mod same_key;
mod schema;
mod search;
mod secrets;
mod seen;
mod since;
mod sorting;
mod spelling;
mod status;
mod test_io;
mod updates;
mod versions;
mod xsrf;

use jiff::Timestamp;
use serde_json::Value;

use crate::rule::Group;

/// All rules, in the order in which they are tried and listed.
#[must_use]
pub fn groups() -> Vec<Group> {
    vec![
        schema::GROUP,
        headers::GROUP,
        secrets::GROUP,
        access::GROUP,
        xsrf::GROUP,
        requests::GROUP,
        order::GROUP,
        paging::GROUP,
        sorting::GROUP,
        search::GROUP,
        spelling::GROUP,
        filters::GROUP,
        containing::GROUP,
        reading::GROUP,
        creating::GROUP,
        new_key::GROUP,
        updates::GROUP,
        versions::GROUP,
        labels::GROUP,
        key_form::GROUP,
        keys::GROUP,
        same_key::GROUP,
        everywhere::GROUP,
        seen::GROUP,
        checks::GROUP,
        test_io::GROUP,
        status::GROUP,
        since::GROUP,
        deleting::GROUP,
        effective::GROUP,
        accounts::GROUP,
        agreement::GROUP,
        global::GROUP,
        maintenance_checks::GROUP,
        logs::GROUP,
        jobs::GROUP,
        data::GROUP,
    ]
}

/// A point in time as answers have it; `None` for anything else.
fn instant(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::groups;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_is_a_sentence() {
        let mut names = HashSet::new();
        for rule in groups().iter().flat_map(|group| group.rules) {
            assert!(names.insert(rule.id), "{} is there twice", rule.id);
            assert!(rule.id.contains('.'), "{} has no group", rule.id);
            assert!(rule.says.ends_with('.'), "{} is no sentence", rule.id);
            assert!(!rule.source.is_empty(), "{} comes from nowhere", rule.id);
        }
    }
}
