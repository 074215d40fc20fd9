//! What is at the end of a way: servers on the loopback interface, or nothing.

use std::future::pending;
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context;
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use reqwest::Url;
use tokio::net::{TcpListener, TcpSocket};
use tokio_rustls::rustls::pki_types::CertificateDer;

use super::identity::HOST;
use super::proxy::Rule;
use super::{Identity, ProxyServer, Way};
use crate::serve::{Hangup, KeepAliveControl, Server};
use crate::test_io::{Proxy, Route};

/// A name that is never given to anybody (RFC 6761).
const UNKNOWN: &str = "https://api.test-io.invalid";

/// An end, and the way to it. Its servers stop when it is dropped.
#[derive(Debug)]
pub(super) struct End {
    base: Url,
    proxy: Option<Proxy>,
    trusted: Option<CertificateDer<'static>>,
    /// What runs or is kept there.
    _kept: Kept,
}

#[derive(Debug)]
#[expect(dead_code, reason = "they are there to be dropped")]
enum Kept {
    Nothing,
    /// A port that is taken, so that nobody else listens there, and nothing listens on it.
    Closed(TcpSocket),
    Server(Server),
    BehindProxy(Server, ProxyServer),
}

/// Whether the plugin is told to trust a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    Told,
    NotTold,
}

impl End {
    /// Sets up the end of a way; `None` for the one that was there at the start.
    pub(super) async fn of(
        way: Way,
        test_io: &Router,
        keep_alive: &KeepAliveControl,
    ) -> anyhow::Result<Option<Self>> {
        let always = |answer: fn() -> Response| Router::new().fallback(move || async move { answer() });
        let tls = async |router, trust| Self::tls(router, keep_alive, trust).await;
        let end = match way {
            Way::AsStarted => return Ok(None),
            Way::UnknownHost => Self {
                base: Url::parse(UNKNOWN)?,
                proxy: None,
                trusted: None,
                _kept: Kept::Nothing,
            },
            Way::ClosedPort => Self::closed_port()?,
            Way::Tls => tls(test_io.clone(), Trust::Told).await?,
            Way::OwnCertificate => tls(test_io.clone(), Trust::NotTold).await?,
            Way::NoAnswer => tls(Router::new().fallback(pending::<StatusCode>), Trust::Told).await?,
            Way::Unavailable => tls(always(unavailable), Trust::Told).await?,
            Way::NotTestIo => tls(always(another_page), Trust::Told).await?,
            Way::Closed => tls(always(hang_up), Trust::Told).await?,
            Way::Proxy => {
                tls(test_io.clone(), Trust::Told)
                    .await?
                    .behind(Rule::Password)
                    .await?
            }
            Way::ProxyPassword => {
                tls(test_io.clone(), Trust::Told)
                    .await?
                    .behind(Rule::AnotherPassword)
                    .await?
            }
            Way::ProxyRefuses => {
                tls(test_io.clone(), Trust::Told)
                    .await?
                    .behind(Rule::Nobody)
                    .await?
            }
        };
        Ok(Some(end))
    }

    /// The way here.
    pub(super) fn route(&self) -> anyhow::Result<Route> {
        Route::new(&self.base, self.proxy.clone(), self.trusted.clone())
    }

    fn closed_port() -> anyhow::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        Ok(Self {
            base: Url::parse(&format!("https://{HOST}:{}", socket.local_addr()?.port()))?,
            proxy: None,
            trusted: None,
            _kept: Kept::Closed(socket),
        })
    }

    async fn tls(router: Router, keep_alive: &KeepAliveControl, trust: Trust) -> anyhow::Result<Self> {
        let identity = Identity::make()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .context("cannot listen for TLS")?;
        let base = Url::parse(&format!("https://{HOST}:{}", listener.local_addr()?.port()))?;
        let server = Server::start_tls(identity.acceptor()?, listener, router, keep_alive);
        Ok(Self {
            base,
            proxy: None,
            trusted: (trust == Trust::Told).then(|| identity.certificate().clone()),
            _kept: Kept::Server(server),
        })
    }

    /// The same, with a proxy before it.
    async fn behind(self, rule: Rule) -> anyhow::Result<Self> {
        let server = ProxyServer::start(rule).await?;
        Ok(Self {
            proxy: Some(Proxy::at(&server.url()?)?),
            _kept: match self._kept {
                Kept::Server(end) => Kept::BehindProxy(end, server),
                other => other,
            },
            ..self
        })
    }
}

fn unavailable() -> Response {
    (
        StatusCode::SERVICE_UNAVAILABLE,
        Html("<h1>503 Service Unavailable</h1>"),
    )
        .into_response()
}

fn another_page() -> Response {
    Html("<!DOCTYPE html><title>Welcome</title><h1>It works!</h1>").into_response()
}

fn hang_up() -> Response {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Hangup);
    response
}
