//! Between the page and the model server: requests wait here until a step says what becomes of them. It sees every
//! request, so the rules about what may be sent, and how often, are held here.

use std::{cell::RefCell, rc::Rc};

use futures::channel::oneshot;
use testio_connection::{
    api::{
        NoAnswer, RawAnswer,
        client::{Client, Pending},
        request::Request,
    },
    state::editor::Attempt,
};

use super::{
    book::Book,
    faults::{Fault, Strikes},
    jira::{Commit, Jira, KEYS, Seen},
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

struct Inner {
    jira: Jira,
    book: Book,
    flights: Vec<Flight>,
    /// Every write that was ever sent, to know one that is sent again; with whether the server has taken it up.
    writes: Vec<(Rc<Request>, bool)>,
    sent: usize,
    broken: Vec<String>,
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

    /// How many requests were sent so far.
    pub fn sent(&self) -> usize {
        self.0.borrow().sent
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
        let chain = id.and_then(|id| self.book.current(id));
        self.flights.push(Flight {
            base: chain.map_or(0, |chain| self.book.chains[chain].base),
            chain,
            request,
            answer: None,
            reply,
        });
        Box::pin(async move { coming.await.unwrap_or(Err(NoAnswer::Offline)) })
    }

    fn hold_the_rules(&mut self, request: &Rc<Request>, id: Option<&str>) {
        let again = self.writes.iter().find(|(sent, _)| Rc::ptr_eq(sent, request));
        if let Some((_, taken_up)) = again {
            if *taken_up {
                self.broken.push(format!(
                    "{:?} {} is sent again after it was done",
                    request.method, request.path
                ));
            }
            return;
        }
        if request.method.is_mutation() {
            self.writes.push((request.clone(), false));
            self.book.writes_sent += 1;
            if self.book.writes_sent > self.book.clicks + self.book.refused_as_stale {
                self.broken.push(format!(
                    "{:?} {}: more writes than clicks",
                    request.method, request.path
                ));
            }
        }
        let body = body_of(request);
        for secret in KEYS.into_iter().chain([AUTOFILLED]) {
            let may_carry = id.is_some_and(|id| self.book.may_carry(request.method, id, secret));
            if request.path.contains(secret) || (body.contains(secret) && !may_carry) {
                self.broken.push(format!(
                    "{:?} {} carries the key {secret:?}",
                    request.method, request.path
                ));
            }
        }
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
        if let (Some(commit), Some(chain)) = (commit, chain) {
            self.took_effect(&commit, chain, base);
        }
    }

    /// A write of the page took effect: once, and over nothing that the person has not seen.
    fn took_effect(&mut self, commit: &Commit, chain: usize, base: u32) {
        let unseen = |other: &&Commit| {
            let before = commit.version == 0 || other.version < commit.version;
            other.id == commit.id && other.version > base && before
        };
        let last = commit.version.checked_sub(1).unwrap_or(u32::MAX);
        if let Some(other) = self.jira.by_others.iter().find(unseen)
            && !self.jira.say_the_same(&commit.id, other.version - 1, last)
            && !self.jira.say_the_same(&commit.id, base, last)
        {
            let what = &self.book.chains[chain].what;
            self.broken.push(format!(
                "{what} in connection {} wrote over somebody else's version {}, but the person had seen {base}",
                commit.id, other.version
            ));
        }
        if let Err(twice) = self.book.committed(commit, chain) {
            self.broken.push(twice);
        }
    }
}

/// The connection that a path is about.
fn connection_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/connections/")?;
    let id = rest.split(['/', '?']).next()?;
    (id != "summary").then_some(id)
}
