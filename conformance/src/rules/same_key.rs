//! How many connections hold the same key.

use serde_json::json;

use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Connections with the same key";

pub const GROUP: Group = Group {
    title: "Connections with the same key",
    rules: &[
        Rule::act(
            "same-key.counted",
            "`sameKey` is how many other connections hold the key that a connection holds.",
            SOURCE,
            &[Need::Write],
            counted,
        ),
        Rule::act(
            "same-key.version",
            "A `version` stays when another connection gets the same key.",
            SOURCE,
            &[Need::Write],
            version,
        ),
        Rule::act(
            "same-key.global",
            "Global is one of those that are counted.",
            SOURCE,
            &[Need::Write, Need::Global],
            global,
        ),
    ],
};

fn must_be(connection: &Connection<'_>, others: u32) -> Verdict {
    let read = connection.read()?;
    read.must(read.json()["sameKey"] == others, format!("sameKey {others}"))
}

fn counted(kit: &Kit) -> Verdict {
    let all = [kit.connection()?, kit.connection()?, kit.connection()?];
    let key = kit.made_up_key();
    for connection in &all {
        connection.save(&json!({ "apiKey": key, "verify": false }))?;
    }
    all.iter().try_for_each(|connection| must_be(connection, 2))?;
    let [one, other, leaves] = &all;
    leaves.store_made_up_key()?;
    must_be(one, 1)?;
    must_be(other, 1)?;
    must_be(leaves, 0)
}

fn version(kit: &Kit) -> Verdict {
    let (stays, comes) = (kit.connection()?, kit.connection()?);
    let key = stays.store_made_up_key()?;
    let before = stays.now()?;
    comes.save(&json!({ "apiKey": key, "verify": false }))?;
    let after = stays.read()?;
    after.must(
        after.json()["version"] == before["version"],
        format!("version {}, as before", before["version"]),
    )
}

fn global(kit: &Kit) -> Verdict {
    let (global, own) = (kit.keyless_global()?, kit.connection()?);
    let key = own.store_made_up_key()?;
    global.save(&json!({ "apiKey": key, "verify": false }))?;
    must_be(&own, 1)?;
    must_be(&global, 1)
}
