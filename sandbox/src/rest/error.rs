//! Everything that can go wrong, as the contract answers it.

use std::collections::BTreeMap;
use std::error::Error;
use std::io;

use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::model::{Connection, ConnectionId, Malformed};
use crate::store::StoreError;

/// A refusal or a failure. Nothing has been changed when it is answered.
#[derive(Debug)]
pub enum RestError {
    /// The request's form, or a value out of bounds, with a text for the whole request.
    Invalid(String),
    /// A value out of bounds: the field and the text beside it.
    InvalidField(&'static str, &'static str),
    /// No Jira session.
    NotLoggedIn,
    /// The right to administer Jira is missing.
    Forbidden,
    /// No such connection.
    ConnectionNotFound,
    /// No such project.
    ProjectNotFound,
    /// No such job.
    JobNotFound,
    /// Somebody tries to delete Global.
    GlobalStays,
    /// The project has a connection already: this one.
    ConnectionExists(ConnectionId),
    /// There is no key to test or to switch on.
    KeyMissing,
    /// The connection whose key is to be used has none, or is not there.
    KeyOfMissing,
    /// `If-Match` names another state than this.
    Stale(Box<Connection>),
    /// Another number of connections holds the key than the client has seen.
    OtherHolders(Box<Connection>),
    /// The request is not JSON.
    NotJson,
    /// The text cannot be a key.
    KeyMalformed(Malformed),
    /// Test IO refused the key.
    KeyRejected,
    /// Test IO refused the key that another connection holds.
    KeyOfRejected,
    /// Test IO gave no usable answer.
    TestIoUnreachable,
    /// Test IO has had too many requests; come back in so many seconds.
    TestIoRateLimited(Option<u64>),
    /// `If-Match` is missing.
    PreconditionRequired,
    /// There is no log.
    LogNotFound,
    /// The log can't be read.
    LogUnreadable(io::Error),
    /// The database failed.
    Store(StoreError),
}

impl From<StoreError> for RestError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The body of an error: Jira's own form, with the contract's additions.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct ErrorBody {
    pub error_messages: Vec<String>,
    pub errors: BTreeMap<&'static str, &'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<ConnectionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<Box<Connection>>,
}

impl ErrorBody {
    /// An error about the whole request.
    pub fn message(code: &'static str, text: impl Into<String>) -> Self {
        Self {
            error_messages: vec![text.into()],
            code: Some(code),
            ..Self::default()
        }
    }

    /// An error about one field.
    fn field(code: &'static str, field: &'static str, text: &'static str) -> Self {
        Self {
            errors: BTreeMap::from([(field, text)]),
            code: Some(code),
            ..Self::default()
        }
    }
}

impl IntoResponse for RestError {
    fn into_response(self) -> Response {
        let (status, body, header) = self.parts();
        let mut response = (status, Json(body)).into_response();
        if let Some((name, value)) = header
            && let Ok(value) = HeaderValue::try_from(value)
        {
            response.headers_mut().insert(name, value);
        }
        response
    }
}

/// 412 with the connection as it is now.
fn stale(why: &str, current: Box<Connection>) -> (StatusCode, ErrorBody, Option<(HeaderName, String)>) {
    let etag = current.etag();
    let body = ErrorBody {
        current: Some(current),
        ..ErrorBody::message("STALE", why)
    };
    (StatusCode::PRECONDITION_FAILED, body, Some((header::ETAG, etag)))
}

/// 500, and the cause in the log.
fn internal(error: &dyn Error) -> (StatusCode, ErrorBody, Option<(HeaderName, String)>) {
    eprintln!("sandbox: {error}");
    tracing::error!(target: "io.test.jira.rest", "{error}");
    let why = "Something went wrong in the Test IO plugin. Jira's log says more.";
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        ErrorBody::message("INTERNAL_ERROR", why),
        None,
    )
}

