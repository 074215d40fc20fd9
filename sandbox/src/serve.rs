//! Accepting connections. axum's own loop cannot do two things that are needed here: break a connection off without
//! an answer, and end idle connections when told to.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, header};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

/// How long requests may still take once the server is to stop.
const GRACE: Duration = Duration::from_secs(2);

/// Put into a response's extensions, this ends the TCP connection without an answer.
#[derive(Debug, Clone, Copy)]
pub struct Hangup;

#[derive(Debug, thiserror::Error)]
#[error("the connection is broken off on purpose")]
struct HungUp;

/// Whether connections are kept open between requests.
///
/// Browsers repeat a request by themselves, even a POST, when a connection that was used before breaks off without an
/// answer. So that a fault is seen by the page, and once only, connections are not used again while one is pending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepAlive {
    /// As usual.
    Open,
    /// One request for each connection.
    Close,
}

/// Sets how connections are treated from now on, for all servers that watch it.
#[derive(Debug, Clone)]
pub struct KeepAliveControl(Arc<watch::Sender<KeepAlive>>);

impl Default for KeepAliveControl {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(KeepAlive::Open)))
    }
}

impl KeepAliveControl {
    /// Changes it. Connections that are idle now are ended.
    pub fn set(&self, keep_alive: KeepAlive) {
        self.0
            .send_if_modified(|current| std::mem::replace(current, keep_alive) != keep_alive);
    }
}

/// What requests are carried by.
#[derive(Clone)]
enum Transport {
    Plain,
    Tls(TlsAcceptor),
}

/// A listening server. It stops when it is dropped, too.
#[derive(Debug)]
pub struct Server {
    stop: watch::Sender<()>,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves `router` on `listener` until it is stopped.
    #[must_use]
    pub fn start(listener: TcpListener, router: Router, keep_alive: &KeepAliveControl) -> Self {
        Self::speaking(Transport::Plain, listener, router, keep_alive)
    }

    /// As [`Server::start`], with TLS.
    #[must_use]
    pub fn start_tls(
        tls: TlsAcceptor,
        listener: TcpListener,
        router: Router,
        keep_alive: &KeepAliveControl,
    ) -> Self {
        Self::speaking(Transport::Tls(tls), listener, router, keep_alive)
    }

    fn speaking(
        transport: Transport,
        listener: TcpListener,
        router: Router,
        keep_alive: &KeepAliveControl,
    ) -> Self {
        let stop = watch::Sender::new(());
        let task = tokio::spawn(accept(
            transport,
            listener,
            router,
            keep_alive.0.subscribe(),
            stop.subscribe(),
        ));
        Self { stop, task }
    }

    /// Takes no more requests and waits a little for those under way.
    pub async fn stop(self) {
        // An error means that the task has ended already.
        let _ = self.stop.send(());
        let _ = self.task.await;
    }
}

async fn accept(
    transport: Transport,
    listener: TcpListener,
    router: Router,
    keep_alive: watch::Receiver<KeepAlive>,
    mut stop: watch::Receiver<()>,
) {
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.changed() => break,
        };
        if let Ok((stream, _)) = accepted {
            // A small answer must not wait for more to send; an error here costs some speed and nothing else.
            let _ = stream.set_nodelay(true);
            let (router, keep_alive, stop) = (router.clone(), keep_alive.clone(), stop.clone());
            match transport.clone() {
                Transport::Plain => connections.spawn(converse(stream, router, keep_alive, stop)),
                Transport::Tls(tls) => connections.spawn(async move {
                    // An error is the client's: it doesn't trust us, or has gone away.
                    if let Ok(stream) = tls.accept(stream).await {
                        converse(stream, router, keep_alive, stop).await;
                    }
                }),
            };
        }
        while connections.try_join_next().is_some() {}
    }
    drop(listener);
    // Whoever takes longer is cut off when the set is dropped.
    let _ = tokio::time::timeout(GRACE, async { while connections.join_next().await.is_some() {} }).await;
}

async fn converse(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    router: Router,
    mut keep_alive: watch::Receiver<KeepAlive>,
    mut stop: watch::Receiver<()>,
) {
    keep_alive.mark_unchanged();
    let current = keep_alive.clone();
    let service =
        service_fn(move |request: Request<Incoming>| answer(router.clone(), current.clone(), request));
    let builder = Builder::new(TokioExecutor::new());
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    tokio::select! {
        // An error is the client's going away, or a hang-up on purpose.
        _ = connection.as_mut() => return,
        _ = keep_alive.changed() => {}
        _ = stop.changed() => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = connection.await;
}

async fn answer(
    router: Router,
    keep_alive: watch::Receiver<KeepAlive>,
    request: Request<Incoming>,
) -> Result<Response<Body>, HungUp> {
    let Ok(mut response) = router.oneshot(request.map(Body::new)).await;
    if response.extensions().get::<Hangup>().is_some() {
        return Err(HungUp);
    }
    if *keep_alive.borrow() == KeepAlive::Close {
        response
            .headers_mut()
            .insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}
