//! Where requests wait that Jira has turned away until somebody logs in, confirms to be an administrator, or until
//! it has time again.
//!
//! To whoever asked, such a request simply takes longer: it is sent again, the very same, when the barrier is gone.
//! So nothing that was typed is lost, nothing is done twice, and no part of the page has to know of it but the one
//! that tells the person.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures::channel::oneshot;

use super::request::Cancel;
use crate::domain::barrier::Barrier;

/// The waiting requests of a client.
#[derive(Clone, Default)]
pub struct Gate(Rc<Inner>);

#[derive(Default)]
struct Inner {
    waiting: RefCell<Vec<Ticket>>,
    last_number: Cell<u32>,
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
struct Ticket {
    number: u32,
    barrier: Barrier,
    /// When it began to wait, in seconds.
    since: f64,
    verdict: oneshot::Sender<Verdict>,
}

impl Ticket {
    fn left(&self, now: f64) -> Barrier {
        match self.barrier {
            // The cast saturates: a clock that was put back has let no time go by.
            Barrier::Busy(seconds) => Barrier::Busy(seconds.saturating_sub((now - self.since) as u32).max(1)),
            other => other,
        }
    }
}

impl Gate {
    /// Calls `changed` whenever [`Gate::barrier`] may say something else.
    pub fn on_change(&self, changed: impl Fn() + 'static) {
        *self.0.changed.borrow_mut() = Some(Rc::new(changed));
    }

    /// What has to be removed first for the waiting requests to go on, if any wait. Of a wait, what is left of it now.
    pub fn barrier(&self) -> Option<Barrier> {
        let now = now_in_seconds();
        let waiting = self.0.waiting.borrow();
        waiting.iter().map(|ticket| ticket.left(now)).max()
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
    pub(super) async fn wait(&self, barrier: Barrier, cancel: &Cancel) -> Verdict {
        let number = self.0.last_number.get().wrapping_add(1);
        self.0.last_number.set(number);
        let (verdict, decided) = oneshot::channel();
        self.0.waiting.borrow_mut().push(Ticket {
            number,
            barrier,
            since: now_in_seconds(),
            verdict,
        });
        let _place = Place { gate: self, number };
        cancel.on_cancel({
            let gate = self.clone();
            move || gate.leave(number)
        });
        self.tell_change();
        // Whoever leaves is told nothing any more.
        decided.await.unwrap_or(Verdict::GiveUp)
    }

    fn leave(&self, number: u32) {
        let has_left = {
            let mut waiting = self.0.waiting.borrow_mut();
            let before = waiting.len();
            waiting.retain(|ticket| ticket.number != number);
            waiting.len() < before
        };
        if has_left {
            self.tell_change();
        }
    }

    fn tell_all(&self, verdict: Verdict) {
        let waiting = self.0.waiting.take();
        let waited = !waiting.is_empty();
        for ticket in waiting {
            // It says so if nobody listens any more, which does not matter.
            let _ = ticket.verdict.send(verdict);
        }
        if waited {
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

#[cfg(target_arch = "wasm32")]
fn now_in_seconds() -> f64 {
    js_sys::Date::now() / 1_000.0
}

/// Native tests end waits by hand.
#[cfg(not(target_arch = "wasm32"))]
fn now_in_seconds() -> f64 {
    0.0
}

/// Leaves the gate when it is dropped: nobody is to log in for a request that is not waited for any more, because
/// another one that it was sent with has failed.
struct Place<'a> {
    gate: &'a Gate,
    number: u32,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.gate.leave(self.number);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use futures::channel::oneshot;

    use super::Ticket;
    use crate::domain::barrier::Barrier;

    fn left(barrier: Barrier, now: f64) -> Barrier {
        let (verdict, _told) = oneshot::channel();
        let since = 1_000.0;
        let number = 1;
        Ticket {
            number,
            barrier,
            since,
            verdict,
        }
        .left(now)
    }

    /// A wait that began before another one is over before it, whichever is the longer.
    #[test]
    fn of_a_wait_what_has_gone_by_is_no_longer_left() {
        let busy = Barrier::Busy(30);
        assert_eq!(left(busy, 1_000.0), busy);
        assert_eq!(left(busy, 1_012.5), Barrier::Busy(18));
        assert_eq!(left(busy, 1_030.0), Barrier::Busy(1), "it is about to go on");
        assert_eq!(left(busy, 2_000.0), Barrier::Busy(1));
        assert_eq!(left(busy, 900.0), busy, "the clock was put back");
        assert_eq!(left(Barrier::LoggedOut, 2_000.0), Barrier::LoggedOut);
    }
}
