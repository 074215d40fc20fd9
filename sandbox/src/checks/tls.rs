//! `TLS`: the handshake, with the roots and versions that the plugin's client has.

use std::sync::Arc;

use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ProtocolVersion;
use tokio_rustls::rustls::pki_types::ServerName;

use super::connect::Wire;
use super::failure::{Cause, Failure};
use super::name::Target;
use super::report::{Done, Found, Skipped};
use crate::test_io::Route;

pub(super) async fn check(route: &Route, wire: Box<dyn Wire>) -> Result<Done, Failure> {
    if route.base().scheme() != "https" {
        return Ok(Done::Skipped(Skipped::NotUsed));
    }
    let name = ServerName::try_from(Target::test_io(route).host)
        .map_err(|error| Failure::new(Cause::Certificate, error))?;
    let stream = TlsConnector::from(Arc::clone(route.tls()))
        .connect(name, wire)
        .await?;
    let version = match stream.get_ref().1.protocol_version() {
        Some(ProtocolVersion::TLSv1_3) => "TLS 1.3",
        _ => "TLS 1.2",
    };
    Ok(Done::Passed(Found {
        detail: Some(version.to_owned()),
        ..Found::default()
    }))
}
