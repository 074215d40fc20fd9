//! What Jira's filters send in the plugin's place, in all the forms in which the various Jiras and plugins send it.

use axum::Json;
use axum::extract::OriginalUri;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::contract::JiraAnswer;
use crate::host::{Preferences, found, login};
use crate::rest::RestError;

/// What a REST request without a session gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AnonymousAnswer {
    /// 401 with Jira's own error body, as the contract has it.
    Unauthorized,
    /// 401 with the error body of Atlassian's REST module.
    UnauthorizedStatus,
    /// The login page, with 200.
    LoginPage,
    /// A redirect to the login page.
    LoginRedirect,
}

impl AnonymousAnswer {
    /// Each with its word and its name on the screen.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Unauthorized, "UNAUTHORIZED", "401, JSON with errorMessages"),
        (
            Self::UnauthorizedStatus,
            "UNAUTHORIZED_STATUS",
            "401, JSON with message",
        ),
        (Self::LoginPage, "LOGIN_PAGE", "200, the login page as HTML"),
        (
            Self::LoginRedirect,
            "LOGIN_REDIRECT",
            "302, redirect to the login page",
        ),
    ];
}

/// What a REST request without a WebSudo confirmation gets. Jira's REST module answers 401; plugins that map the
/// exception themselves are known to answer 403.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WebSudoAnswer {
    /// 401 with the error body of Atlassian's REST module.
    UnauthorizedJson,
    /// The same as XML.
    UnauthorizedXml,
    /// 401 with nothing but the header.
    UnauthorizedHeader,
    /// 403 with a plugin's own error body.
    ForbiddenJson,
    /// 403 with the REST module's error body as XML.
    ForbiddenXml,
    /// 403 with nothing but the header.
    ForbiddenHeader,
}

impl WebSudoAnswer {
    /// Each with its word and its name on the screen.
    pub const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::UnauthorizedJson, "UNAUTHORIZED_JSON", "401, JSON"),
        (Self::UnauthorizedXml, "UNAUTHORIZED_XML", "401, XML"),
        (
            Self::UnauthorizedHeader,
            "UNAUTHORIZED_HEADER",
            "401, header only",
        ),
        (Self::ForbiddenJson, "FORBIDDEN_JSON", "403, JSON"),
        (Self::ForbiddenXml, "FORBIDDEN_XML", "403, XML"),
        (Self::ForbiddenHeader, "FORBIDDEN_HEADER", "403, header only"),
    ];
}

/// The answer to a request for `uri` without a session.
pub(super) fn not_logged_in(
    answer: AnonymousAnswer,
    preferences: Preferences,
    uri: &OriginalUri,
) -> Response {
    match answer {
        AnonymousAnswer::Unauthorized => RestError::NotLoggedIn.into_response(),
        AnonymousAnswer::UnauthorizedStatus => {
            let why = "Client must be authenticated to access this resource.";
            let body = Json(json!({ "message": why, "status-code": 401 }));
            let reason = [("x-seraph-loginreason", "OUT")];
            from_jira("restStatus", (StatusCode::UNAUTHORIZED, reason, body))
        }
        AnonymousAnswer::LoginPage => from_jira(
            "loginPage",
            login::page_for(preferences, login::below_context(uri).to_owned()),
        ),
        AnonymousAnswer::LoginRedirect => {
            from_jira("loginRedirect", found(&login::address(login::below_context(uri))))
        }
    }
}

/// The answer to a request without a WebSudo confirmation.
pub(super) fn not_confirmed(answer: WebSudoAnswer) -> Response {
    const WHY: &str = "This resource requires WebSudo.";
    match answer {
        WebSudoAnswer::UnauthorizedJson => {
            let body = Json(json!({ "message": WHY, "status-code": 401 }));
            from_jira("webSudoJson", (StatusCode::UNAUTHORIZED, body))
        }
        WebSudoAnswer::ForbiddenJson => {
            let body = Json(json!({ "error": WHY, "field": null }));
            from_jira("webSudoJson", (StatusCode::FORBIDDEN, body))
        }
        WebSudoAnswer::UnauthorizedXml => xml(StatusCode::UNAUTHORIZED, WHY),
        WebSudoAnswer::ForbiddenXml => xml(StatusCode::FORBIDDEN, WHY),
        WebSudoAnswer::UnauthorizedHeader => header_only(StatusCode::UNAUTHORIZED),
        WebSudoAnswer::ForbiddenHeader => header_only(StatusCode::FORBIDDEN),
    }
}

/// How Java begins what it writes as XML.
const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

fn xml(status: StatusCode, why: &str) -> Response {
    let body = format!(
        "{XML}<status><status-code>{}</status-code><message>{why}</message></status>",
        status.as_u16()
    );
    let media_type = [(header::CONTENT_TYPE, "application/xml;charset=UTF-8")];
    from_jira("webSudoXml", (status, media_type, body))
}

fn header_only(status: StatusCode) -> Response {
    let required = [(super::websudo::HEADER, "Require-Authentication")];
    from_jira("webSudoHeader", (status, required))
}

/// An answer that is described in the contract by that name.
fn from_jira(name: &'static str, answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    response.extensions_mut().insert(JiraAnswer(name));
    response
}

#[cfg(test)]
mod tests {
    use super::{AnonymousAnswer, WebSudoAnswer};
    use crate::auth::access::Protected;

    #[test]
    fn the_words_on_the_page_are_those_of_the_control_endpoint() {
        let anonymous = AnonymousAnswer::ALL.map(|(answer, word, _)| (serde_json::json!(answer), word));
        let web_sudo = WebSudoAnswer::ALL.map(|(answer, word, _)| (serde_json::json!(answer), word));
        let protected = Protected::ALL.map(|(protected, word, _)| (serde_json::json!(protected), word));
        for (json, word) in anonymous.into_iter().chain(web_sudo).chain(protected) {
            assert_eq!(json, word);
        }
    }
}
