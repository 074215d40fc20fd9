//! The detail pane without its views, and what the person has typed into it.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use testio_connection::{
    domain::{
        connection::Connection,
        draft::{KeyEntry, Reach},
        ids::ConnectionId,
    },
    state::{
        editor::{Attempt, Editor, Outcome},
        navigation::Navigation,
        opening::Opening,
        store::Store,
    },
};
use zeroize::Zeroizing;

use super::{jira::KEYS, wire::Wire};
use crate::server::render_effect;

/// A question that is asked before something is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    RemoveKey,
    Delete,
}

/// What the person has typed and expects to find, until it is saved or given up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub key: Option<String>,
    pub label: Option<&'static str>,
    /// The version that was shown when they began.
    pub base: Option<u32>,
}

/// The open connection.
#[derive(Clone)]
pub struct Pane {
    pub editor: Editor,
    pub id: ConnectionId,
    pub asking: RwSignal<Option<Asking>>,
    /// The content of the key field.
    pub field: Rc<RefCell<String>>,
    pub typed: Rc<RefCell<Typed>>,
    pub wire: Wire,
}

impl Pane {
    /// As `detail` does.
    pub fn open(
        store: Store,
        navigation: Navigation,
        (returned, opening, replacing): (RwSignal<()>, Opening, RwSignal<Option<ConnectionId>>),
        shown: Connection,
        wire: &Wire,
    ) -> Self {
        let id = shown.id.clone();
        let is_fresh = opening.is_fresh(&id);
        let on_deleted = Callback::new(move |_| {
            navigation.forget_unsaved();
            navigation.go(ConnectionId::global());
        });
        let editor = Editor::new(store, shown, on_deleted);
        let pane = Self {
            editor,
            asking: RwSignal::new(None),
            field: Rc::default(),
            typed: Rc::default(),
            wire: wire.clone(),
            id,
        };
        // Whoever wanted something done here before starts over.
        wire.book(|book| book.close(pane.id.as_str()));
        if !is_fresh {
            editor.refresh();
        }
        Effect::watch(move || returned.track(), move |(), _, _| editor.refresh(), false);
        let unsaved = Memo::new(move |_| editor.is_dirty() && !editor.gone.get());
        navigation.guard(unsaved.into());
        pane.mount_field();
        pane.mount_questions();
        pane.replace_when_asked(replacing);
        pane
    }

    /// As `detail` does.
    fn replace_when_asked(&self, replacing: RwSignal<Option<ConnectionId>>) {
        let (editor, id) = (self.editor, self.id.clone());
        Effect::new(move |_| {
            if replacing.get().as_ref() == Some(&id) {
                replacing.set(None);
                editor.replace_everywhere();
            }
        });
    }

    /// As `key_section` does: the field goes with what it stands in.
    fn mount_field(&self) {
        let editor = self.editor;
        let kept = Memo::new(move |_| editor.key.get() == KeyEntry::Kept);
        let stored = Memo::new(move |_| editor.stored.with(|stored| stored.key.clone()));
        let masked = Memo::new(move |_| if kept.get() { stored.get() } else { None });
        let field = self.field.clone();
        render_effect(move || {
            let _ = (editor.gone.get(), masked.get());
            field.borrow_mut().clear();
        });
        let field = self.field.clone();
        Effect::new(move |_| {
            editor.key_given_up.track();
            field.borrow_mut().clear();
        });
    }

    /// As `removal` does, and checks what is said to be done.
    fn mount_questions(&self) {
        let (editor, asking) = (self.editor, self.asking);
        let (wire, id, typed) = (self.wire.clone(), self.id.clone(), self.typed.clone());
        Effect::new(move |_| {
            editor.outcome.with(|outcome| {
                let Some(Outcome::Done(attempt)) = outcome else {
                    return;
                };
                wire.said_to_be_done(id.as_str(), *attempt, &typed.borrow());
                if let (Attempt::Save(_), Reach::SameKey(_)) = (attempt, editor.last_reach()) {
                    let (typed, count) = (typed.borrow(), editor.last_reach().count());
                    wire.said_to_be_done_together(id.as_str(), count, typed.key.as_deref(), typed.label);
                }
                wire.book(|book| book.close(id.as_str()));
                if let Attempt::Save(_) = attempt {
                    typed.take();
                }
                if matches!(attempt, Attempt::RemoveKey | Attempt::Delete) {
                    asking.set(None);
                }
            });
        });
    }

    /// Whether the key field is shown.
    pub fn has_field(&self) -> bool {
        let kept = self.editor.key.get_untracked() == KeyEntry::Kept;
        let stored = self.editor.stored.with_untracked(|stored| stored.key.is_some());
        let masked = kept && stored;
        !masked && !self.editor.gone.get_untracked()
    }

    /// Whether an outcome can be seen: what a question led to is said beside the question, as long as it is asked.
    pub fn says(&self, outcome: &Outcome) -> bool {
        !matches!(
            (self.asking.get_untracked(), outcome),
            (Some(Asking::Delete), Outcome::Failed(Attempt::RemoveKey, _))
                | (Some(Asking::RemoveKey), Outcome::Failed(Attempt::Delete, _))
        )
    }

    pub fn version(&self) -> u32 {
        self.editor.stored.with_untracked(|stored| stored.version)
    }

    pub fn is_busy(&self) -> bool {
        self.editor.busy.get_untracked().is_some()
    }

    /// Notes that the person begins to type, upon what is shown now.
    pub fn begin_typing(&self) {
        let version = self.version();
        self.typed.borrow_mut().base.get_or_insert(version);
    }

    /// The person confirms something.
    pub fn attempt(&self, attempt: Attempt) {
        let was_busy = self.is_busy();
        let typed = self.typed.borrow().clone();
        let (key, base) = match attempt {
            Attempt::Save(_) => (typed.key.clone(), typed.base.unwrap_or(self.version())),
            Attempt::Test(testio_connection::domain::test_report::Tested::Typed) => {
                (typed.key.clone(), self.version())
            }
            _ => (None, self.version()),
        };
        let what = match attempt {
            Attempt::Save(_) => {
                let reach = untrack(|| self.editor.reach());
                format!("{attempt:?} of {:?} and {:?}, {reach:?}", typed.key, typed.label)
            }
            _ => format!("{attempt:?}"),
        };
        // A test changes nothing that it would have to be told from.
        let is_test = matches!(attempt, Attempt::Test(_));
        if !was_busy {
            let key = key.filter(|key| KEYS.contains(&key.as_str()));
            self.wire.book(|book| {
                if is_test {
                    book.note_test(self.id.as_str(), key);
                } else {
                    book.confirm(self.id.as_str(), what, base, key);
                }
            });
        }
        let field = Zeroizing::new(self.field.borrow().clone());
        self.editor.attempt(attempt, &field);
        if !was_busy && self.is_busy() {
            self.wire.book(|book| book.clicks += 1);
        }
    }
}
