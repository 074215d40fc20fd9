//! A server whose answers the test gives by hand, in any order.

use std::{cell::RefCell, rc::Rc};

use any_spawner::Executor;
use futures::channel::oneshot;
use leptos::prelude::*;
use testio_connection::{
    api::{
        NoAnswer, RawAnswer,
        client::Client,
        dto,
        json::to_json,
        request::{Cancel, Method, Request, Sink},
    },
    domain::connection::Connection,
};

/// A request that was asked and not yet answered.
pub struct Asked {
    pub method: Method,
    pub path: String,
    pub body: String,
    pub if_match: Option<String>,
    pub sink: Option<Rc<dyn Sink>>,
    pub cancel: Cancel,
    answer: oneshot::Sender<Result<RawAnswer, NoAnswer>>,
}

impl Asked {
    /// Answers with JSON.
    pub fn json(self, status: u16, body: &str) {
        self.raw(json_answer(status, body));
    }

    /// Answers with anything at all.
    pub fn raw(self, answer: RawAnswer) {
        self.send(Ok(answer));
    }

    /// Never answers.
    pub fn fail(self, reason: NoAnswer) {
        self.send(Err(reason));
    }

    fn send(self, answer: Result<RawAnswer, NoAnswer>) {
        // The page may have stopped waiting; that is what some tests are about.
        let _ = self.answer.send(answer);
        settle();
    }
}

/// An answer with JSON.
pub fn json_answer(status: u16, body: &str) -> RawAnswer {
    RawAnswer {
        status,
        content_type: "application/json".into(),
        body: body.into(),
        ..RawAnswer::default()
    }
}

/// The server's side of the wire.
#[derive(Clone, Default)]
pub struct Server(Rc<RefCell<Vec<Asked>>>);

impl Server {
    /// A server that nothing was asked yet, and a client of it.
    pub fn with_client() -> (Self, Client) {
        let server = Self::default();
        let client = server.client();
        (server, client)
    }

    /// A client of this server.
    pub fn client(&self) -> Client {
        let asked = self.0.clone();
        Client::new(move |request: Rc<Request>| {
            let (answer, coming) = oneshot::channel();
            asked.borrow_mut().push(Asked {
                method: request.method,
                path: request.path.clone(),
                body: body_of(&request),
                if_match: request.if_match.clone(),
                sink: request.sink.clone(),
                cancel: request.cancel.clone(),
                answer,
            });
            Box::pin(async move { coming.await.unwrap_or(Err(NoAnswer::Offline)) })
        })
    }

    /// The oldest open request.
    pub fn next(&self) -> Asked {
        settle();
        self.0.borrow_mut().remove(0)
    }

    /// How many requests wait for an answer.
    pub fn open(&self) -> usize {
        settle();
        self.0.borrow().len()
    }
}

/// The body of a request as it is sent; empty if it has none.
pub fn body_of(request: &Request) -> String {
    request.body.as_ref().and_then(to_json).unwrap_or_default()
}

/// A connection as the server describes it.
pub fn connection_from(json: &str) -> Connection {
    dto::read::<dto::Connection, _>(json).expect("the contract's shape")
}

/// A reactive owner and a scheduler that runs only in [`settle`].
pub fn runtime() -> Owner {
    // Every test of this process asks; the first one sets it up.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new();
    owner.set();
    owner
}

/// Runs at once, and again whenever what it reads has changed, for as long as the present owner lives: as a view does.
pub fn render_effect(run: impl Fn() + 'static) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}

/// Lets everything run that can run.
pub fn settle() {
    for _ in 0..16 {
        Executor::poll_local();
    }
}
