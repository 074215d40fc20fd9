//! Identifiers as the server hands them out. They are opaque: compared and sent back, never computed.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Wraps an identifier that the server or a URL gave.
            pub fn new(value: impl Into<String>) -> Self {
                Self(value.into())
            }

            /// The identifier as it goes into URLs and bodies.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// Id of a connection; `global` for the Global (default) one.
    ConnectionId
}
id! {
    /// Jira's numeric project id, as text. It survives renames of the key.
    ProjectId
}
id! {
    /// Jira's project key, such as `SMOK`. For display; it can be renamed.
    ProjectKey
}

id! {
    /// Id of a job, such as `ISSUES_SYNC`.
    JobId
}

const GLOBAL: &str = "global";

impl ConnectionId {
    /// The one Global (default) connection. It always exists.
    pub fn global() -> Self {
        Self::new(GLOBAL)
    }

    /// Whether this is the Global (default) connection.
    pub fn is_global(&self) -> bool {
        self.0 == GLOBAL
    }
}
