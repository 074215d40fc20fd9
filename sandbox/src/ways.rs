//! The ways to Test IO that can be chosen while the sandbox runs, so that a person or a test can see each of them fail.
//!
//! Nothing is pretended: behind every way is a real end on the loopback interface, and whatever the plugin asks of Test
//! IO goes there until another way is chosen.

mod end;
mod identity;
mod proxy;

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::Router;
use serde::{Deserialize, Serialize};

use crate::serve::KeepAliveControl;
use crate::test_io::{Client, Route};
use end::End;

pub use identity::Identity;
pub use proxy::{ProxyServer, Rule as ProxyRule};

/// A way to Test IO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Way {
    /// The one that the sandbox was started with.
    AsStarted,
    /// TLS, with a certificate that the plugin trusts. So have all below that don't say otherwise.
    Tls,
    /// The same through a proxy that wants a password, and gets it.
    Proxy,
    /// A host that no name server knows.
    UnknownHost,
    /// A port on which nothing listens.
    ClosedPort,
    /// A certificate that the plugin doesn't trust.
    OwnCertificate,
    /// A proxy that wants another password.
    ProxyPassword,
    /// A proxy that lets nobody to this host.
    ProxyRefuses,
    /// A server that takes requests and never answers.
    NoAnswer,
    /// 503 to everything.
    Unavailable,
    /// A page that is not Test IO.
    NotTestIo,
    /// A server that hangs up instead of answering.
    Closed,
}

impl Way {
    /// Every way, its word, and what it is called on the control page.
    pub const ALL: [(Self, &'static str, &'static str); 12] = [
        (Self::AsStarted, "AS_STARTED", "as the sandbox was started"),
        (Self::Tls, "TLS", "over TLS, with a certificate that is trusted"),
        (Self::Proxy, "PROXY", "through a proxy, with its password"),
        (Self::UnknownHost, "UNKNOWN_HOST", "to an unknown host"),
        (Self::ClosedPort, "CLOSED_PORT", "to a closed port"),
        (
            Self::OwnCertificate,
            "OWN_CERTIFICATE",
            "to a certificate of our own, which is not trusted",
        ),
        (
            Self::ProxyPassword,
            "PROXY_PASSWORD",
            "through a proxy that wants a password",
        ),
        (
            Self::ProxyRefuses,
            "PROXY_REFUSES",
            "through a proxy that does not let us there",
        ),
        (Self::NoAnswer, "NO_ANSWER", "to a server that never answers"),
        (Self::Unavailable, "UNAVAILABLE", "to a server that answers 503"),
        (Self::NotTestIo, "NOT_TEST_IO", "to a page that is not Test IO"),
        (Self::Closed, "CLOSED", "to a server that closes the connection"),
    ];
}

/// The way that is taken now, and what it takes to choose another.
#[derive(Debug)]
pub struct Ways {
    started: Client,
    /// The built-in stand-in for Test IO.
    test_io: Router,
    keep_alive: KeepAliveControl,
    current: Mutex<Current>,
}

#[derive(Debug)]
struct Current {
    way: Way,
    client: Client,
    /// Stops when another way is chosen.
    _end: Option<End>,
}

impl Ways {
    /// The way that the sandbox was started with. Others that arrive somewhere do so at `test_io`.
    ///
    /// # Errors
    /// The way can't be used for HTTP.
    pub fn new(route: Route, test_io: Router, keep_alive: KeepAliveControl) -> anyhow::Result<Self> {
        let started = Client::new(route)?;
        let current = Current {
            way: Way::AsStarted,
            client: started.clone(),
            _end: None,
        };
        Ok(Self {
            started,
            test_io,
            keep_alive,
            current: Mutex::new(current),
        })
    }

    /// The client for whatever is asked of Test IO now.
    #[must_use]
    pub fn client(&self) -> Client {
        self.current().client.clone()
    }

    /// The way that is taken now.
    #[must_use]
    pub fn way(&self) -> Way {
        self.current().way
    }

    /// Takes another way from now on. What is under way ends on the one that it began on.
    ///
    /// # Errors
    /// Its end can't be set up.
    pub async fn choose(&self, way: Way) -> anyhow::Result<()> {
        let end = End::of(way, &self.test_io, &self.keep_alive).await?;
        let client = match &end {
            Some(end) => Client::new(end.route()?)?,
            None => self.started.clone(),
        };
        *self.current() = Current {
            way,
            client,
            _end: end,
        };
        Ok(())
    }

    fn current(&self) -> MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Way;

    #[test]
    fn a_way_is_spelt_alike_in_json_and_on_the_control_page() {
        for (way, word, _) in Way::ALL {
            assert_eq!(serde_json::json!(way), word);
        }
    }
}
