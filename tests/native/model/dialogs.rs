//! The dialogs over the page: adding a connection, and looking a project up.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};

use testio_connection::{
    domain::{
        api_key::ApiKey,
        connection::Connection,
        draft::Verify,
        failure::Remedy,
        ids::{ConnectionId, ProjectId},
        new_connection::{FirstKey, NewConnection},
        project::ProjectName,
    },
    state::{add::Adding, known_accounts::KnownAccounts},
};

use super::{
    jira::{KEYS, PROJECTS},
    page::Page,
    step::Step,
    wire::Wire,
};

/// What follows once a connection has been added.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Then {
    #[default]
    Open,
    Another,
}

/// The key that a new connection begins with, as the dialog has it.
#[derive(Default)]
pub struct First {
    /// The content of the key field.
    pub typed: RefCell<String>,
    /// The connection whose key is used.
    pub key_of: RefCell<Option<ConnectionId>>,
    pub then: Cell<Then>,
    /// What was asked for last.
    sought: RefCell<Option<(ProjectId, FirstKey)>>,
    /// How many were added while the dialog stayed open.
    pub others: Cell<u32>,
    /// The accounts to choose from, while the dialog is open.
    pub accounts: RefCell<Option<KnownAccounts>>,
}

impl First {
    /// The dialog is opened anew.
    pub fn begin(&self) {
        self.typed.take();
        self.key_of.take();
    }

    /// What is said to have been added has to be what was asked for.
    pub fn check(&self, wire: &Wire, added: &Connection) {
        let sought = self.sought.borrow();
        let Some((project, key)) = &*sought else { return };
        let is_it = added.project().is_some_and(|of| of.id == *project);
        let typed = match key {
            FirstKey::Typed(key) => Some(key.expose()),
            FirstKey::None | FirstKey::Of(_) => None,
        };
        let has_key = !matches!(key, FirstKey::Of(_)) || added.key.is_some();
        if !is_it || !has_key || !wire.jira(|jira| jira.has_had(added.id.as_str(), typed, None)) {
            wire.break_promise(format!("{key:?} is said to be added, but {added:?} was"));
        }
    }

    /// The dialog is there for another one of the same account.
    pub fn go_on_with(&self, added: &ConnectionId) {
        self.others.set(self.others.get() + 1);
        if !self.typed.take().is_empty() {
            self.key_of.replace(Some(added.clone()));
        }
        if let Some(known) = *self.accounts.borrow() {
            known.read_again();
        }
    }
}

impl Page {
    pub fn look_up(&self, project: u8) {
        let project = usize::from(project);
        self.lookup.ask(Some(ProjectName {
            id: ProjectId::new(project.to_string()),
            name: PROJECTS[project].into(),
        }));
    }

    pub fn act_in_adder(&self, step: Step) -> bool {
        let Some(picker) = self.picker() else { return false };
        match step {
            Step::SearchProjects(which) => {
                picker.ask(["", "shop", "site"][usize::from(which)].into());
            }
            Step::Choose(option) => {
                let free = picker.rows.with_untracked(|rows| {
                    rows.get(usize::from(option))
                        .filter(|project| project.connection_id.is_none())
                        .map(|project| project.id.clone())
                });
                if free.is_some() {
                    self.chosen.set(free);
                }
            }
            Step::TypeFirstKey(key) if self.first.key_of.borrow().is_none() && !self.is_adding() => {
                *self.first.typed.borrow_mut() = KEYS[usize::from(key)].into();
            }
            Step::UseKeyOf(account) => self.use_key_of(account),
            Step::Add => self.submit(Verify::First, Then::Open),
            Step::AddTwice => {
                self.submit(Verify::First, Then::Open);
                self.submit(Verify::First, Then::Open);
            }
            Step::AddAnother => self.submit(Verify::First, Then::Another),
            Step::AddUnverified if self.can_skip() => self.submit(Verify::Skip, self.first.then.get()),
            // Its button can be pressed while something is on its way; Esc can't.
            Step::CloseAdd => {
                self.adding.set(false);
                return true;
            }
            _ => {}
        }
        false
    }

    fn is_adding(&self) -> bool {
        self.add.progress.get_untracked() == Adding::Busy
    }

    fn can_skip(&self) -> bool {
        self.add.progress.with_untracked(|progress| match progress {
            Adding::Failed(failure) => failure.remedy() == Remedy::SkipVerification,
            _ => false,
        })
    }

    /// Chooses an account among those that are offered; none after the last one.
    fn use_key_of(&self, number: u8) {
        let Some(known) = *self.first.accounts.borrow() else {
            return;
        };
        let chosen = known.found.with_untracked(|found| {
            let found = found.ready()?;
            found
                .get(usize::from(number))
                .map(|account| account.key_of.clone())
        });
        self.first.typed.take();
        self.first.key_of.replace(chosen);
    }

    fn submit(&self, verify: Verify, then: Then) {
        let Some(project) = self.chosen.get_untracked() else {
            return;
        };
        let (was_busy, typed) = (self.is_adding(), self.first.typed.borrow().clone());
        let key = match (self.first.key_of.borrow().clone(), ApiKey::parse(&typed)) {
            (Some(id), _) => FirstKey::Of(id),
            (None, Ok(key)) => FirstKey::Typed(key),
            (None, Err(_)) if typed.is_empty() => FirstKey::None,
            (None, Err(_)) => return,
        };
        if !was_busy {
            self.first.then.set(then);
            self.first.sought.replace(Some((project.clone(), key.clone())));
            self.wire.book(|book| {
                book.clicks += 1;
                book.adding = matches!(key, FirstKey::Typed(_)).then_some(typed);
            });
        }
        self.add.submit(NewConnection {
            project,
            key,
            account_label: None,
            verify,
        });
    }
}
