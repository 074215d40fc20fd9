//! `NAME`: looks up the host that is connected to.

use std::net::{IpAddr, SocketAddr};

use reqwest::Url;
use tokio::net::lookup_host;

use super::failure::{Cause, Failure};
use super::report::{Found, Tried};
use crate::test_io::Route;

/// A host and a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// Without the brackets that IPv6 has in addresses.
    pub(super) host: String,
    pub(super) port: u16,
}

impl Target {
    /// Test IO's.
    pub(super) fn test_io(route: &Route) -> Self {
        Self::of(route.base())
    }

    /// The one that is connected to: the proxy's, or Test IO's.
    pub(super) fn next(route: &Route) -> Self {
        match route.proxy() {
            Some(proxy) => Self {
                host: bare(proxy.host()),
                port: proxy.port(),
            },
            None => Self::test_io(route),
        }
    }

    fn of(url: &Url) -> Self {
        Self {
            host: bare(url.host_str().unwrap_or_default()),
            port: url.port_or_known_default().unwrap_or_default(),
        }
    }

    /// `host:port`, as in a request to a proxy.
    pub(super) fn authority(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

fn bare(host: &str) -> String {
    host.trim_matches(['[', ']']).to_owned()
}

pub(super) fn tried(route: &Route) -> Tried {
    Tried {
        address: Some(Target::next(route).host),
        proxy: None,
    }
}

/// The addresses that were found, for the next step.
pub(super) async fn check(route: &Route) -> Result<(Found, Vec<SocketAddr>), Failure> {
    let target = Target::next(route);
    let addresses: Vec<SocketAddr> = match target.host.parse::<IpAddr>() {
        Ok(address) => vec![(address, target.port).into()],
        Err(_) => lookup_host((target.host.as_str(), target.port))
            .await
            .map_err(|error| Failure::new(Cause::NameNotFound, error))?
            .collect(),
    };
    if addresses.is_empty() {
        return Err(Failure::new(Cause::NameNotFound, "The name has no addresses."));
    }
    let mut shown: Vec<String> = addresses.iter().map(|address| address.ip().to_string()).collect();
    shown.dedup();
    let found = Found {
        detail: Some(shown.join(", ")),
        ..Found::default()
    };
    Ok((found, addresses))
}
