//! One fault: which requests it hits, and what it does to them.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::body::Body;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use wildmatch::WildMatch;

use super::cut::AfterBytes;
use super::entity_tags::EntityTags;
use crate::serve::Hangup;

/// Whose answers are to go wrong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// The plugin's REST API.
    #[default]
    Rest,
    /// The built-in Test IO API.
    Testio,
}

/// A fault as the control endpoint takes and gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FaultSpec {
    /// Whose answers.
    pub target: Target,
    /// The path below the API's address, alone or with its query: a prefix, or a pattern in which `*` stands for anything.
    /// Absent: every path. The list of connections alone is `/connections?`.
    pub path: Option<String>,
    /// The method. Absent: every method.
    pub method: Option<String>,
    /// For how many requests. Absent: until the faults are cleared.
    pub times: Option<u32>,
    /// How long to wait, in milliseconds.
    pub delay_ms: u64,
    /// The status to answer. Without status, body and `dropConnection` the request gets its own answer.
    pub status: Option<u16>,
    /// Headers to add or to replace.
    pub headers: BTreeMap<String, String>,
    /// The `Content-Type` of `body`.
    pub content_type: Option<String>,
    /// The body to answer.
    pub body: Option<String>,
    /// Carry the request out first, and lose its answer.
    pub after_commit: bool,
    /// Break the connection off without any answer.
    pub drop_connection: bool,
    /// What a proxy makes of the entity tag of the real answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity_tags: Option<EntityTags>,
    /// After so many bytes of its body the answer comes no further.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_bytes: Option<AfterBytes>,
}

/// Why a fault cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FaultError {
    /// The method is none.
    #[error("`method` is no HTTP method")]
    Method,
    /// The status is none.
    #[error("`status` is no HTTP status from 200 to 599")]
    Status,
    /// A header cannot be sent.
    #[error("a header cannot be sent as it is")]
    Header,
    /// Zero times is never.
    #[error("`times` is at least 1")]
    Times,
}

/// What happens to the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// The real answer comes, perhaps late, with the fault's headers.
    AddHeaders,
    /// This answer comes in its place.
    Replace {
        /// Its status.
        status: StatusCode,
        /// Its body.
        body: String,
    },
    /// No answer comes; the connection breaks off.
    HangUp,
}

/// When it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The request is not carried out.
    InsteadOfHandling,
    /// The request is carried out first.
    AfterHandling,
}

/// A fault that can be made.
#[derive(Debug, Clone)]
pub struct Fault {
    spec: FaultSpec,
    pattern: Option<WildMatch>,
    method: Option<Method>,
    headers: HeaderMap,
    effect: Effect,
    moment: Moment,
}

impl TryFrom<FaultSpec> for Fault {
    type Error = FaultError;

    fn try_from(spec: FaultSpec) -> Result<Self, FaultError> {
        if spec.times == Some(0) {
            return Err(FaultError::Times);
        }
        let method = spec
            .method
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|_| FaultError::Method)?;
        Ok(Self {
            pattern: spec.path.as_deref().map(WildMatch::new),
            method,
            headers: headers(&spec)?,
            effect: effect(&spec)?,
            moment: if spec.after_commit {
                Moment::AfterHandling
            } else {
                Moment::InsteadOfHandling
            },
            spec,
        })
    }
}

fn headers(spec: &FaultSpec) -> Result<HeaderMap, FaultError> {
    let content_type = spec
        .content_type
        .as_ref()
        .map(|value| (header::CONTENT_TYPE.as_str(), value));
    spec.headers
        .iter()
        .map(|(name, value)| (name.as_str(), value))
        .chain(content_type)
        .map(|(name, value)| {
            let name = HeaderName::try_from(name).map_err(|_| FaultError::Header)?;
            let value = HeaderValue::try_from(value).map_err(|_| FaultError::Header)?;
            Ok((name, value))
        })
        .collect()
}

fn effect(spec: &FaultSpec) -> Result<Effect, FaultError> {
    if spec.drop_connection {
        return Ok(Effect::HangUp);
    }
    let status = match spec.status {
        None if spec.body.is_none() => return Ok(Effect::AddHeaders),
        None => StatusCode::OK,
        Some(status @ 200..=599) => StatusCode::from_u16(status).map_err(|_| FaultError::Status)?,
        Some(_) => return Err(FaultError::Status),
    };
    Ok(Effect::Replace {
        status,
        body: spec.body.clone().unwrap_or_default(),
    })
}

impl Fault {
    pub(super) fn matches(&self, target: Target, method: &Method, uri: &Uri) -> bool {
        let path_matches = || match (&self.pattern, &self.spec.path) {
            (Some(pattern), Some(prefix)) => {
                [Some(uri.path()), uri.path_and_query().map(PathAndQuery::as_str)]
                    .into_iter()
                    .flatten()
                    .any(|path| pattern.matches(path) || path.starts_with(prefix.as_str()))
            }
            _ => true,
        };
        self.spec.target == target
            && self.method.as_ref().is_none_or(|wanted| wanted == method)
            && path_matches()
    }

    /// Counts one use, and says whether that was the last.
    pub(super) fn use_up(&mut self) -> bool {
        let Some(times) = &mut self.spec.times else {
            return false;
        };
        *times = times.saturating_sub(1);
        *times == 0
    }

    pub(super) fn spec(&self) -> FaultSpec {
        self.spec.clone()
    }

    pub(super) fn effect(&self) -> &Effect {
        &self.effect
    }

    pub(super) fn moment(&self) -> Moment {
        self.moment
    }

    pub(super) fn delay(&self) -> Duration {
        Duration::from_millis(self.spec.delay_ms)
    }

    /// The real answer with the fault's headers.
    pub(super) fn with_headers(&self, mut response: Response) -> Response {
        if let Some(tags) = self.spec.entity_tags {
            tags.change(response.headers_mut());
        }
        response.headers_mut().extend(self.headers.clone());
        match self.spec.after_bytes {
            Some(cut) => response.map(|body| cut.apply(body)),
            None => response,
        }
    }

    /// The fault's own answer.
    pub(super) fn answer(&self, effect: &Effect) -> Response {
        match effect {
            Effect::Replace { status, body } => {
                // Straight from a body, so that no Content-Type is added where the fault has none.
                self.with_headers((*status, Body::from(body.clone())).into_response())
            }
            Effect::AddHeaders | Effect::HangUp => {
                let mut response = StatusCode::SERVICE_UNAVAILABLE.into_response();
                response.extensions_mut().insert(Hangup);
                response
            }
        }
    }
}

#[cfg(test)]
#[path = "rule/tests.rs"]
mod tests;