impl RestError {
    fn parts(self) -> (StatusCode, ErrorBody, Option<(HeaderName, String)>) {
        let text = |code, why: &str| ErrorBody::message(code, why);
        match self {
            Self::Invalid(why) => (StatusCode::BAD_REQUEST, text("INVALID_REQUEST", &why), None),
            Self::InvalidField(field, why) => (
                StatusCode::BAD_REQUEST,
                ErrorBody::field("INVALID_REQUEST", field, why),
                None,
            ),
            Self::NotLoggedIn => {
                let why = "You are not authenticated. Authentication required to perform this operation.";
                let body = ErrorBody {
                    error_messages: vec![why.to_owned()],
                    ..ErrorBody::default()
                };
                let reason = HeaderName::from_static("x-seraph-loginreason");
                (StatusCode::UNAUTHORIZED, body, Some((reason, "OUT".to_owned())))
            }
            Self::Forbidden => {
                let why = "You need the right to administer Jira for this.";
                (StatusCode::FORBIDDEN, text("FORBIDDEN", why), None)
            }
            Self::ConnectionNotFound => (
                StatusCode::NOT_FOUND,
                text("CONNECTION_NOT_FOUND", "This connection does not exist any more."),
                None,
            ),
            Self::ProjectNotFound => (
                StatusCode::NOT_FOUND,
                text("PROJECT_NOT_FOUND", "This Jira project does not exist."),
                None,
            ),
            Self::JobNotFound => (
                StatusCode::NOT_FOUND,
                text("JOB_NOT_FOUND", "There is no such job."),
                None,
            ),
            Self::GlobalStays => (
                StatusCode::METHOD_NOT_ALLOWED,
                text("METHOD_NOT_ALLOWED", "The Global connection cannot be deleted."),
                Some((header::ALLOW, "GET, PUT".to_owned())),
            ),
            Self::ConnectionExists(id) => {
                let body = text("CONNECTION_EXISTS", "This project already has a connection.");
                (
                    StatusCode::CONFLICT,
                    ErrorBody {
                        connection_id: Some(id),
                        ..body
                    },
                    None,
                )
            }
            Self::KeyMissing => (
                StatusCode::CONFLICT,
                text("KEY_MISSING", "No API key is stored for this connection."),
                None,
            ),
            Self::KeyOfMissing => {
                let why = "That connection has no API key, or does not exist any more.";
                (
                    StatusCode::CONFLICT,
                    ErrorBody::field("KEY_MISSING", "keyOf", why),
                    None,
                )
            }
            Self::Stale(current) => {
                let by = current
                    .updated_by
                    .as_ref()
                    .map_or("Jira", |person| &person.display_name);
                stale(
                    &format!("The connection was changed by {by} in the meantime."),
                    current,
                )
            }
            Self::OtherHolders(current) => {
                let count = current.same_key;
                let why =
                    format!("The number of other connections with this key is {count} in the meantime.");
                stale(&why, current)
            }
            Self::NotJson => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                text("UNSUPPORTED_MEDIA_TYPE", "Only application/json is accepted."),
                None,
            ),
            Self::KeyMalformed(why) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                ErrorBody::field("KEY_MALFORMED", "apiKey", why.advice()),
                None,
            ),
            Self::KeyRejected => (
                StatusCode::UNPROCESSABLE_ENTITY,
                ErrorBody::field("KEY_REJECTED", "apiKey", "Test IO did not accept this API key."),
                None,
            ),
            Self::KeyOfRejected => {
                let why = "Test IO no longer accepts the API key of that connection.";
                (
                    StatusCode::UNPROCESSABLE_ENTITY,
                    ErrorBody::field("KEY_REJECTED", "keyOf", why),
                    None,
                )
            }
            Self::TestIoUnreachable => (
                StatusCode::FAILED_DEPENDENCY,
                text(
                    "TESTIO_UNREACHABLE",
                    "Test IO could not be reached, so the API key could not be verified. Nothing was saved.",
                ),
                None,
            ),
            Self::TestIoRateLimited(seconds) => (
                StatusCode::FAILED_DEPENDENCY,
                text(
                    "TESTIO_RATE_LIMITED",
                    "Test IO has had too many requests. Nothing was saved.",
                ),
                seconds.map(|seconds| (header::RETRY_AFTER, seconds.to_string())),
            ),
            Self::PreconditionRequired => (
                StatusCode::PRECONDITION_REQUIRED,
                text("PRECONDITION_REQUIRED", "This request needs the header If-Match."),
                None,
            ),
            Self::LogNotFound => (
                StatusCode::NOT_FOUND,
                text("LOG_NOT_FOUND", "The log file cannot be found."),
                None,
            ),
            Self::LogUnreadable(error) => internal(&error),
            Self::Store(error) => internal(&error),
        }
    }
}
