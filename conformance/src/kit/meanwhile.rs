//! Doing something while a request is under way.

use std::thread;

use super::{Kit, REST, Who};
use crate::exchange::{Exchange, Request};
use crate::verdict::{Verdict, not_checked};

impl Kit {
    /// Sends a request as an administrator, and does some work until it is answered. The work can ask whether it is.
    pub(crate) fn meanwhile<T>(
        &self,
        request: &Request,
        work: impl FnOnce(&dyn Fn() -> bool) -> Verdict<T>,
    ) -> Verdict<(Exchange, T)> {
        self.may_send(request)?;
        let session = &self.admin;
        let (received, done) = thread::scope(|scope| {
            let sent = scope.spawn(|| session.send(REST, request));
            let done = work(&|| sent.is_finished());
            (sent.join(), done)
        });
        let Ok(received) = received else {
            return not_checked("the request broke down");
        };
        Ok((self.take(Who::Admin, request, received)?, done?))
    }
}
