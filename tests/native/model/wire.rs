//! Between the page and the model server: requests wait here until a step says what becomes of them. It sees every
//! request, so the rules about what may be sent, and how often, are held here.

use std::{cell::RefCell, rc::Rc};

use futures::channel::oneshot;
use testio_connection::{
    api::{
        NoAnswer, RawAnswer,
        client::{Client, Pending},
        request::{Method, Request},
    },
    state::editor::Attempt,
};

use super::{
    book::Book,
    faults::{Fault, Strikes},
    jira::{Commit, Jira, Seen},
    pane::Typed,
};
use crate::server::body_of;

/// What a password manager put into the key field.
pub const AUTOFILLED: &str = "the-admins-own-password";

type Reply = oneshot::Sender<Result<RawAnswer, NoAnswer>>;

/// A request on its way.
struct Flight {
    request: Rc<Request>,
    /// The server's answer, once it has done what was asked.
    answer: Option<RawAnswer>,
    /// Empty once nobody waits any more.
    reply: Rc<RefCell<Option<Reply>>>,
    /// The attempt behind it, if it is one of [`Book`]'s.
    chain: Option<usize>,
    /// The version that the person had seen.
    base: u32,
}

/// The network and the server.
#[derive(Clone)]
pub struct Wire(Rc<RefCell<Inner>>);

pub struct Inner {
    pub jira: Jira,
    pub book: Book,
    flights: Vec<Flight>,
    /// Every write that was ever sent, to know one that is sent again; with whether the server has taken it up.
    pub writes: Vec<(Rc<Request>, bool)>,
    sent: usize,
    pub broken: Vec<String>,
}

impl Wire {
    pub fn new(jira: Jira) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            jira,
            book: Book::default(),
            flights: Vec::new(),
            writes: Vec::new(),
            sent: 0,
            broken: Vec::new(),
        })))
    }

    pub fn client(&self) -> Client {
        let wire = Rc::downgrade(&self.0);
        Client::new(move |request| match wire.upgrade() {
            Some(wire) => wire.borrow_mut().send(request),
            None => Box::pin(async { Err(NoAnswer::Offline) }),
        })
    }

    pub fn jira<R>(&self, look: impl FnOnce(&mut Jira) -> R) -> R {
        look(&mut self.0.borrow_mut().jira)
    }

    pub fn book<R>(&self, look: impl FnOnce(&mut Book) -> R) -> R {
        look(&mut self.0.borrow_mut().book)
    }

    /// The page says that a save or a deletion was done.
    pub fn said_to_be_done(&self, id: &str, attempt: Attempt, typed: &Typed) {
        let mut inner = self.0.borrow_mut();
        let was_done = match attempt {
            Attempt::Save(_) => inner.jira.has_had(id, typed.key.as_deref(), typed.label),
            Attempt::Delete => inner.jira.row(id).is_none(),
            _ => true,
        };
        if !was_done {
            inner
                .broken
                .push(format!("{attempt:?} of {id} is said to be done, but was not"));
        }
    }

    /// The page says that so many connections were changed together.
    pub fn said_to_be_done_together(&self, id: &str, count: u32, key: Option<&str>, label: Option<&str>) {
        let mut inner = self.0.borrow_mut();
        if !inner.jira.have_had(id, count as usize, key, label) {
            inner.broken.push(format!(
                "{key:?} and {label:?} are said to be in {count} connections with that of {id}, but are not"
            ));
        }
    }

    /// How many requests were sent so far.
    pub fn sent(&self) -> usize {
        self.0.borrow().sent
    }

    /// Something was done or said that must not be.
    pub fn break_promise(&self, what: String) {
        self.0.borrow_mut().broken.push(what);
    }

    /// What was sent or done that must not be.
    pub fn broken(&self) -> Option<String> {
        self.0.borrow().broken.first().cloned()
    }

    /// How many requests the page still waits for.
    pub fn open(&self) -> usize {
        let inner = self.0.borrow();
        inner
            .flights
            .iter()
            .filter(|flight| flight.reply.borrow().is_some())
            .count()
    }

    /// The server takes a request up; its answer is still on its way.
    pub fn serve(&self, which: u8) {
        let mut inner = self.0.borrow_mut();
        if let Some(index) = inner.pick(which) {
            inner.serve(index);
        }
    }

    /// A request is answered as it should be.
    pub fn answer(&self, which: u8) {
        let arriving = {
            let mut inner = self.0.borrow_mut();
            let Some(index) = inner.pick(which) else { return };
            inner.serve(index);
            inner.take(index)
        };
        deliver(arriving.reply, arriving.answer.ok_or(NoAnswer::Offline));
    }

    /// A request goes wrong. What the server has done already can't be turned away any more.
    pub fn fail(&self, which: u8, fault: Fault) {
        let mut inner = self.0.borrow_mut();
        let Some(index) = inner.pick(which) else { return };
        let served = inner.flights[index].answer.is_some();
        if fault.strikes() == Strikes::After || served {
            inner.serve(index);
        }
        let honest = inner.flights[index].answer.clone().unwrap_or_default();
        let arrives = match (fault.strikes(), served) {
            (Strikes::Before, true) => Ok(honest),
            _ => fault.arrives(&honest),
        };
        if !served && matches!(&arrives, Ok(refused) if refused.status == 412) {
            inner.book.refused_as_stale += 1;
        }
        let reply = inner.flights[index].reply.clone();
        if fault.strikes() != Strikes::Meanwhile || served {
            inner.take(index);
        }
        drop(inner);
        deliver(reply, arrives);
    }
}

