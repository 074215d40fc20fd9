//! What Jira's filters send in the plugin's place, in all the forms in which the various Jiras and plugins send it.

use axum::Json;
use axum::extract::OriginalUri;
use axum::http::StatusCode;
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

/// An answer that is described in the contract by that name.
fn from_jira(name: &'static str, answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    response.extensions_mut().insert(JiraAnswer(name));
    response
}

#[cfg(test)]
mod tests {
    use super::AnonymousAnswer;

    #[test]
    fn the_words_on_the_page_are_those_of_the_control_endpoint() {
        for (answer, word, _) in AnonymousAnswer::ALL {
            let json = serde_json::json!(answer);
            assert_eq!(json, word);
        }
    }
}
