//! Conditional requests: nobody overwrites what they have not seen.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use super::RestError;
use crate::model::Connection;

/// The request's `If-Match`, if it has one.
#[derive(Debug)]
pub(super) struct IfMatch(Option<String>);

impl IfMatch {
    /// Checks it against the connection as it is now.
    pub(super) fn check(&self, current: &Connection) -> Result<(), RestError> {
        let Some(wanted) = &self.0 else {
            return Err(RestError::PreconditionRequired);
        };
        let etag = current.etag();
        // Proxies that compress weaken the tag, and some clients send that back: W/"7" stands for "7".
        if wanted
            .split(',')
            .map(|tag| tag.trim().trim_start_matches("W/"))
            .any(|tag| tag == "*" || tag == etag)
        {
            Ok(())
        } else {
            Err(RestError::Stale(Box::new(current.clone())))
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let value = parts
            .headers
            .get(header::IF_MATCH)
            .and_then(|value| value.to_str().ok());
        Ok(Self(value.map(str::to_owned)))
    }
}
