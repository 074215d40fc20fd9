//! The headers of answers.

use crate::rule::{Group, Rule};

pub const GROUP: Group = Group {
    title: "Headers",
    rules: &[
        Rule::watch(
            "headers.cache-control",
            "Every answer carries `Cache-Control: no-store`.",
            "Conventions; header `CacheControl`",
        ),
        Rule::watch(
            "headers.x-ausername",
            "Every answer carries `X-AUSERNAME`.",
            "Conventions; header `XAusername`",
        ),
        Rule::watch(
            "headers.etag",
            "Every answer with a single connection carries a strong `ETag`, unless none arrives at all.",
            "Mutations; header `ETag`",
        ),
        Rule::watch(
            "headers.location",
            "A new connection comes with its address in `Location`, an absolute path below the REST base.",
            "header `Location`",
        ),
        Rule::watch(
            "headers.allow",
            "The refusal to delete Global names the methods that it has, in `Allow`.",
            "header `Allow`",
        ),
        Rule::watch(
            "headers.retry-after",
            "`Retry-After` is a number of seconds.",
            "header `RetryAfter`",
        ),
        Rule::watch(
            "headers.content-disposition",
            "A download has the browser keep it as a file, by `Content-Disposition` with its name.",
            "header `ContentDisposition`",
        ),
    ],
};

#[cfg(test)]
mod tests {
    use super::GROUP;
    use crate::watch::HEADERS;

    #[test]
    fn every_header_that_is_watched_has_a_rule() {
        let rules: Vec<String> = GROUP.rules.iter().map(|rule| rule.id.to_owned()).collect();
        assert_eq!(rules, HEADERS.map(|name| format!("headers.{name}")));
    }
}
