//! Who asks: nothing that one person asked for is sent in the name of another.
//!
//! The browser has one session, which somebody else may begin in another tab while a request waits for a login. Jira
//! names the person in every answer (`X-AUSERNAME`); a server that does not is believed.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{answer::RawAnswer, classify::user_name};

/// The person who works with the page.
#[derive(Clone, Default)]
pub struct Asker(Rc<Known>);

#[derive(Default)]
struct Known {
    name: RefCell<Option<String>>,
    in_doubt: Cell<bool>,
}

impl Asker {
    /// Takes in whom an answer was given to. If that is somebody else than before, says who.
    pub(super) fn answered(&self, answer: &RawAnswer) -> Result<(), String> {
        let Some(now) = user_name(answer) else {
            return Ok(());
        };
        let mut known = self.0.name.borrow_mut();
        let is_same = known.get_or_insert_with(|| now.to_owned()) == now;
        self.0.in_doubt.set(!is_same);
        if is_same { Ok(()) } else { Err(now.to_owned()) }
    }

    /// Somebody has to log in, which may be anybody.
    pub(super) fn logged_out(&self) {
        self.0.in_doubt.set(true);
    }

    /// Whether somebody else may be logged in by now.
    pub(super) fn is_in_doubt(&self) -> bool {
        self.0.in_doubt.get() && self.0.name.borrow().is_some()
    }
}
