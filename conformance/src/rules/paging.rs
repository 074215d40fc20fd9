//! Paging, alike for all lists.

use serde_json::{Value, json};

use crate::exchange::{Exchange, Request};
use crate::kit::Kit;
use crate::rule::{Group, Rule};
use crate::verdict::{Verdict, not_checked};

const START: &str = "parameter `startAt`";
const MAX: &str = "parameter `maxResults`";
const PAGE: &str = "schemas `ConnectionPage`, `ProjectPage`, `AccountPage`";

/// All lists.
const LISTS: [&str; 3] = ["/connections", "/projects", "/accounts"];

pub const GROUP: Group = Group {
    title: "Paging",
    rules: &[
        Rule::act(
            "paging.defaults",
            "Without parameters a page starts at 0 and has at most 50 values.",
            "parameters `startAt`, `maxResults`",
            &[],
            defaults,
        ),
        Rule::act(
            "paging.echo",
            "A page says the `startAt` and `maxResults` that were asked for.",
            PAGE,
            &[],
            echo,
        ),
        Rule::act(
            "paging.size",
            "A page has `maxResults` values unless the list ends before.",
            MAX,
            &[],
            size,
        ),
        Rule::act(
            "paging.no-gaps",
            "Pages one after the other give the whole list: each value once, in the same order.",
            PAGE,
            &[],
            no_gaps,
        ),
        Rule::act(
            "paging.total",
            "`total` is the number of values over all pages, and the same on each.",
            PAGE,
            &[],
            total,
        ),
        Rule::act(
            "paging.is-last",
            "`isLast` is `true` on the page that reaches the end of the list, and on no page before.",
            PAGE,
            &[],
            is_last,
        ),
        Rule::act(
            "paging.beyond",
            "A `startAt` at the end or beyond gives an empty last page.",
            "operation `listConnections`",
            &[],
            beyond,
        ),
        Rule::act(
            "paging.start-out-of-bounds",
            "A `startAt` below 0 or above 2147483647 is refused with 400.",
            START,
            &[],
            |kit| all_refused(kit, "startAt", &["-1", "2147483648", "99999999999999999999"]),
        ),
        Rule::act(
            "paging.start-no-number",
            "A `startAt` that is no whole number is refused with 400.",
            START,
            &[],
            |kit| all_refused(kit, "startAt", &["x", "1.5", ""]),
        ),
        Rule::act(
            "paging.max-zero",
            "A `maxResults` of 0 is refused with 400.",
            MAX,
            &[],
            |kit| all_refused(kit, "maxResults", &["0"]),
        ),
        Rule::act(
            "paging.max-negative",
            "A negative `maxResults` is refused with 400.",
            MAX,
            &[],
            |kit| all_refused(kit, "maxResults", &["-1"]),
        ),
        Rule::act(
            "paging.max-huge",
            "A `maxResults` above 200 is refused with 400, and 200 is not.",
            MAX,
            &[],
            max_huge,
        ),
        Rule::act(
            "paging.max-no-number",
            "A `maxResults` that is no whole number is refused with 400.",
            MAX,
            &[],
            |kit| all_refused(kit, "maxResults", &["x", "1.5", ""]),
        ),
    ],
};

fn all_refused(kit: &Kit, parameter: &str, values: &[&str]) -> Verdict {
    for list in LISTS {
        for value in values {
            kit.admin(Request::get(format!("{list}?{parameter}={value}")))?
                .must_refuse(400, "INVALID_REQUEST")?;
        }
    }
    Ok(())
}

/// A page that must be there.
fn page(kit: &Kit, list: &str, start: usize, max: usize) -> Verdict<(Exchange, Value)> {
    let answer = kit.admin(Request::get(format!("{list}?startAt={start}&maxResults={max}")))?;
    let page = answer.ready(200)?;
    Ok((answer, page))
}

fn length(page: &Value) -> usize {
    page["values"].as_array().map_or(0, Vec::len)
}

/// What tells a value from the others of its list.
fn name(value: &Value) -> Value {
    let name = value.get("id").or(value.get("keyOf"));
    name.cloned().unwrap_or_default()
}

fn defaults(kit: &Kit) -> Verdict {
    for list in LISTS {
        let answer = kit.admin(Request::get(list))?;
        let page = answer.ready(200)?;
        answer.must(
            page["startAt"] == 0 && page["maxResults"] == 50 && length(&page) <= 50,
            "startAt 0, maxResults 50, and at most 50 values",
        )?;
    }
    Ok(())
}

fn echo(kit: &Kit) -> Verdict {
    for list in LISTS {
        let (answer, page) = page(kit, list, 1, 7)?;
        answer.must(
            page["startAt"] == 1 && page["maxResults"] == 7,
            "startAt 1 and maxResults 7",
        )?;
    }
    Ok(())
}

fn size(kit: &Kit) -> Verdict {
    for list in LISTS {
        let all = kit.all(list, &[])?.len();
        for max in [1, 3] {
            let (answer, page) = page(kit, list, 0, max)?;
            let expected = max.min(all);
            answer.must(length(&page) == expected, format!("{expected} values"))?;
        }
    }
    Ok(())
}

fn no_gaps(kit: &Kit) -> Verdict {
    for list in LISTS {
        let whole: Vec<Value> = kit.all(list, &[])?.iter().map(name).collect();
        let step = (whole.len() / 3).clamp(1, 50);
        // Three pages show it; thousands would show no more.
        for start in (0..whole.len()).step_by(step).take(4) {
            let (answer, page) = page(kit, list, start, step)?;
            let ids: Vec<Value> = page["values"]
                .as_array()
                .into_iter()
                .flatten()
                .map(name)
                .collect();
            let expected = &whole[start..(start + step).min(whole.len())];
            // How many there are is another rule's business.
            let same = ids.iter().zip(expected).all(|(came, expected)| came == expected);
            answer.must(same, format!("the ids {}", json!(expected)))?;
        }
    }
    Ok(())
}

fn total(kit: &Kit) -> Verdict {
    for list in LISTS {
        let all = kit.all(list, &[])?.len();
        for (start, max) in [(0, 1), (1, 2), (all, 1)] {
            let (answer, page) = page(kit, list, start, max)?;
            answer.must(page["total"] == all, format!("total {all}"))?;
        }
    }
    Ok(())
}

fn is_last(kit: &Kit) -> Verdict {
    for list in LISTS {
        let all = kit.all(list, &[])?.len();
        if all < 2 {
            return not_checked(format!("{list} has fewer than two values"));
        }
        for (start, max, expected) in [
            (0, 1, false),
            (all - 1, 1, true),
            (all - 2, 2, true),
            (all - 2, 1, false),
        ] {
            let (answer, page) = page(kit, list, start, max)?;
            answer.must(page["isLast"] == expected, format!("isLast {expected}"))?;
        }
    }
    Ok(())
}

fn beyond(kit: &Kit) -> Verdict {
    for list in LISTS {
        let all = kit.all(list, &[])?.len();
        for start in [all, all + 1, 2_147_483_647] {
            let answer = kit.admin(Request::get(format!("{list}?startAt={start}")))?;
            let page = answer.json();
            answer.must(
                answer.status == 200 && page["values"] == json!([]) && page["isLast"] == true,
                "200 with no values and isLast true",
            )?;
        }
    }
    Ok(())
}

fn max_huge(kit: &Kit) -> Verdict {
    all_refused(kit, "maxResults", &["201", "99999999999999999999"])?;
    for list in LISTS {
        let answer = kit.admin(Request::get(format!("{list}?maxResults=200")))?;
        answer.must(answer.status == 200, "200")?;
    }
    Ok(())
}
