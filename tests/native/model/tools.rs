//! The dialogs that are about many connections at once: the accounts, those of archived projects, and tests of all.

use leptos::prelude::*;
use testio_connection::{
    domain::{
        account::Account,
        filter::{AccountFilter, ListFilter},
        ids::ConnectionId,
        status::Status,
        test_round::{Phase, Verdict},
    },
    state::{
        delete_many::{self, DeleteMany},
        known_accounts::KnownAccounts,
        rename::{Rename, Renaming},
        test_all,
    },
};

use super::{
    page::Page,
    step::{NAMES, Step},
};
use crate::server::render_effect;

/// Which dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Accounts,
    Archived,
    TestAll,
}

/// What is there while one is open. The round of tests is there all the time.
#[derive(Clone, Copy)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one of them, and it is handed on by copying"
)]
pub enum Opened {
    Accounts(KnownAccounts, Rename),
    Archived(DeleteMany),
}

impl Page {
    /// As the dialogs do.
    pub fn mount_tools(&self) {
        let (store, tool, opened, wire) = (self.store, self.tool, self.opened.clone(), self.wire.clone());
        let (navigation, opening) = (self.navigation, self.opening);
        render_effect(move || {
            wire.book(|book| book.deleting.clear());
            opened.replace(match tool.get() {
                Some(Tool::Accounts) => {
                    let known = KnownAccounts::read(store);
                    let rename = Rename::new(store, Callback::new(move |()| known.read_again()));
                    Some(Opened::Accounts(known, rename))
                }
                Some(Tool::Archived) => {
                    let on_done = Callback::new(move |_| {
                        tool.set(None);
                        let current = navigation.current.get_untracked();
                        let was_deleted = opening
                            .shown(&current)
                            .is_none_or(|shown| shown.status == Status::ProjectUnavailable);
                        if was_deleted {
                            navigation.go(ConnectionId::global());
                        }
                    });
                    Some(Opened::Archived(DeleteMany::new(store, on_done)))
                }
                Some(Tool::TestAll) | None => None,
            });
        });
    }

    /// The page's menu, and the chip of a report that is kept.
    pub fn open_tool(&self, step: Step) {
        match step {
            Step::Rename(_) | Step::ReplaceEverywhere(_) | Step::ShowConnections(_) => {
                self.tool.set(Some(Tool::Accounts));
            }
            Step::DeleteArchived if self.may_manage() => self.tool.set(Some(Tool::Archived)),
            Step::TestAll | Step::OpenResult if self.may_manage() => self.tool.set(Some(Tool::TestAll)),
            _ => {}
        }
    }

    pub fn act_in_tool(&self, step: Step) -> bool {
        let opened = *self.opened.borrow();
        match opened {
            Some(Opened::Accounts(known, rename)) => self.act_in_accounts(known, rename, step),
            Some(Opened::Archived(many)) => self.act_in_archived(many, step),
            None => self.act_in_tests(step),
        }
    }

    fn act_in_accounts(&self, known: KnownAccounts, rename: Rename, step: Step) -> bool {
        let account = |number: u8| -> Option<Account> {
            known.found.with_untracked(|found| {
                let found = found.ready()?;
                found.get(usize::from(number)).cloned()
            })
        };
        match step {
            Step::Rename(number) if self.may_manage() => {
                if let Some(account) = account(number / 2) {
                    let name = NAMES[usize::from(number % 2)];
                    if rename.progress.get_untracked() != Renaming::Busy {
                        self.wire.book(|book| book.clicks += 1);
                    }
                    rename.start(&account, name.into());
                }
            }
            Step::ReplaceEverywhere(number) if self.may_manage() => {
                if let Some(account) = account(number) {
                    self.tool.set(None);
                    self.navigation.go(account.key_of.clone());
                    self.replacing.set(Some(account.key_of));
                }
            }
            Step::ShowConnections(number) => {
                if let Some(account) = account(number) {
                    self.tool.set(None);
                    if account.global && account.connections.total == 1 {
                        self.navigation.go(account.key_of);
                    } else {
                        self.store.list.ask(ListFilter {
                            account: AccountFilter::KeyOf(account.key_of),
                            ..ListFilter::default()
                        });
                    }
                }
            }
            Step::RetryLoads if known.found.with_untracked(|found| found.ready().is_none()) => {
                known.read_again();
            }
            Step::CloseTool => {
                self.tool.set(None);
                return true;
            }
            _ => {}
        }
        false
    }

    fn act_in_archived(&self, many: DeleteMany, step: Step) -> bool {
        match (step, many.stage.get_untracked()) {
            (Step::DeleteArchived, delete_many::Stage::Asking(asked)) => {
                let ids = asked.iter().map(|asked| asked.id.as_str().to_owned()).collect();
                self.wire.book(|book| book.deleting = ids);
                many.start();
            }
            (
                Step::DeleteArchived,
                delete_many::Stage::NotCollected(_) | delete_many::Stage::BrokenOff(..),
            ) => many.collect(),
            (Step::CloseTool, delete_many::Stage::Deleting(..)) => many.stop(),
            (Step::CloseTool, _) => {
                self.tool.set(None);
                return true;
            }
            _ => {}
        }
        false
    }

    fn act_in_tests(&self, step: Step) -> bool {
        let round = self.test_all;
        let busy = untrack(|| round.is_busy());
        let begins = |begin: &dyn Fn()| {
            self.wire.book(|book| book.testing = true);
            begin();
        };
        match (step, round.stage.get_untracked()) {
            (Step::TestAll, test_all::Stage::Idle) => {
                begins(&|| round.start(self.store.list.query.get_untracked()));
            }
            (Step::TestAll, _) if !busy => begins(&|| round.again()),
            (Step::GoOnTesting, test_all::Stage::Testing(waiting))
                if matches!(waiting.phase(), Phase::Waiting(_)) =>
            {
                round.go_on();
            }
            (Step::OpenResult, test_all::Stage::Testing(ended)) if ended.has_ended() => {
                let mut results = Verdict::ALL.iter().flat_map(|verdict| ended.of(*verdict));
                if let Some(target) = results.next() {
                    self.tool.set(None);
                    self.navigation.go(target.id.clone());
                }
            }
            (Step::CloseTool, _) if busy => round.stop(),
            (Step::CloseTool, _) => {
                round.forget();
                self.tool.set(None);
                return true;
            }
            _ => {}
        }
        false
    }
}
