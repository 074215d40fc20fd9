//! Why a step failed, told from the errors of the system, of TLS and of HTTP.

use std::error::Error;
use std::io;

use serde::Serialize;
use tokio_rustls::rustls;

/// The contract's `CheckCause`, as far as it is about failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "the contract explains each")]
pub enum Cause {
    Database,
    NameNotFound,
    Refused,
    TimedOut,
    NoRoute,
    Closed,
    Certificate,
    Tls,
    ProxyAuthentication,
    ProxyRefused,
    HttpStatus,
    NotTestIo,
    KeysNotAccepted,
}

/// A cause, and what decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) cause: Cause,
    pub(super) http_status: Option<u16>,
    /// In the words of the system.
    pub(super) detail: Option<String>,
}

impl Failure {
    /// A cause with the words for it.
    pub(super) fn new(cause: Cause, detail: impl ToString) -> Self {
        Self {
            cause,
            http_status: None,
            detail: Some(detail.to_string()),
        }
    }

    /// A cause without further words.
    pub(super) fn bare(cause: Cause) -> Self {
        Self {
            cause,
            http_status: None,
            detail: None,
        }
    }

    /// An answer that decided.
    pub(super) fn status(cause: Cause, status: u16) -> Self {
        Self {
            http_status: Some(status),
            ..Self::bare(cause)
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(cause(&error), &error)
    }
}

impl From<hyper::Error> for Failure {
    fn from(error: hyper::Error) -> Self {
        Self::new(cause(&error), innermost(&error))
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        if error.is_timeout() {
            return Self::bare(Cause::TimedOut);
        }
        // The outer errors name the address, which stands beside it.
        Self::new(cause(&error), innermost(&error))
    }
}

/// The error that all others come from.
fn innermost<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    let mut last = error;
    while let Some(inner) = inner(last) {
        last = inner;
    }
    last
}

/// What an error comes from. An `io::Error` gives what is in it as itself, and not as its source.
fn inner<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}

/// The cause that the innermost known error tells.
fn cause(error: &(dyn Error + 'static)) -> Cause {
    let mut told = Cause::Closed;
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<rustls::Error>() {
            return of_tls(error);
        }
        if let Some(error) = error.downcast_ref::<io::Error>() {
            told = of_system(error.kind());
        }
        next = inner(error);
    }
    told
}

fn of_tls(error: &rustls::Error) -> Cause {
    match error {
        rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented => Cause::Certificate,
        _ => Cause::Tls,
    }
}

fn of_system(kind: io::ErrorKind) -> Cause {
    use io::ErrorKind;

    match kind {
        // A firewall on this machine refuses with "permission denied".
        ErrorKind::ConnectionRefused | ErrorKind::PermissionDenied => Cause::Refused,
        ErrorKind::TimedOut => Cause::TimedOut,
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::AddrNotAvailable => Cause::NoRoute,
        _ => Cause::Closed,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use tokio_rustls::rustls::{self, CertificateError};

    use super::{Cause, Failure};

    #[test]
    fn what_the_system_says_is_told_apart() {
        for (kind, cause) in [
            (ErrorKind::ConnectionRefused, Cause::Refused),
            (ErrorKind::PermissionDenied, Cause::Refused),
            (ErrorKind::TimedOut, Cause::TimedOut),
            (ErrorKind::NetworkUnreachable, Cause::NoRoute),
            (ErrorKind::HostUnreachable, Cause::NoRoute),
            (ErrorKind::ConnectionReset, Cause::Closed),
            (ErrorKind::UnexpectedEof, Cause::Closed),
        ] {
            assert_eq!(Failure::from(Error::from(kind)).cause, cause, "{kind:?}");
        }
    }

    #[test]
    fn a_certificate_is_told_from_the_rest_of_tls() {
        let of = |error: rustls::Error| Failure::from(Error::new(ErrorKind::InvalidData, error));
        let expired = of(CertificateError::Expired.into());
        assert_eq!(expired.cause, Cause::Certificate);
        assert_eq!(
            expired.detail.as_deref(),
            Some("invalid peer certificate: certificate expired")
        );
        assert_eq!(of(rustls::Error::HandshakeNotComplete).cause, Cause::Tls);
    }
}
