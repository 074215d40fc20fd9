//! What is asked of the server.

use std::{cell::Cell, cell::RefCell, rc::Rc};

use super::dto::Body;

/// The contract's verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds or tests.
    Post,
    /// Changes.
    Put,
    /// Removes.
    Delete,
}

impl Method {
    /// Whether it changes something on the server.
    pub fn is_mutation(self) -> bool {
        self != Method::Get
    }

    /// The verb as HTTP writes it.
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }

    /// How long an answer may take, and each piece of one that is streamed, in milliseconds. Writes wait for Test IO behind Jira.
    pub fn time_limit_ms(self) -> u32 {
        if self.is_mutation() { 45_000 } else { 20_000 }
    }
}

/// One request.
pub struct Request {
    /// Verb.
    pub method: Method,
    /// Path and query below the REST base, starting with `/`.
    pub path: String,
    /// Body. It is turned into JSON only when it is sent: it may hold the key, which is wiped on drop as it is.
    pub body: Option<Body>,
    /// The entity tag of the version that a write is based on (RFC 9110, 8.8.3).
    pub if_match: Option<String>,
    /// Takes a body that is text instead of JSON.
    pub sink: Option<Rc<dyn Sink>>,
    /// Lets the caller give up.
    pub cancel: Cancel,
}

/// Takes a body piece by piece, however large it is.
pub trait Sink {
    /// A body begins. What came before was of an attempt that failed.
    fn begin(&self);
    /// The next piece. A letter may begin in one and end in the next.
    fn take(&self, piece: &[u8]);
}

impl Request {
    /// A request without a body.
    pub fn new(method: Method, path: String) -> Self {
        Self {
            method,
            path,
            body: None,
            if_match: None,
            sink: None,
            cancel: Cancel::default(),
        }
    }

    /// The verb and the path, with the names of what is asked for but nothing that was typed.
    pub fn summary(&self) -> String {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let names: Vec<_> = query
            .split('&')
            .filter_map(|part| part.split('=').next())
            .filter(|name| !name.is_empty())
            .collect();
        let query = names.join("&");
        let question = if query.is_empty() { "" } else { "?" };
        [self.method.name(), " ", path, question, &query].concat()
    }

    /// With a body.
    pub fn body(mut self, body: Body) -> Self {
        self.body = Some(body);
        self
    }

    /// Based on a version, which makes the entity tag. The tag that came with the version is of no use: proxies weaken,
    /// change or drop it.
    pub fn if_match(mut self, version: u32) -> Self {
        self.if_match = Some(["\"", &version.to_string(), "\""].concat());
        self
    }

    /// Answered with a text, which goes to `sink`.
    pub fn streamed_to(mut self, sink: Rc<dyn Sink>) -> Self {
        self.sink = Some(sink);
        self
    }

    /// Given up when `cancel` says so.
    pub fn cancelled_by(mut self, cancel: &Cancel) -> Self {
        self.cancel = cancel.clone();
        self
    }
}

type Hook = Box<dyn FnOnce()>;

/// A handle to give up a request that nobody waits for any more.
#[derive(Clone, Default)]
pub struct Cancel {
    cancelled: Rc<Cell<bool>>,
    hooks: Rc<RefCell<Vec<Hook>>>,
}

impl Cancel {
    /// Gives up. A second call does nothing.
    pub fn cancel(&self) {
        self.cancelled.set(true);
        for hook in self.hooks.take() {
            hook();
        }
    }

    /// Whether it was given up.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.get()
    }

    /// Runs `hook` when it is given up; at once if it already was. Several requests may share a handle.
    pub fn on_cancel(&self, hook: impl FnOnce() + 'static) {
        if self.is_cancelled() {
            hook();
        } else {
            self.hooks.borrow_mut().push(Box::new(hook));
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Method, Request};

    #[test]
    fn a_summary_has_nothing_that_was_typed() {
        for (path, summary) in [
            ("/connections/42", "GET /connections/42"),
            (
                "/projects?startAt=0&maxResults=50&query=secret%20project",
                "GET /projects?startAt&maxResults&query",
            ),
            ("/connections?", "GET /connections"),
        ] {
            assert_eq!(Request::new(Method::Get, path.to_owned()).summary(), summary);
        }
    }

    /// A Jira that is busy takes its time, and so does Test IO, which a write waits for besides.
    #[test]
    fn slow_answers_are_waited_for_and_those_to_writes_longest() {
        let read = Method::Get.time_limit_ms();
        assert!(read >= 15_000);
        for write in [Method::Post, Method::Put, Method::Delete] {
            assert!(write.time_limit_ms() >= 2 * read, "{write:?}");
        }
    }
}
