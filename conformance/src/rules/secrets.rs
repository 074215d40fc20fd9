//! The API key never comes back.

use crate::rule::{Group, Rule};

const SOURCE: &str = "API keys";

pub const GROUP: Group = Group {
    title: "Secrecy of the API key",
    rules: &[
        Rule::watch(
            "secrets.answers",
            "No answer contains a key or a part of it, except `keyHint`.",
            SOURCE,
        ),
        Rule::watch(
            "secrets.errors",
            "No error contains a key or a part of it, neither a refused one nor one in a request that cannot be read.",
            SOURCE,
        ),
        Rule::watch(
            "secrets.headers",
            "No header contains a key or a part of it.",
            SOURCE,
        ),
    ],
};
