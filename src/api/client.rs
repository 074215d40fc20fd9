//! Sends requests and turns every outcome into a value or a [`Failure`].

use std::{
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
};

use super::{
    answer::{NoAnswer, RawAnswer},
    classify::{classify, is_success, unreadable},
    decode,
    json::Json,
    request::Request,
};
use crate::domain::{connection::Versioned, failure::Failure, ids::ETag};

/// An answer that is still to come.
pub type Pending = Pin<Box<dyn Future<Output = Result<RawAnswer, NoAnswer>>>>;

/// How requests travel: [`super::fetch`] in the page, a script in native tests.
pub type Transport = dyn Fn(Request) -> Pending;

/// What a successful answer says, or `None` if it is not of the contract's shape.
type Meaning<T> = fn(&RawAnswer, &Json) -> Option<T>;

/// The plugin's REST endpoints.
#[derive(Clone)]
pub struct Client {
    transport: Rc<Transport>,
}

impl Client {
    /// A client over a transport.
    pub fn new(transport: impl Fn(Request) -> Pending + 'static) -> Self {
        Self {
            transport: Rc::new(transport),
        }
    }

    /// Sends a request whose answer means a `T`. It leaves at once, not when it is awaited.
    pub(super) fn call<T>(&self, request: Request, meaning: Meaning<T>) -> Call<T> {
        Call {
            pending: (self.transport)(request),
            meaning,
        }
    }
}

/// A request on its way. An `async fn` would be compiled into every function that awaits it.
pub struct Call<T> {
    pending: Pending,
    meaning: Meaning<T>,
}

impl<T> Future for Call<T> {
    type Output = Result<T, Failure>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.pending.as_mut().poll(context));
        Poll::Ready(
            success(answer)
                .and_then(|(answer, body)| (self.meaning)(&answer, &body).ok_or_else(|| unreadable(&answer))),
        )
    }
}

fn success(answer: Result<RawAnswer, NoAnswer>) -> Result<(RawAnswer, Json), Failure> {
    let answer = answer?;
    if is_success(&answer) {
        let body = Json::parse(&answer.body);
        Ok((answer, body))
    } else {
        Err(classify(&answer))
    }
}

/// A connection with its entity tag.
pub(super) fn versioned(answer: &RawAnswer, body: &Json) -> Option<Versioned> {
    Some(Versioned {
        connection: decode::connection(body)?,
        etag: answer.etag.clone().map(ETag::new),
    })
}
