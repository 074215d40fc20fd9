//! Since when a connection has its status.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::kit::Kit;
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Status of a connection, `statusSince`";

pub const GROUP: Group = Group {
    title: "Since when a status is what it is",
    rules: &[
        Rule::act(
            "since.changed",
            "`statusSince` is the time when the status became what it is.",
            SOURCE,
            &[Need::Write],
            changed,
        ),
        Rule::act(
            "since.kept",
            "A change that leaves the status leaves `statusSince`.",
            SOURCE,
            &[Need::Write],
            kept,
        ),
    ],
};

fn changed(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let before = connection.now()?;
    connection.store_made_up_key()?;
    let read = connection.read()?;
    let after = read.json();
    read.must(
        after["status"] == "UNVERIFIED" && time(&after["statusSince"]) >= time(&before["updatedAt"]),
        format!(
            "the status UNVERIFIED, and a statusSince that is not before {}",
            before["updatedAt"]
        ),
    )
}

fn time(text: &Value) -> Option<Timestamp> {
    text.as_str()?.parse().ok()
}

fn kept(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let before = connection.now()?;
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let after = connection.read()?;
    after.must(
        after.json()["statusSince"] == before["statusSince"],
        format!("statusSince {}, as before", before["statusSince"]),
    )
}
