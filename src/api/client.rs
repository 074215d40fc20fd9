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
    gate::{Gate, Ticket, Verdict},
    json::Json,
    request::Request,
};
use crate::domain::{barrier::Barrier, connection::Versioned, failure::Failure, ids::ETag};

/// An answer that is still to come.
pub type Pending = Pin<Box<dyn Future<Output = Result<RawAnswer, NoAnswer>>>>;

/// How requests travel: [`super::fetch()`] in the page, a script in native tests.
pub type Transport = dyn Fn(Rc<Request>) -> Pending;

/// What a successful answer says, or `None` if it is not of the contract's shape.
type Meaning<T> = fn(&RawAnswer, &Json) -> Option<T>;

/// The plugin's REST endpoints.
#[derive(Clone)]
pub struct Client {
    transport: Rc<Transport>,
    gate: Gate,
}

impl Client {
    /// A client over a transport.
    pub fn new(transport: impl Fn(Rc<Request>) -> Pending + 'static) -> Self {
        Self {
            transport: Rc::new(transport),
            gate: Gate::default(),
        }
    }

    /// Where this client's requests wait that Jira has turned away.
    pub fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Sends a request whose answer means a `T`. It leaves at once, not when it is awaited.
    pub(super) fn call<T>(&self, request: Request, meaning: Meaning<T>) -> Call<T> {
        let request = Rc::new(request);
        Call {
            step: Step::UnderWay((self.transport)(request.clone())),
            client: self.clone(),
            request,
            meaning,
        }
    }
}

/// A request on its way. An `async fn` would be compiled into every function that awaits it.
pub struct Call<T> {
    client: Client,
    request: Rc<Request>,
    step: Step,
    meaning: Meaning<T>,
}

enum Step {
    UnderWay(Pending),
    AtTheGate(Rc<Ticket>, Failure),
}

impl<T> Future for Call<T> {
    type Output = Result<T, Failure>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (answer, body) = ready!(self.poll_success(context))?;
        Poll::Ready((self.meaning)(&answer, &body).ok_or_else(|| unreadable(&answer)))
    }
}

impl<T> Call<T> {
    /// The answer, once it is a success or a failure that waiting does not mend.
    fn poll_success(&mut self, context: &mut Context<'_>) -> Poll<Result<(RawAnswer, Json), Failure>> {
        loop {
            match &mut self.step {
                Step::UnderWay(pending) => {
                    let failure = match success(ready!(pending.as_mut().poll(context))) {
                        Ok(answer) => return Poll::Ready(Ok(answer)),
                        Err(failure) => failure,
                    };
                    match Barrier::of(&failure) {
                        Some(barrier) if !self.request.cancel.is_cancelled() => {
                            let ticket = self.client.gate.wait(barrier, &self.request.cancel);
                            self.step = Step::AtTheGate(ticket, failure);
                        }
                        _ => return Poll::Ready(Err(failure)),
                    }
                }
                Step::AtTheGate(ticket, failure) => match ticket.verdict(context.waker()) {
                    None => return Poll::Pending,
                    Some(Verdict::GiveUp) => return Poll::Ready(Err(failure.clone())),
                    Some(Verdict::SendAgain) => {
                        self.step = Step::UnderWay((self.client.transport)(self.request.clone()));
                    }
                },
            }
        }
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
