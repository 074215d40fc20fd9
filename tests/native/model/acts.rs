//! What the person can do, as far as the page lets them: a button that is not there, or that says why it does nothing,
//! can't be pressed, and an open dialog covers the page.

use leptos::prelude::*;
use testio_connection::{
    domain::{
        draft::{KeyEntry, Verify},
        failure::{Failure, Remedy},
        filter::{ListFilter, StatusFilter},
        ids::ConnectionId,
        status::Status,
        test_report::Tested,
    },
    state::editor::{Attempt, Outcome},
};

use super::{
    jira::KEYS,
    page::{Page, Shown},
    pane::{Asking, Pane, Typed},
    step::{LABELS, Step, link},
    wire::AUTOFILLED,
};

const SAVE: Attempt = Attempt::Save(Verify::First);

impl Page {
    /// The person acts. Whether it was one of the ways to send nothing.
    pub fn act(&self, step: Step) -> bool {
        match step {
            // Nobody has a link to a connection that is still to come.
            Step::GoTo(number) if self.wire.jira(|jira| jira.is_to_come(&link(number))) => {}
            Step::GoTo(number) => drop(self.navigation.go(ConnectionId::new(link(number)))),
            Step::Return(after_a_while) => self.person_returned(after_a_while),
            Step::SendAgain => self.store.recovery.send_again(),
            Step::GiveUp => self.store.recovery.give_up(),
            _ if self.navigation.asked.get_untracked().is_some() => match step {
                Step::Discard => self.navigation.discard(),
                Step::Stay => {
                    self.replacing.set(None);
                    self.navigation.stay();
                    return true;
                }
                _ => {}
            },
            _ if self.adding.get_untracked() => return self.act_in_adder(step),
            _ if self.looking_up.get_untracked() => match step {
                Step::LookUp(project) => self.look_up(project),
                Step::CloseLookUp => self.looking_up.set(false),
                _ => {}
            },
            _ if self.tool.get_untracked().is_some() => return self.act_in_tool(step),
            Step::OpenAdd if self.may_manage() => self.adding.set(true),
            Step::LookUp(project) => {
                self.looking_up.set(true);
                self.look_up(project);
            }
            _ => match self.pane() {
                Some(pane) if pane.asking.get_untracked().is_some() => {
                    return self.act_in_question(&pane, step);
                }
                pane => {
                    self.act_in_list(step);
                    self.open_tool(step);
                    return pane.is_some_and(|pane| self.act_in_pane(&pane, step));
                }
            },
        }
        false
    }

    pub fn may_manage(&self) -> bool {
        self.store.can_manage.get_untracked()
    }

    fn act_in_list(&self, step: Step) {
        let list = self.store.list;
        match step {
            Step::Open(0) => drop(self.navigation.go(ConnectionId::global())),
            Step::Open(row) => {
                let row = list
                    .rows
                    .with_untracked(|rows| rows.get(usize::from(row) - 1).map(|row| row.id.clone()));
                if let Some(id) = row {
                    self.navigation.go(id);
                }
            }
            Step::Filter(which) => list.ask(match which {
                1 => ListFilter {
                    query: "shop".into(),
                    ..ListFilter::default()
                },
                2 => ListFilter::by_status(StatusFilter::Only(Status::KeyMissing)),
                3 => ListFilter::by_status(StatusFilter::Only(Status::Connected)),
                _ => ListFilter::default(),
            }),
            Step::RetryLoads => self.retry_loads(),
            _ => {}
        }
    }

    /// Presses every Retry of what could not be loaded.
    pub fn retry_loads(&self) {
        if self.store.list.has_failed() || matches!(self.shown(), Shown::NotLoaded) {
            self.opening.retry();
        }
    }

    fn act_in_question(&self, pane: &Pane, step: Step) -> bool {
        let attempt = match pane.asking.get_untracked() {
            Some(Asking::RemoveKey) => Attempt::RemoveKey,
            Some(Asking::Delete) | None => Attempt::Delete,
        };
        match step {
            Step::RemoveKey | Step::Delete if !pane.is_busy() => pane.attempt(attempt),
            Step::Retry | Step::KeepMine | Step::TakeTheirs => return way_on(pane, step),
            Step::CloseQuestion => {
                pane.asking.set(None);
                return true;
            }
            _ => {}
        }
        false
    }

