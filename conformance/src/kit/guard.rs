//! What the kit may touch, checked on every request before it is sent.

use reqwest::Method;

use super::{Kit, NOWHERE};
use crate::exchange::Request;
use crate::options::{Checking, Clearing, Writing};
use crate::verdict::{Verdict, not_checked};

impl Kit {
    /// Refuses whatever could change something that is not the kit's own.
    pub(super) fn may_send(&self, request: &Request) -> Verdict {
        if request.method == Method::GET || self.is_harmless(request) {
            return Ok(());
        }
        not_checked(format!(
            "{} {} could change what is not the kit's own",
            request.method, request.path
        ))
    }

    fn is_harmless(&self, request: &Request) -> bool {
        if self.options.writing == Writing::Never {
            return false;
        }
        let mut segments = request.path.split('/').skip(1);
        match (segments.next(), segments.next()) {
            (Some("connections"), None) => self.is_for_a_free_project(request),
            (Some("connections"), Some("global")) => {
                self.options.writing == Writing::OwnConnectionsAndGlobal
                    && self.reaches_own_only("global", &request.json())
            }
            (Some("connections"), Some(id)) => {
                id == NOWHERE
                    || self.made.borrow().iter().any(|made| made.id == id)
                        && self.reaches_own_only(id, &request.json())
            }
            (Some("maintenance"), Some("checks")) => self.options.checking == Checking::AllKeys,
            (Some("maintenance"), Some("jobs")) => true,
            (Some("maintenance"), Some("data")) => {
                self.options.clearing == Clearing::Everything || request.json()["confirm"] != "CLEAR"
            }
            _ => false,
        }
    }

    /// A body that names no project makes no connection.
    fn is_for_a_free_project(&self, request: &Request) -> bool {
        request.json()["projectId"].as_str().is_none_or(|project| {
            project == NOWHERE
                || self.options.gone_project.as_deref() == Some(project)
                || self
                    .free
                    .get()
                    .is_some_and(|free| free.iter().any(|(id, _)| id == project))
        })
    }
}
