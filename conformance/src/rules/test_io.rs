//! When Test IO fails, and when it is asked at all. The kit stands in for Test IO to see both.

use serde_json::{Value, json};

use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::test_io::{FEW_PRODUCTS, MANY_PRODUCTS, Mood};
use crate::verdict::Verdict;

const KEYS: &str = "API keys";
const TEST: &str = "operation `testConnection`";
const NEEDS: &[Need] = &[Need::Write, Need::OwnTestIo];
const SECONDS: u32 = 17;

pub const GROUP: Group = Group {
    title: "Test IO",
    rules: &[
        Rule::act(
            "test-io.products",
            "A connection shows the first 10 products in Test IO's order, and how many there are in all.",
            "schema `Products`",
            NEEDS,
            products,
        ),
        Rule::act(
            "test-io.unreachable",
            "Without a usable answer of Test IO a key is refused with 424 `TESTIO_UNREACHABLE`, and not stored.",
            KEYS,
            NEEDS,
            |kit| not_stored(kit, Mood::Down, "TESTIO_UNREACHABLE"),
        ),
        Rule::act(
            "test-io.busy",
            "When Test IO answers 429, a key is refused with 424 `TESTIO_RATE_LIMITED`, and not stored.",
            KEYS,
            NEEDS,
            |kit| not_stored(kit, Mood::Busy(None), "TESTIO_RATE_LIMITED"),
        ),
        Rule::act(
            "test-io.retry-after",
            "424 `TESTIO_RATE_LIMITED` brings `Retry-After` when Test IO named a time, and only then.",
            KEYS,
            NEEDS,
            retry_after,
        ),
        Rule::act(
            "test-io.key-stays",
            "A new key that could not be verified leaves the old one, and all else, as it was.",
            "Mutations, all or nothing",
            NEEDS,
            key_stays,
        ),
        Rule::act(
            "test-io.test-unreachable",
            "A test without a usable answer comes to `UNREACHABLE`; the products stay.",
            TEST,
            NEEDS,
            test_unreachable,
        ),
        Rule::act(
            "test-io.products-stay",
            "The products are those of the last check that Test IO accepted: they stay when it refuses the key later.",
            "schema `Products`; Status of a connection",
            NEEDS,
            products_stay,
        ),
        Rule::act(
            "test-io.test-busy",
            "A test that is answered 429 comes to `RATE_LIMITED`, with the seconds that Test IO named, and changes nothing.",
            TEST,
            NEEDS,
            test_busy,
        ),
        Rule::act(
            "test-io.not-asked-for-malformed",
            "A malformed key is refused without asking Test IO.",
            KEYS,
            NEEDS,
            |kit| not_asked(kit, &json!({ "apiKey": "••••" })),
        ),
        Rule::act(
            "test-io.not-asked-for-unverified",
            "With `verify: false` Test IO is not asked.",
            KEYS,
            NEEDS,
            |kit| not_asked(kit, &json!({ "apiKey": kit.made_up_key(), "verify": false })),
        ),
        Rule::act(
            "test-io.not-asked-for-label",
            "For a change without a key Test IO is not asked.",
            "operation `updateConnection`",
            NEEDS,
            |kit| not_asked(kit, &json!({ "accountLabel": kit.label() })),
        ),
        Rule::act(
            "test-io.trimmed",
            "A key is verified without the spaces around it.",
            KEYS,
            NEEDS,
            trimmed,
        ),
    ],
};

fn products(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let answer = connection.put(&json!({ "apiKey": kit.accepted_key()? }))?;
    let body = answer.ready(200)?;
    let names: Vec<&str> = body["products"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|product| product["name"].as_str())
        .collect();
    let expected: Vec<String> = (1..=10).map(|number| format!("Product {number}")).collect();
    answer.must(
        names == expected && body["productCount"] == MANY_PRODUCTS,
        format!("the products Product 1 to Product 10, and the productCount {MANY_PRODUCTS}"),
    )
}

