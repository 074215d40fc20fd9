//! Where requests wait that Jira has turned away until somebody logs in, confirms to be an administrator, or until
//! it has time again.
//!
//! To whoever asked, such a request simply takes longer: it is sent again, the very same, when the barrier is gone.
//! So nothing that was typed is lost, nothing is done twice, and no part of the page has to know of it but the one
//! that tells the person.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    task::Waker,
};

use super::request::Cancel;
use crate::domain::barrier::Barrier;

/// The waiting requests of a client.
#[derive(Clone, Default)]
pub struct Gate(Rc<Inner>);

#[derive(Default)]
struct Inner {
    waiting: RefCell<Vec<Rc<Ticket>>>,
    changed: RefCell<Option<Rc<dyn Fn()>>>,
}

/// What a waiting request is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is sent again.
    SendAgain,
    /// It is given up, for the reason that it waited for.
    GiveUp,
}

/// A waiting request's place.
pub(super) struct Ticket {
    barrier: Barrier,
    verdict: Cell<Option<Verdict>>,
    waker: RefCell<Option<Waker>>,
}

impl Ticket {
    /// What was decided, if anything was. Until then `waker` is remembered.
    pub(super) fn verdict(&self, waker: &Waker) -> Option<Verdict> {
        let verdict = self.verdict.get();
        if verdict.is_none() {
            *self.waker.borrow_mut() = Some(waker.clone());
        }
        verdict
    }

    fn tell(&self, verdict: Verdict) {
        self.verdict.set(Some(verdict));
        if let Some(waker) = self.waker.borrow_mut().take() {
            waker.wake();
        }
    }
}

impl Gate {
    /// Calls `changed` whenever [`Gate::barrier`] may say something else.
    pub fn on_change(&self, changed: impl Fn() + 'static) {
        *self.0.changed.borrow_mut() = Some(Rc::new(changed));
    }

    /// What has to be removed first for the waiting requests to go on, if any wait.
    pub fn barrier(&self) -> Option<Barrier> {
        self.0.waiting.borrow().iter().map(|ticket| ticket.barrier).max()
    }

    /// Sends every waiting request again.
    pub fn send_again(&self) {
        self.tell_all(Verdict::SendAgain);
    }

    /// Gives every waiting request up.
    pub fn give_up(&self) {
        self.tell_all(Verdict::GiveUp);
    }

    /// Lets a request wait. If nobody needs its answer any more, it leaves.
    pub(super) fn wait(&self, barrier: Barrier, cancel: &Cancel) -> Rc<Ticket> {
        let ticket = Rc::new(Ticket {
            barrier,
            verdict: Cell::new(None),
            waker: RefCell::default(),
        });
        self.0.waiting.borrow_mut().push(ticket.clone());
        cancel.on_cancel({
            let (gate, ticket) = (self.clone(), ticket.clone());
            move || gate.leave(&ticket)
        });
        self.tell_change();
        ticket
    }

    fn leave(&self, leaving: &Rc<Ticket>) {
        let waited = {
            let mut waiting = self.0.waiting.borrow_mut();
            let before = waiting.len();
            waiting.retain(|ticket| !Rc::ptr_eq(ticket, leaving));
            waiting.len() < before
        };
        if waited {
            leaving.tell(Verdict::GiveUp);
            self.tell_change();
        }
    }

    fn tell_all(&self, verdict: Verdict) {
        let waiting = self.0.waiting.take();
        for ticket in &waiting {
            ticket.tell(verdict);
        }
        if !waiting.is_empty() {
            self.tell_change();
        }
    }

    fn tell_change(&self) {
        let changed = self.0.changed.borrow().clone();
        if let Some(changed) = changed {
            changed();
        }
    }
}
