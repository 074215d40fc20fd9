//! What handlers take from a request, with the contract's errors when it is not there.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::RestError;
use crate::model::{ConnectionId, JobId, ProjectId, Right, User};

/// A JSON body.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = RestError;

    async fn from_request(request: Request, state: &S) -> Result<Self, RestError> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(JsonRejection::MissingJsonContentType(_)) => Err(RestError::NotJson),
            // The rejection's own text could repeat what was sent, a key for instance.
            Err(_) => Err(RestError::Invalid(
                "The body is not what this request needs.".to_owned(),
            )),
        }
    }
}

/// The query string.
pub(super) struct Parameters<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Parameters<T> {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(parameters)) => Ok(Self(parameters)),
            Err(_) => Err(RestError::Invalid(
                "The query is not what this request needs.".to_owned(),
            )),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ConnectionId {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        path_segment(parts, state)
            .await
            .and_then(|id| id.parse().ok())
            .ok_or(RestError::ConnectionNotFound)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ProjectId {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        path_segment(parts, state)
            .await
            .and_then(|id| id.parse().ok())
            .ok_or(RestError::ProjectNotFound)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for JobId {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        path_segment(parts, state)
            .await
            .and_then(|id| id.parse().ok())
            .ok_or(RestError::JobNotFound)
    }
}

async fn path_segment<S: Send + Sync>(parts: &mut Parts, state: &S) -> Option<String> {
    Path::<String>::from_request_parts(parts, state)
        .await
        .ok()
        .map(|Path(id)| id)
}

/// Somebody who may change connections.
pub(super) struct Manager(pub(super) User);

impl<S: Send + Sync> FromRequestParts<S> for Manager {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        let user = <User as FromRequestParts<S>>::from_request_parts(parts, state).await?;
        match user.right {
            Right::Manage => Ok(Self(user)),
            Right::View => Err(RestError::Forbidden),
        }
    }
}
