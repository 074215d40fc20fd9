//! The account label.

use serde_json::{Value, json};

use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "schema `UpdateConnection`, `accountLabel`";

pub const GROUP: Group = Group {
    title: "Account label",
    rules: &[
        Rule::act(
            "labels.stored",
            "A label is stored as it was given.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let connection = kit.connection()?;
                let label = format!("{} <b>Ä & \"quoted\" 🚀", kit.label());
                becomes(kit, &connection, &label, &json!(label))
            },
        ),
        Rule::act(
            "labels.trimmed",
            "Spaces around a label are dropped.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let connection = kit.connection()?;
                becomes(kit, &connection, "  ACME  EU ", &json!("ACME  EU"))
            },
        ),
        Rule::act(
            "labels.removed",
            "An empty label, or one of spaces, removes the label.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let connection = kit.connection()?;
                becomes(kit, &connection, "", &Value::Null)?;
                becomes(kit, &connection, "   ", &Value::Null)
            },
        ),
        Rule::act(
            "labels.longest",
            "A label of 60 characters is stored, whatever the characters are.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let connection = kit.connection()?;
                for longest in ["x".repeat(60), "ü".repeat(60), "🚀".repeat(60)] {
                    becomes(kit, &connection, &longest, &json!(longest))?;
                }
                Ok(())
            },
        ),
        Rule::act(
            "labels.too-long",
            "A label of more than 60 characters is refused with 400 and a text in `errors.accountLabel`.",
            SOURCE,
            &[Need::Write],
            |kit| refused(kit, &"x".repeat(61)),
        ),
        Rule::act(
            "labels.control-character",
            "A label with a control character is refused with 400 and a text in `errors.accountLabel`.",
            SOURCE,
            &[Need::Write],
            |kit| {
                refused(kit, "ACME\u{7}EU")?;
                refused(kit, "ACME\nEU")
            },
        ),
    ],
};

/// A label given in place of another one comes out as that.
fn becomes(kit: &Kit, connection: &Connection<'_>, given: &str, expected: &Value) -> Verdict {
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let answer = connection.put(&json!({ "accountLabel": given }))?;
    answer.must(
        answer.status == 200 && answer.json()["accountLabel"] == *expected,
        format!("200 with the accountLabel {expected}"),
    )?;
    let read = connection.read()?;
    read.must(
        read.json()["accountLabel"] == *expected,
        format!("the accountLabel {expected}"),
    )
}

fn refused(kit: &Kit, label: &str) -> Verdict {
    kit.connection()?
        .put(&json!({ "accountLabel": label }))?
        .must_blame(400, "INVALID_REQUEST", "accountLabel")
}
