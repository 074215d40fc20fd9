//! Sends requests and turns every outcome into a value or a [`Failure`].

use std::rc::Rc;

use futures::future::LocalBoxFuture;
use serde::de::DeserializeOwned;

use super::{
    answer::{NoAnswer, RawAnswer},
    classify::{classify, is_success, unreadable},
    dto,
    gate::{Gate, Verdict},
    request::Request,
};
use crate::domain::{barrier::Barrier, failure::Failure};

/// An answer that is still to come.
pub type Pending = LocalBoxFuture<'static, Result<RawAnswer, NoAnswer>>;

/// How requests travel: [`super::fetch()`] in the page, a script in native tests.
pub type Transport = dyn Fn(Rc<Request>) -> Pending;

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

    /// Sends a request whose answer's body has the schema `D` and stands for a `T`.
    pub(super) async fn read<D, T>(&self, request: Request) -> Result<T, Failure>
    where
        D: DeserializeOwned,
        T: TryFrom<D>,
    {
        contents(&self.send(request).await?)
    }

    /// Sends a request until it is answered by a success or a failure that waiting does not mend.
    pub(super) async fn send(&self, request: Request) -> Result<RawAnswer, Failure> {
        let request = Rc::new(request);
        loop {
            let failure = match (self.transport)(request.clone()).await {
                Ok(answer) if is_success(&answer) => return Ok(answer),
                Ok(answer) => classify(&answer),
                Err(reason) => reason.into(),
            };
            let barrier = match Barrier::of(&failure) {
                Some(barrier) if !request.cancel.is_cancelled() => barrier,
                _ => return Err(failure),
            };
            match self.gate.wait(barrier, &request.cancel).await {
                Verdict::SendAgain => {}
                Verdict::GiveUp => return Err(failure),
            }
        }
    }
}

/// What the body of a successful answer stands for, if it has the schema `D`.
pub(super) fn contents<D, T>(answer: &RawAnswer) -> Result<T, Failure>
where
    D: DeserializeOwned,
    T: TryFrom<D>,
{
    dto::read(&answer.body).ok_or_else(|| unreadable(answer))
}
