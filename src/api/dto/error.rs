//! `Error` with what each code adds to it, and `JiraStatus`, Atlassian REST's `{"message":…,"status-code":…}`.

use serde::Deserialize;

use super::{Connection, Count, if_readable};

/// The body of an error. Whoever stands between the plugin and the page may have written it, so nothing in it is certain
/// to be there, or to be of its type.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ErrorBody {
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) error_messages: Vec<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) errors: FieldErrors,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) code: Option<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) message: Option<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) connection_id: Option<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) current: Option<Connection>,
    #[serde(deserialize_with = "if_readable")]
    retry_after_seconds: Option<Count>,
}

/// What is wrong with single fields of the request.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(in crate::api) struct FieldErrors {
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) api_key: Option<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) account_label: Option<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) project_id: Option<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) from: Option<String>,
    #[serde(deserialize_with = "if_readable")]
    pub(in crate::api) to: Option<String>,
}

impl FieldErrors {
    /// Whether any field is named.
    pub(in crate::api) fn says_something(&self) -> bool {
        [
            &self.api_key,
            &self.account_label,
            &self.project_id,
            &self.from,
            &self.to,
        ]
        .into_iter()
        .any(Option::is_some)
    }
}

impl ErrorBody {
    /// How long to wait, in seconds.
    pub(in crate::api) fn retry_after_seconds(&self) -> Option<u32> {
        self.retry_after_seconds.map(|seconds| seconds.0)
    }
}