fn not_stored(kit: &Kit, mood: Mood, code: &str) -> Verdict {
    let connection = kit.connection()?;
    let _meanwhile = kit.test_io()?.while_it_is(mood);
    connection
        .put(&json!({ "apiKey": kit.accepted_key()? }))?
        .must_refuse(424, code)?;
    let read = connection.read()?;
    read.must(read.json()["hasKey"] == false, "no key: it was not verified")
}

fn retry_after(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    for (mood, expected) in [
        (Mood::Busy(Some(SECONDS)), SECONDS.to_string()),
        (Mood::Busy(None), String::new()),
    ] {
        let _meanwhile = kit.test_io()?.while_it_is(mood);
        let answer = connection.put(&json!({ "apiKey": kit.accepted_key()? }))?;
        answer.ready(424)?;
        answer.must(
            answer.header("retry-after") == expected,
            format!("Retry-After: {expected}"),
        )?;
    }
    Ok(())
}

/// A connection that has been connected, and how it is then.
fn connected(kit: &Kit) -> Verdict<(Connection<'_>, Value)> {
    let connection = kit.connection()?;
    connection.save(&json!({ "apiKey": kit.accepted_key()? }))?;
    let before = connection.now()?;
    Ok((connection, before))
}

fn key_stays(kit: &Kit) -> Verdict {
    let (connection, before) = connected(kit)?;
    let _meanwhile = kit.test_io()?.while_it_is(Mood::Down);
    let other = kit.test_io()?.other_accepted_key();
    let answer = connection.put(&json!({ "apiKey": other, "accountLabel": "Half" }))?;
    let after = connection.read()?;
    after.must(
        after.json() == before,
        format!("no change by {}: {before}", answer.request),
    )
}

fn test_unreachable(kit: &Kit) -> Verdict {
    let (connection, before) = connected(kit)?;
    let _meanwhile = kit.test_io()?.while_it_is(Mood::Down);
    let answer = connection.test(&json!({}))?;
    answer.must(
        answer.status == 200 && answer.json()["outcome"] == "UNREACHABLE",
        "200 with the outcome UNREACHABLE",
    )?;
    let after = connection.read()?;
    let body = after.json();
    after.must(
        body["status"] == "UNREACHABLE" && body["products"] == before["products"],
        "the status UNREACHABLE, and the products as before",
    )
}

fn products_stay(kit: &Kit) -> Verdict {
    let (connection, before) = connected(kit)?;
    let _meanwhile = kit.test_io()?.while_it_is(Mood::Refusing);
    connection.test(&json!({}))?.ready(200)?;
    let after = connection.read()?;
    let body = after.json();
    after.must(
        body["status"] == "KEY_REJECTED"
            && body["products"] == before["products"]
            && body["productCount"] == before["productCount"],
        "the status KEY_REJECTED, and the products as before",
    )
}

fn test_busy(kit: &Kit) -> Verdict {
    let (connection, before) = connected(kit)?;
    let _meanwhile = kit.test_io()?.while_it_is(Mood::Busy(Some(SECONDS)));
    let answer = connection.test(&json!({}))?;
    let body = answer.json();
    answer.must(
        answer.status == 200 && body["outcome"] == "RATE_LIMITED" && body["retryAfterSeconds"] == SECONDS,
        format!("200 with the outcome RATE_LIMITED and retryAfterSeconds {SECONDS}"),
    )?;
    let after = connection.read()?;
    after.must(after.json() == before, format!("no change: {before}"))
}

fn not_asked(kit: &Kit, change: &Value) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let before = kit.test_io()?.asked();
    let answer = connection.put(change)?;
    let asked = kit.test_io()?.asked() - before;
    answer.must(
        asked == 0,
        format!("no request to Test IO, but there were {asked}"),
    )
}

fn trimmed(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let key = format!("  {} ", kit.test_io()?.other_accepted_key());
    let answer = connection.put(&json!({ "apiKey": key }))?;
    answer.must(
        answer.status == 200 && answer.json()["productCount"] == FEW_PRODUCTS,
        "200: without the spaces Test IO accepts this key",
    )
}
