//! What a text must look like to be a key. All of it is sent with `verify: false`, so that Test IO has no say.

use serde_json::json;

use crate::kit::Kit;
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "API keys";

pub const GROUP: Group = Group {
    title: "Form of API keys",
    rules: &[
        Rule::act(
            "key-form.blank",
            "A blank key is refused with 422 `KEY_MALFORMED` and a text in `errors.apiKey`.",
            SOURCE,
            &[Need::Write],
            |kit| all_malformed(kit, &["", "   "]),
        ),
        Rule::act(
            "key-form.masked",
            "A key that looks masked, with `•` or `*` in it, is refused so, too.",
            SOURCE,
            &[Need::Write],
            |kit| {
                all_malformed(
                    kit,
                    &["••••••••4f2a", "****************4f2a", "0123456789*bcdef0123"],
                )
            },
        ),
        Rule::act(
            "key-form.control-character",
            "A key with a line break or another control character is refused so, too.",
            SOURCE,
            &[Need::Write],
            |kit| {
                all_malformed(
                    kit,
                    &[
                        "0123456789\nabcdef0123",
                        "0123456789\u{0}abcdef0123",
                        "0123456789\u{7f}abcdef",
                    ],
                )
            },
        ),
        Rule::act(
            "key-form.too-long",
            "A key of more than 256 characters is refused so, too.",
            SOURCE,
            &[Need::Write],
            |kit| all_malformed(kit, &[&"0123456789abcdef".repeat(17)]),
        ),
        Rule::act(
            "key-form.longest",
            "A key of 256 characters is stored.",
            SOURCE,
            &[Need::Write],
            longest,
        ),
        Rule::act(
            "key-form.trimmed",
            "Spaces around a key are dropped.",
            SOURCE,
            &[Need::Write],
            trimmed,
        ),
        Rule::act(
            "key-form.tested",
            "The same holds for a key that is only tested: 422 `KEY_MALFORMED`.",
            "operation `testConnection`; response `KeyRefused`",
            &[Need::Write],
            tested,
        ),
    ],
};

fn all_malformed(kit: &Kit, keys: &[&str]) -> Verdict {
    let connection = kit.connection()?;
    for key in keys {
        connection
            .put(&json!({ "apiKey": key, "verify": false }))?
            .must_blame(422, "KEY_MALFORMED", "apiKey")?;
    }
    Ok(())
}

fn longest(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let key = kit.made_up_key().repeat(7);
    let answer = connection.put(&json!({ "apiKey": key[..256], "verify": false }))?;
    answer.must(
        answer.status == 200 && answer.json()["hasKey"] == true,
        "200 and hasKey",
    )
}

fn trimmed(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let key = kit.made_up_key();
    let answer = connection.put(&json!({ "apiKey": format!("  {key}   "), "verify": false }))?;
    let hint = &key[key.len() - 4..];
    answer.must(
        answer.status == 200 && answer.json()["keyHint"] == hint,
        format!("200 with the keyHint {hint}"),
    )
}

fn tested(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    for key in ["", "••••4f2a", "0123456789\nabcdef0123"] {
        connection
            .test(&json!({ "apiKey": key }))?
            .must_blame(422, "KEY_MALFORMED", "apiKey")?;
    }
    Ok(())
}
