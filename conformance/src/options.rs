//! What a run is given and may do.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use reqwest::Url;

use crate::test_io::TestIo;

/// A password or a key. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the request that needs it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl FromStr for Secret {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Somebody who can log in.
#[derive(Debug, Clone)]
pub struct Login {
    /// The user name.
    pub name: String,
    /// The password.
    pub password: Secret,
}

/// How somebody logs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Method {
    /// Jira's login form; the session cookie goes with each request, as from the page.
    Form,
    /// HTTP Basic authentication with each request.
    Basic,
}

/// Whether the server may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// Not at all.
    Never,
    /// Connections may be made for projects without one; all of them are deleted again.
    OwnConnections,
    /// The Global connection, too; it is put back.
    OwnConnectionsAndGlobal,
}

/// Whether the plugin may be made to check all keys that it has stored, also those that others have stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checking {
    /// It may not.
    Never,
    /// It may, whatever becomes of the status of their connections.
    AllKeys,
}

/// Whether all that the plugin has stored may be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clearing {
    /// No.
    Never,
    /// Yes: nothing of it comes back.
    Everything,
}

/// Everything that a run is given.
#[derive(Debug)]
pub struct Options {
    /// Jira's address with its context path.
    pub base_url: Url,
    /// How to log in.
    pub method: Method,
    /// Somebody who may administer Jira.
    pub admin: Login,
    /// Somebody who may not.
    pub viewer: Option<Login>,
    /// A key that Test IO accepts.
    pub accepted_key: Option<Secret>,
    /// A key that Test IO refuses.
    pub refused_key: Option<Secret>,
    /// The stand-in for Test IO that the plugin has been told to ask.
    pub test_io: Option<TestIo>,
    /// The id of a project that has been archived or deleted.
    pub gone_project: Option<String>,
    /// Ids or keys of the only projects that may get a connection; empty for any that have none.
    pub projects: Vec<String>,
    /// What may be changed.
    pub writing: Writing,
    /// Whether the way to Test IO may be checked, and all keys with it.
    pub checking: Checking,
    /// What may be deleted at the end.
    pub clearing: Clearing,
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn debug_shows_no_secret() {
        let Ok(secret) = "s3cret".parse::<Secret>();
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
