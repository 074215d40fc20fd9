//! A key and a certificate of our own, by which a server on this machine says who it is.

use std::sync::Arc;

use anyhow::Context;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// The name that the certificate is for.
pub const HOST: &str = "localhost";

/// A self-signed certificate with its key. Nobody trusts it who wasn't told to.
#[derive(Debug)]
pub struct Identity {
    pem: String,
    certificate: CertificateDer<'static>,
    key: PrivateKeyDer<'static>,
}

impl Identity {
    /// Makes one that no other sandbox has, for the host of all ways.
    ///
    /// # Errors
    /// There are no random numbers.
    pub fn make() -> anyhow::Result<Self> {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed([HOST.to_owned()]).context("cannot make a certificate")?;
        let key = PrivateKeyDer::try_from(signing_key.serialize_der())
            .map_err(|error| anyhow::anyhow!("cannot use the certificate's key: {error}"))?;
        Ok(Self {
            pem: cert.pem(),
            certificate: cert.into(),
            key,
        })
    }

    /// The certificate, for who is to trust it.
    #[must_use]
    pub fn certificate(&self) -> &CertificateDer<'static> {
        &self.certificate
    }

    /// The same as text, as it stands in files.
    #[must_use]
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// The server's side of the handshake.
    ///
    /// # Errors
    /// Key and certificate don't belong together.
    pub fn acceptor(&self) -> anyhow::Result<TlsAcceptor> {
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![self.certificate.clone()], self.key.clone_key())?;
        Ok(Arc::new(config).into())
    }
}
