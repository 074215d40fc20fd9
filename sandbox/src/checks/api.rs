//! `API`: asks Test IO without a key, which it must refuse.

use reqwest::StatusCode;

use super::failure::{Cause, Failure};
use super::report::{Found, Tried};
use crate::test_io::{Client, Proxy, Route};

pub(super) fn tried(route: &Route) -> Tried {
    Tried {
        address: Some(route.api()),
        proxy: route.proxy().map(Proxy::to_string),
    }
}

pub(super) async fn check(client: &Client) -> Result<Found, Failure> {
    let status = client.ask_without_key().await?.status();
    match status {
        StatusCode::UNAUTHORIZED => Ok(Found {
            http_status: Some(status.as_u16()),
            ..Found::default()
        }),
        // Who lets everybody in, or sends them elsewhere, is somebody else: the login page of a network, for instance.
        status if status.is_success() || status.is_redirection() => {
            Err(Failure::status(Cause::NotTestIo, status.as_u16()))
        }
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            Err(Failure::status(Cause::ProxyAuthentication, status.as_u16()))
        }
        status => Err(Failure::status(Cause::HttpStatus, status.as_u16())),
    }
}
