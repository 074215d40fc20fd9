//! Sends requests and turns every outcome into a value or a [`Failure`].

use std::rc::Rc;

use futures::future::LocalBoxFuture;
use serde::de::DeserializeOwned;

use super::{
    answer::{NoAnswer, RawAnswer},
    asker::Asker,
    classify::{classify, is_success, unreadable, user_name},
    dto::{self, Body},
    gate::{Gate, Verdict},
    request::{Method, Request},
};
use crate::domain::{barrier::Barrier, failure::Failure, shown::shown_name};

/// An answer that is still to come.
pub type Pending = LocalBoxFuture<'static, Result<RawAnswer, NoAnswer>>;

/// What is read to find out who is logged in. Everybody may read it, and its answer names the person.
const WHO: &str = "/connections/global";

/// How requests travel: [`super::fetch()`] in the page, a script in native tests.
pub type Transport = dyn Fn(Rc<Request>) -> Pending;

/// The plugin's REST endpoints.
#[derive(Clone)]
pub struct Client {
    transport: Rc<Transport>,
    gate: Gate,
    asker: Asker,
}

impl Client {
    /// A client over a transport.
    pub fn new(transport: impl Fn(Rc<Request>) -> Pending + 'static) -> Self {
        Self {
            transport: Rc::new(transport),
            gate: Gate::default(),
            asker: Asker::default(),
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
        let (mut waits, mut has_waited_for_login) = (0, false);
        loop {
            let failure = match self.exchange(&request, has_waited_for_login).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            let barrier = match Barrier::of(&failure, waits) {
                Some(barrier) if !request.cancel.is_cancelled() => barrier,
                _ => return Err(failure),
            };
            match barrier {
                Barrier::Busy(_) => waits += 1,
                Barrier::LoggedOut => has_waited_for_login = true,
                Barrier::AdminConfirmation => {}
            }
            match self.gate.wait(barrier, &request.cancel).await {
                Verdict::SendAgain => {}
                Verdict::GiveUp => return Err(failure),
            }
        }
    }

    /// Sends a request once. What one person asked for is not done in the name of another: after a login, a change first
    /// finds out who is there now, and what was read for somebody else is given up.
    async fn exchange(&self, request: &Rc<Request>, after_login: bool) -> Result<RawAnswer, Failure> {
        if request.method.is_mutation() && self.asker.is_in_doubt() {
            let who = Request::new(Method::Get, WHO.to_owned()).cancelled_by(&request.cancel);
            let (_, somebody_else) = self.exchange_once(&Rc::new(who)).await;
            somebody_else?;
        }
        let (answer, somebody_else) = self.exchange_once(request).await;
        if after_login && !request.method.is_mutation() {
            somebody_else?;
        }
        answer
    }

    /// What an answer means, and whether it was given to somebody else, or to nobody at all, so that it doesn't say.
    async fn exchange_once(
        &self,
        request: &Rc<Request>,
    ) -> (Result<RawAnswer, Failure>, Result<(), Failure>) {
        let answer = match (self.transport)(request.clone()).await {
            Ok(answer) => answer,
            Err(reason) => return (Err(reason.into()), Err(reason.into())),
        };
        let key = request.body.as_ref().and_then(Body::key).unwrap_or_default();
        let somebody_else = self
            .asker
            .answered(&answer)
            .map_err(|name| Failure::SomebodyElse(shown_name(&name)));
        if is_success(&answer) {
            return (Ok(answer), somebody_else);
        }
        let failure = classify(&answer, key).asked(&request.summary());
        if failure == Failure::LoggedOut {
            self.asker.logged_out();
        }
        let says_who = user_name(&answer).is_some();
        let somebody_else = somebody_else.and(if says_who { Ok(()) } else { Err(failure.clone()) });
        (Err(failure), somebody_else)
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
