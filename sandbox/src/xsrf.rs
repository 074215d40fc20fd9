//! Jira's protection against cross-site requests, as the `XsrfResourceFilter` of Atlassian's REST module does it.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::log;

/// The filter's own words; clients recognise the failure by them.
const FAILURE: &str = "XSRF check failed";

/// Types that a foreign site's form could send, so they need the header that a form cannot set.
const FORM_TYPES: [&str; 3] = [
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
];

/// Refuses requests that another site may have caused.
pub async fn filter(request: Request, next: Next) -> Response {
    if passes(request.method(), request.headers()) {
        next.run(request).await
    } else {
        log::refused_as_forged(request.method(), request.uri());
        (StatusCode::FORBIDDEN, FAILURE).into_response()
    }
}

/// Whether the filter lets a request pass.
fn passes(method: &Method, headers: &HeaderMap) -> bool {
    let mutating = [Method::POST, Method::PUT, Method::DELETE, Method::PATCH].contains(method);
    if mutating && could_be_a_form(headers) && !has_no_check(headers) {
        return false;
    }
    // For PUT and DELETE the filter only logs this, because a foreign page cannot send them without a preflight.
    *method != Method::POST || !is_browser(headers) || is_same_origin(headers)
}

/// Without a type it could be one, too.
fn could_be_a_form(headers: &HeaderMap) -> bool {
    let Some(value) = text(headers, "content-type") else {
        return true;
    };
    let media_type = value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    FORM_TYPES.contains(&media_type.as_str())
}

/// `nocheck` is the header's older value.
fn has_no_check(headers: &HeaderMap) -> bool {
    matches!(text(headers, "x-atlassian-token"), Some("no-check" | "nocheck"))
}

fn is_browser(headers: &HeaderMap) -> bool {
    text(headers, header::USER_AGENT.as_str()).is_some_and(|agent| agent.starts_with("Mozilla/"))
}

/// Whether `Origin` or `Referer` is of this server.
pub fn is_same_origin(headers: &HeaderMap) -> bool {
    let Some(host) = text(headers, "host") else {
        return false;
    };
    let own = format!("http://{host}");
    let of_own = |url: &str| {
        url.strip_prefix(&own)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    [text(headers, "origin"), text(headers, "referer")]
        .into_iter()
        .flatten()
        .any(of_own)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};

    use super::passes;

    fn with(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers: HeaderMap = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        headers.insert("host", HeaderValue::from_static("localhost:2990"));
        headers
    }

    const JSON: (&str, &str) = ("content-type", "application/json");
    const BROWSER: (&str, &str) = ("user-agent", "Mozilla/5.0 (X11; Linux x86_64)");

    #[test]
    fn a_browsers_post_must_be_of_the_same_origin() {
        assert!(!passes(&Method::POST, &with(&[JSON, BROWSER])));
        assert!(!passes(
            &Method::POST,
            &with(&[JSON, BROWSER, ("origin", "null")])
        ));
        assert!(!passes(
            &Method::POST,
            &with(&[JSON, BROWSER, ("origin", "http://localhost:29901")])
        ));
        assert!(passes(
            &Method::POST,
            &with(&[JSON, BROWSER, ("origin", "http://localhost:2990")])
        ));
        assert!(passes(
            &Method::POST,
            &with(&[JSON, BROWSER, ("referer", "http://localhost:2990/jira/x")])
        ));
        assert!(passes(&Method::POST, &with(&[JSON])));
        assert!(passes(&Method::PUT, &with(&[JSON, BROWSER])));
    }

    #[test]
    fn what_a_form_could_send_needs_the_token_header() {
        for media_type in [
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
        ] {
            assert!(
                !passes(&Method::PUT, &with(&[("content-type", media_type)])),
                "{media_type}"
            );
        }
        assert!(!passes(&Method::DELETE, &with(&[])));
        assert!(!passes(&Method::DELETE, &with(&[("x-atlassian-token", "yes")])));
        assert!(passes(
            &Method::DELETE,
            &with(&[("x-atlassian-token", "no-check")])
        ));
        assert!(passes(&Method::GET, &with(&[])));
    }
}