    fn act_in_pane(&self, pane: &Pane, step: Step) -> bool {
        let editor = pane.editor;
        if editor.gone.get_untracked() {
            return false;
        }
        let (busy, may_manage) = (pane.is_busy(), self.may_manage());
        let saving = matches!(editor.busy.get_untracked(), Some(Attempt::Save(_)));
        let has_key = editor.stored.with_untracked(|stored| stored.key.is_some());
        let may_save =
            may_manage && (!busy || saving) && leptos::prelude::untrack(|| editor.savable()).is_ok();
        match step {
            Step::TypeKey(key) if pane.has_field() && !busy && may_manage => {
                type_key(pane, KEYS[usize::from(key)])
            }
            Step::ClearKey if pane.has_field() && !busy && may_manage => type_key(pane, ""),
            // A password manager fills the field in without any key being pressed.
            Step::Autofill if pane.has_field() && editor.key.get_untracked() != KeyEntry::Typed => {
                *pane.field.borrow_mut() = AUTOFILLED.into();
            }
            Step::ReplaceKey if has_key && !pane.has_field() && !busy && may_manage => editor.replace_key(),
            Step::KeepKey if has_key && editor.key.get_untracked() == KeyEntry::Empty => {
                editor.keep_key();
                return true;
            }
            Step::TypeLabel(label) if !saving && may_manage => type_label(pane, LABELS[usize::from(label)]),
            Step::Save if may_save => pane.attempt(SAVE),
            Step::SaveTwice if may_save => {
                pane.attempt(SAVE);
                pane.attempt(SAVE);
            }
            Step::Cancel if !saving && can_cancel(pane) => {
                pane.typed.take();
                editor.cancel();
                return true;
            }
            Step::StopWaiting if saving => {
                editor.stop_waiting();
                return true;
            }
            Step::TestTyped if !busy && may_manage && editor.key.get_untracked() == KeyEntry::Typed => {
                pane.attempt(Attempt::Test(Tested::Typed));
            }
            Step::TestSaved if !busy && may_manage && has_key => pane.attempt(Attempt::Test(Tested::Saved)),
            Step::Switch if !busy && may_manage && has_key && pane.id.is_global() => {
                let active = editor
                    .stored
                    .with_untracked(|stored| stored.serves_all_projects());
                pane.attempt(Attempt::SetActive(!active));
            }
            // What was said of the last attempt stays until the next.
            Step::Undo if !busy && may_manage && was_switched_off(pane) => {
                pane.attempt(Attempt::SetActive(true));
            }
            Step::Everywhere if !busy && has_everywhere(pane) => editor.everywhere.update(|all| *all = !*all),
            Step::RemoveKey if !busy && may_manage && has_key => ask(pane, Asking::RemoveKey),
            Step::Delete if !busy && may_manage && !pane.id.is_global() => ask(pane, Asking::Delete),
            _ => return way_on(pane, step),
        }
        false
    }
}

fn ask(pane: &Pane, about: Asking) {
    pane.editor.outcome.set(None);
    pane.asking.set(Some(about));
    pane.attempt(match about {
        Asking::RemoveKey => Attempt::RemoveKey,
        Asking::Delete => Attempt::Delete,
    });
}

fn was_switched_off(pane: &Pane) -> bool {
    let is_off = pane
        .editor
        .stored
        .with_untracked(|stored| !stored.serves_all_projects());
    is_off && pane.editor.outcome.get_untracked() == Some(Outcome::Done(Attempt::SetActive(false)))
}

/// Whether the choice is offered to replace the key in others, too.
fn has_everywhere(pane: &Pane) -> bool {
    pane.has_field() && leptos::prelude::untrack(|| pane.editor.others_with_the_key()) > 0
}

fn can_cancel(pane: &Pane) -> bool {
    let editor = pane.editor;
    let replacing = editor.stored.with_untracked(|stored| stored.key.is_some())
        && editor.key.get_untracked() != KeyEntry::Kept;
    leptos::prelude::untrack(|| editor.is_dirty()) || replacing
}

fn type_key(pane: &Pane, text: &str) {
    pane.begin_typing();
    *pane.field.borrow_mut() = text.into();
    pane.typed.borrow_mut().key = (!text.is_empty()).then(|| text.to_owned());
    pane.editor.key_typed(text.is_empty());
    forget_nothing_typed(pane);
}

fn type_label(pane: &Pane, text: &'static str) {
    pane.begin_typing();
    pane.editor.label.set(text.into());
    pane.editor.label_error.set(None);
    // What says the same as what is stored is nothing that would have to be kept.
    let same = pane
        .editor
        .stored
        .with_untracked(|stored| stored.label() == text.trim());
    pane.typed.borrow_mut().label = (!same).then_some(text);
    forget_nothing_typed(pane);
}

fn forget_nothing_typed(pane: &Pane) {
    let nothing = matches!(
        *pane.typed.borrow(),
        Typed {
            key: None,
            label: None,
            ..
        }
    );
    if nothing {
        pane.typed.take();
    }
}

/// The buttons of the message about the last attempt.
fn way_on(pane: &Pane, step: Step) -> bool {
    let editor = pane.editor;
    let said = editor
        .outcome
        .get_untracked()
        .filter(|outcome| !pane.is_busy() && pane.says(outcome));
    let Some(Outcome::Failed(attempt, failure)) = said else {
        return false;
    };
    match (step, failure) {
        (Step::KeepMine, Failure::Stale(Some(theirs))) => {
            let version = theirs.version;
            editor.rebase(*theirs);
            if let Some(base) = &mut pane.typed.borrow_mut().base {
                *base = version;
            }
            pane.attempt(attempt);
        }
        (Step::TakeTheirs, Failure::Stale(Some(theirs))) => {
            pane.typed.take();
            pane.wire.book(|book| book.close(pane.id.as_str()));
            editor.take_theirs(*theirs);
            return true;
        }
        (_, Failure::Stale(Some(_))) => {}
        (Step::Retry, failure) if !matches!(failure.remedy(), Remedy::None | Remedy::MendInput) => {
            pane.attempt(attempt);
        }
        (Step::SaveUnverified, failure)
            if failure.remedy() == Remedy::SkipVerification && attempt == SAVE =>
        {
            pane.attempt(Attempt::Save(Verify::Skip));
        }
        _ => {}
    }
    false
}