fn deliver(reply: Rc<RefCell<Option<Reply>>>, arrives: Result<RawAnswer, NoAnswer>) {
    if let Some(reply) = reply.borrow_mut().take() {
        // The page may have stopped waiting.
        let _ = reply.send(arrives);
    }
}

impl Inner {
    fn send(&mut self, request: Rc<Request>) -> Pending {
        self.sent += 1;
        let id = connection_of(&request.path);
        self.hold_the_rules(&request, id);
        let (reply, coming) = oneshot::channel();
        let reply = Rc::new(RefCell::new(Some(reply)));
        // As the browser does: whoever gives up hears of it at once, the server perhaps never.
        request.cancel.on_cancel({
            let reply = reply.clone();
            move || deliver(reply, Err(NoAnswer::GivenUp))
        });
        let chain = self.chain_behind(&request);
        self.flights.push(Flight {
            base: chain.map_or(0, |chain| self.book.chains[chain].base),
            chain,
            request,
            answer: None,
            reply,
        });
        Box::pin(async move { coming.await.unwrap_or(Err(NoAnswer::Offline)) })
    }

    /// One of the requests that the server or the page still waits for.
    fn pick(&mut self, which: u8) -> Option<usize> {
        // What is done and no longer waited for, or a mere question that nobody waits for, is over.
        self.flights.retain(|flight| {
            let waited_for = flight.reply.borrow().is_some();
            waited_for || (flight.answer.is_none() && flight.request.method.is_mutation())
        });
        let count = self.flights.len();
        (count > 0).then(|| usize::from(which) % count)
    }

    fn take(&mut self, index: usize) -> Flight {
        self.flights.remove(index)
    }

    fn serve(&mut self, index: usize) {
        let flight = &mut self.flights[index];
        if flight.answer.is_some() {
            return;
        }
        let request = flight.request.clone();
        let (answer, commit) = self.jira.answer(&Seen {
            method: request.method,
            path: &request.path,
            body: &body_of(&request),
            if_match: request.if_match.as_deref(),
        });
        if answer.status == 412 {
            self.book.refused_as_stale += 1;
        }
        flight.answer = Some(answer);
        for (sent, taken_up) in &mut self.writes {
            *taken_up |= Rc::ptr_eq(sent, &request);
        }
        let (chain, base) = (flight.chain, flight.base);
        if let (Some(commit), Some(chain)) = (&commit, chain) {
            self.took_effect(commit, chain, base);
        }
        let is_put = request.method == Method::Put;
        let reached = self.jira.further.last().filter(|_| is_put && commit.is_some());
        let own = |other: &&Commit| chain.is_some() && commit.as_ref().is_some_and(|own| own.id == other.id);
        let others: Vec<_> = reached
            .into_iter()
            .flatten()
            .filter(|other| !own(other))
            .cloned()
            .collect();
        for other in &others {
            self.book.changed_from_elsewhere(other, chain);
        }
    }
}

/// The connection that a path is about.
pub fn connection_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/connections/")?;
    let id = rest.split(['/', '?']).next()?;
    (id != "summary").then_some(id)
}
