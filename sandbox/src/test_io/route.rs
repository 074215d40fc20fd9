//! The way that the plugin's requests take to Test IO: where its API is, through which proxy, and whom TLS trusts.

use std::fmt;
use std::sync::Arc;

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use reqwest::header::HeaderValue;
use reqwest::{Url, redirect};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::client::TIMEOUT;

/// A proxy for HTTP, as an administrator would set it for Jira.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxy {
    host: String,
    port: u16,
    /// Marked as sensitive, so that `Debug` does not show it.
    authorization: Option<HeaderValue>,
}

impl Proxy {
    /// A proxy at an `http://` address, which may have a user and a password.
    ///
    /// # Errors
    /// It is not such an address. The text does not repeat it, because of the password.
    pub fn at(url: &Url) -> anyhow::Result<Self> {
        let (Some(host), Some(port), "http") = (url.host_str(), url.port_or_known_default(), url.scheme())
        else {
            bail!("a proxy's address has the form http://host:port or http://user:password@host:port");
        };
        let authorization = match (url.username(), url.password()) {
            ("", None) => None,
            (user, password) => Some(basic(user, password.unwrap_or_default())?),
        };
        Ok(Self {
            host: host.to_owned(),
            port,
            authorization,
        })
    }

    /// Its name or address.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Its port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What it is told about who asks.
    #[must_use]
    pub fn authorization(&self) -> Option<&HeaderValue> {
        self.authorization.as_ref()
    }
}

/// Host and port, without user and password.
impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// `Basic` of RFC 7617, from the parts of an address.
fn basic(user: &str, password: &str) -> anyhow::Result<HeaderValue> {
    let decoded = |part| percent_decode_str(part).collect::<Vec<u8>>();
    let credentials = [decoded(user), decoded(password)].join(&b':');
    let mut value = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(credentials)))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The whole way.
#[derive(Debug, Clone)]
pub struct Route {
    base: Url,
    proxy: Option<Proxy>,
    tls: Arc<ClientConfig>,
}

impl Route {
    /// The way to the API at `base`, that is the address up to and without `/customer/v2`. Besides the usual roots,
    /// TLS trusts `more_roots`.
    ///
    /// # Errors
    /// The address is not one of HTTP, or a root is not a certificate.
    pub fn new(
        base: &Url,
        proxy: Option<Proxy>,
        more_roots: impl IntoIterator<Item = CertificateDer<'static>>,
    ) -> anyhow::Result<Self> {
        if !matches!(base.scheme(), "http" | "https") {
            bail!("Test IO's address begins with http:// or https://");
        }
        let mut base = base.clone();
        // A user in the address would be shown, and never be sent, for `Authorization` has the key. Neither can fail for
        // an address of HTTP.
        let _ = base.set_username("");
        let _ = base.set_password(None);
        Ok(Self {
            base,
            proxy,
            tls: Arc::new(trusting(more_roots)?),
        })
    }

    /// Where the API is.
    #[must_use]
    pub fn base(&self) -> &Url {
        &self.base
    }

    /// The proxy, if one is used.
    #[must_use]
    pub fn proxy(&self) -> Option<&Proxy> {
        self.proxy.as_ref()
    }

    /// How TLS is spoken, and whom it trusts.
    #[must_use]
    pub fn tls(&self) -> &Arc<ClientConfig> {
        &self.tls
    }

    /// The API's own address.
    #[must_use]
    pub fn api(&self) -> String {
        format!("{}{}", self.base.as_str().trim_end_matches('/'), super::PREFIX)
    }

    /// An HTTP client that goes this way and no other, whatever the environment says of proxies.
    ///
    /// # Errors
    /// The client can't be made.
    pub(super) fn http(&self) -> anyhow::Result<reqwest::Client> {
        let builder = reqwest::Client::builder()
            .timeout(TIMEOUT)
            .redirect(redirect::Policy::none())
            .use_preconfigured_tls(ClientConfig::clone(&self.tls));
        let builder = match &self.proxy {
            None => builder.no_proxy(),
            Some(proxy) => {
                let way = reqwest::Proxy::all(format!("http://{proxy}"))?;
                builder.proxy(match proxy.authorization() {
                    Some(authorization) => way.custom_http_auth(authorization.clone()),
                    None => way,
                })
            }
        };
        builder.build().context("cannot make a client for Test IO")
    }
}

fn trusting(more_roots: impl IntoIterator<Item = CertificateDer<'static>>) -> anyhow::Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    for root in more_roots {
        roots.add(root).context("cannot trust this certificate")?;
    }
    Ok(
        ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth(),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

    use super::Proxy;

    fn at(url: &str) -> anyhow::Result<Proxy> {
        Proxy::at(&url.parse().unwrap())
    }

    #[test]
    fn a_proxys_password_is_sent_and_never_shown() {
        let proxy = at("http://al%20ice:s%3Acret@proxy.example.com").unwrap();
        assert_eq!(proxy.authorization().unwrap(), "Basic YWwgaWNlOnM6Y3JldA==");
        assert_eq!(proxy.to_string(), "proxy.example.com:80");
        let shown = format!("{proxy:?}");
        assert!(!shown.contains("cret") && !shown.contains("YWwg"), "{shown}");
        assert_eq!(at("http://proxy:3128").unwrap().authorization(), None);
    }

    #[test]
    fn what_is_no_proxy_is_refused_without_its_password() {
        for url in ["https://u:s3cret@proxy", "socks5://u:s3cret@proxy:1080"] {
            let error = at(url).unwrap_err().to_string();
            assert!(
                error.contains("http://host:port") && !error.contains("s3cret"),
                "{error}"
            );
        }
    }
}
