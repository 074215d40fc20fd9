//! Asking Test IO before a key is stored.

use super::RestError;
use crate::app::App;
use crate::model::ApiKey;
use crate::store::connections::NewKey;
use crate::test_io::Verdict;

/// Whether Test IO is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verification {
    /// It must accept the key.
    Required,
    /// The key is stored unseen.
    Skipped,
}

impl Verification {
    /// From a request's `verify`.
    pub(super) fn of(verify: Option<bool>) -> Self {
        if verify == Some(false) {
            Self::Skipped
        } else {
            Self::Required
        }
    }

    /// The key as it is to be stored.
    pub(super) async fn pass(self, app: &App, key: ApiKey) -> Result<NewKey, RestError> {
        if self == Self::Skipped {
            return Ok(NewKey { key, verified: None });
        }
        match app.test_io.client().verify(&key).await {
            Verdict::Accepted(products) => Ok(NewKey {
                key,
                verified: Some(products),
            }),
            Verdict::Rejected => Err(RestError::KeyRejected),
            Verdict::Unreachable => Err(RestError::TestIoUnreachable),
            Verdict::RateLimited { retry_after } => Err(RestError::TestIoRateLimited(retry_after)),
        }
    }
}
