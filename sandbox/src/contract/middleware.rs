//! The checks around the REST routes. From the outside in: [`check_request`], [`check_response`], [`answer_violations`].

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;

use super::{Contract, Direction, Lookup, RequestParts, ResponseParts};
use crate::app::App;
use crate::model::User;
use crate::rest::{ErrorBody, RestError};

/// What the contract says of a request, for the layers further in.
#[derive(Debug, Clone)]
struct Checked {
    lookup: Lookup,
    problems: Vec<String>,
}

/// Put into a response's extensions, this says that one of Jira's filters answers before the plugin is asked: not an
/// answer of the operation, but the one of that name among the contract's `x-jira-answers`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JiraAnswer(pub &'static str);

/// Put into a response's extensions, this says that its body may be of any length, and must not be held in memory. It is
/// checked as far as its head goes, as if its body was empty: no JSON can pass so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streamed;

/// Whose rules a response is checked by.
enum Rule {
    Jira(JiraAnswer),
    Operation(usize),
}

/// Checks every request, whatever becomes of it later, and records a violation. The answer is left to
/// [`answer_violations`], because Jira looks at the session first.
pub async fn check_request(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(body) = collect(body).await else {
        return RestError::Invalid("The body could not be read.".to_owned()).into_response();
    };
    let checked = inspect(app.contract, &parts, &body);
    if !checked.problems.is_empty() {
        app.violations.record(
            Direction::Request,
            parts.method.as_str(),
            parts.uri.path(),
            None,
            &checked.problems,
        );
    }
    parts.extensions.insert(checked);
    next.run(Request::from_parts(parts, Body::from(body))).await
}

fn inspect(contract: &Contract, parts: &request::Parts, body: &Bytes) -> Checked {
    let lookup = contract.find(&parts.method, parts.uri.path());
    let problems = match lookup {
        Lookup::Found(operation) => contract.request_problems(
            operation,
            RequestParts {
                query: parts.uri.query().unwrap_or_default(),
                headers: &parts.headers,
                body,
            },
        ),
        Lookup::UnknownMethod => vec!["the contract does not have this method here".to_owned()],
        Lookup::UnknownPath => vec!["the contract does not have this path".to_owned()],
    };
    Checked { lookup, problems }
}

/// Checks every response of a known operation, and what Jira's filters answer in its place. One that breaks the
/// contract is replaced, so that nobody can build on it.
pub async fn check_response(State(app): State<App>, request: Request, next: Next) -> Response {
    let lookup = request
        .extensions()
        .get::<Checked>()
        .map(|checked| checked.lookup);
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    let rule = match (response.extensions().get(), lookup) {
        (Some(&answer), _) => Rule::Jira(answer),
        (None, Some(Lookup::Found(operation))) => Rule::Operation(operation),
        (None, _) => return response,
    };
    let (parts, body) = response.into_parts();
    let (body, rest) = match parts.extensions.get() {
        Some(Streamed) => (Ok(Bytes::new()), Some(body)),
        None => (collect(body).await, None),
    };
    let problems = match body {
        Ok(body) => {
            let checked = ResponseParts {
                status: parts.status,
                headers: &parts.headers,
                body: &body,
            };
            let problems = match rule {
                Rule::Jira(answer) => app.contract.jira_answer_problems(answer, checked),
                Rule::Operation(operation) => app.contract.response_problems(operation, checked),
            };
            if problems.is_empty() {
                return Response::from_parts(parts, rest.unwrap_or_else(|| Body::from(body)));
            }
            problems
        }
        Err(error) => vec![format!("the body could not be read: {error}")],
    };
    app.violations.record(
        Direction::Response,
        method.as_str(),
        &path,
        Some(parts.status.as_u16()),
        &problems,
    );
    let mut body = ErrorBody::message("CONTRACT_VIOLATION", "The sandbox's answer broke the contract.");
    body.error_messages.extend(problems);
    (StatusCode::INTERNAL_SERVER_ERROR, Json(body)).into_response()
}

/// Answers a request that breaks the contract, and lets the others through. Who lacks the right hears that first.
pub async fn answer_violations(user: Option<User>, request: Request, next: Next) -> Response {
    let Some(checked) = request.extensions().get::<Checked>() else {
        return next.run(request).await;
    };
    if checked.problems.is_empty() {
        return next.run(request).await;
    }
    let why = format!("The request breaks the contract: {}", checked.problems.join("; "));
    match checked.lookup {
        Lookup::UnknownPath => (
            StatusCode::NOT_FOUND,
            Json(ErrorBody::message("INVALID_REQUEST", why)),
        )
            .into_response(),
        Lookup::UnknownMethod => (
            StatusCode::METHOD_NOT_ALLOWED,
            Json(ErrorBody::message("INVALID_REQUEST", why)),
        )
            .into_response(),
        Lookup::Found(_)
            if is_for_administrators(&request) && !user.is_some_and(|user| user.right.is_manage()) =>
        {
            RestError::Forbidden.into_response()
        }
        Lookup::Found(_) if has_other_media_type(&request) => RestError::NotJson.into_response(),
        Lookup::Found(_) => RestError::Invalid(why).into_response(),
    }
}

/// Whether it changes something, or is below `/maintenance`.
fn is_for_administrators(request: &Request) -> bool {
    !request.method().is_safe() || request.uri().path().starts_with("/maintenance/")
}

/// Whether there is a body, and it says that it is not JSON.
fn has_other_media_type(request: &Request) -> bool {
    let Some(value) = request.headers().get(axum::http::header::CONTENT_TYPE) else {
        return false;
    };
    !value
        .to_str()
        .is_ok_and(|value| value.trim().to_ascii_lowercase().starts_with("application/json"))
}

async fn collect(body: Body) -> Result<Bytes, axum::Error> {
    body.collect().await.map(http_body_util::Collected::to_bytes)
}
