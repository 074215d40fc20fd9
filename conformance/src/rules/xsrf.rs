//! Jira's protection against requests that another site has caused. The filter of Atlassian's REST module wants its
//! header from whatever a form could send, and an `Origin` or `Referer` of its own from a browser's POST.

use reqwest::Url;
use serde_json::json;

use crate::exchange::{Exchange, Request};
use crate::kit::{Kit, NO_JOB, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Mutations; response `Forbidden`";
const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64) conformance";
const FOREIGN: &str = "https://conformance.invalid";

pub const GROUP: Group = Group {
    title: "Cross-site requests",
    rules: &[
        Rule::act(
            "xsrf.form-type",
            "What a form could send needs `X-Atlassian-Token: no-check`; without it: 403 with the plain text `XSRF check failed`.",
            SOURCE,
            &[Need::Write],
            form_type,
        ),
        Rule::act(
            "xsrf.no-type",
            "A change without a `Content-Type` needs `X-Atlassian-Token: no-check`, too.",
            SOURCE,
            &[Need::Write],
            no_type,
        ),
        Rule::act(
            "xsrf.foreign-origin",
            "A browser's POST with a foreign `Origin` is refused with 403.",
            SOURCE,
            &[Need::Write],
            |kit| refused(&browser_post(kit, &[("origin", FOREIGN)])?),
        ),
        Rule::act(
            "xsrf.foreign-referer",
            "A browser's POST with a foreign `Referer` and no `Origin` is refused with 403.",
            SOURCE,
            &[Need::Write],
            |kit| {
                refused(&browser_post(
                    kit,
                    &[("referer", "https://conformance.invalid/page")],
                )?)
            },
        ),
        Rule::act(
            "xsrf.no-origin",
            "A browser's POST with neither `Origin` nor `Referer` is refused with 403.",
            SOURCE,
            &[Need::Write],
            |kit| refused(&browser_post(kit, &[])?),
        ),
        Rule::act(
            "xsrf.same-origin",
            "A browser's POST with a same-origin `Origin` or `Referer` is let through.",
            SOURCE,
            &[Need::Write],
            same_origin,
        ),
    ],
};

fn refused(answer: &Exchange) -> Verdict {
    answer.must(
        answer.status == 403 && answer.text.trim() == "XSRF check failed",
        "403 with the plain text `XSRF check failed`",
    )
}

fn form_type(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let etag = connection.etag()?;
    for media_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ] {
        for request in [
            Request::put(connection.path(), &json!({ "accountLabel": "Forged" })).on(Some(&etag)),
            Request::put(format!("/maintenance/jobs/{NO_JOB}"), &json!({ "notify": true })),
            Request::delete("/maintenance/data").text(json!({ "confirm": "forged" }).to_string()),
        ] {
            let request = request
                .without("x-atlassian-token")
                .with("content-type", media_type);
            refused(&kit.admin(request)?)?;
        }
    }
    Ok(())
}

fn no_type(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let request = Request::delete(connection.path())
        .on(Some(&connection.etag()?))
        .without("x-atlassian-token")
        .without("content-type");
    refused(&kit.admin(request)?)
}

/// A POST that would do nothing.
fn browser_post(kit: &Kit, headers: &[(&str, &str)]) -> Verdict<Exchange> {
    let request = Request::post("/connections", &json!({ "projectId": NOWHERE }));
    let request = headers
        .iter()
        .fold(request.with("user-agent", BROWSER), |request, (name, value)| {
            request.with(name, *value)
        });
    kit.admin(request)
}

fn same_origin(kit: &Kit) -> Verdict {
    let origin = Url::origin(kit.base_url()).ascii_serialization();
    let referer = kit.base_url().to_string();
    for header in [("origin", origin.as_str()), ("referer", referer.as_str())] {
        let answer = browser_post(kit, &[header])?;
        answer.must(
            answer.status != 403,
            "any answer but 403, here 404 PROJECT_NOT_FOUND",
        )?;
    }
    Ok(())
}
