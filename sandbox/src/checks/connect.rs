//! `CONNECT`: connects to what was found, and lets the proxy connect to Test IO's host.

use std::net::SocketAddr;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

use super::failure::{Cause, Failure};
use super::name::Target;
use super::report::Tried;
use crate::test_io::{Client, Proxy, Route};

/// Whatever bytes can be sent through.
pub(super) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

pub(super) fn tried(route: &Route) -> Tried {
    Tried {
        address: Some(Target::test_io(route).authority()),
        proxy: route.proxy().map(Proxy::to_string),
    }
}

/// A connection to Test IO's host, for the next step.
pub(super) async fn check(client: &Client, addresses: &[SocketAddr]) -> Result<Box<dyn Wire>, Failure> {
    let stream = TcpStream::connect(addresses).await?;
    match client.route().proxy() {
        None => Ok(Box::new(stream)),
        Some(proxy) if client.route().base().scheme() == "https" => {
            tunnel(stream, proxy, &Target::test_io(client.route()).authority()).await
        }
        // What is not encrypted is not tunnelled either: the proxy gets the requests themselves, and says in its answer
        // to one whether it lets us through.
        Some(_) => match client.ask_without_key().await?.status() {
            StatusCode::PROXY_AUTHENTICATION_REQUIRED => Err(unauthenticated()),
            _ => Ok(Box::new(stream)),
        },
    }
}

/// Has the proxy connect to a host.
async fn tunnel(stream: TcpStream, proxy: &Proxy, authority: &str) -> Result<Box<dyn Wire>, Failure> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It ends when the tunnel does, or with the request if there is none. Its error is the request's, too.
    tokio::spawn(connection.with_upgrades());
    let mut request = Request::connect(authority).header(header::HOST, authority);
    if let Some(authorization) = proxy.authorization() {
        request = request.header(header::PROXY_AUTHORIZATION, authorization);
    }
    let request = request
        .body(Body::empty())
        .map_err(|error| Failure::new(Cause::ProxyRefused, error))?;
    let answer = sender.send_request(request).await?;
    match answer.status() {
        status if status.is_success() => {
            let tunnel = hyper::upgrade::on(answer).await?;
            Ok(Box::new(TokioIo::new(tunnel)))
        }
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => Err(unauthenticated()),
        status => Err(Failure::status(Cause::ProxyRefused, status.as_u16())),
    }
}

fn unauthenticated() -> Failure {
    Failure::status(
        Cause::ProxyAuthentication,
        StatusCode::PROXY_AUTHENTICATION_REQUIRED.as_u16(),
    )
}
