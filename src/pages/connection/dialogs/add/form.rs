//! What stands in the form of the dialog, and what becomes of it.

use leptos::{html, prelude::*};

use super::{
    super::{
        super::services::{AddFor, Services},
        project_picker::{option_of, picked},
    },
    adder::{Adder, Then},
    first_key::FirstKeyEntry,
};
use crate::{
    components::{combobox::OptionRow, dom::focus, subscription::outlived},
    domain::{draft::Verify, failure::Failure, new_connection::NewConnection},
    state::{add::Adding, editor::KeyError},
};

/// What is entered. It goes with the dialog; what adds the connection stays.
#[derive(Clone, Copy)]
pub struct AddForm {
    /// Adds the connection.
    pub adder: Adder,
    /// The project.
    pub chosen: RwSignal<Option<OptionRow>>,
    /// The field of the project.
    pub project_input: NodeRef<html::Input>,
    /// The key that the connection begins with.
    pub entry: FirstKeyEntry,
    /// Whether it was submitted without a project, and none has been chosen since.
    pub project_missing: RwSignal<bool>,
}

impl AddForm {
    /// Nothing entered yet but the project that somebody wants to add a connection for.
    pub fn new(adder: Adder, services: Services) -> Self {
        // The last opening's failure is not this one's.
        adder.add.progress.set(Adding::Idle);
        adder.before.set(None);
        let chosen = match services.adding.get_untracked() {
            Some(AddFor::Project(project)) => Some(option_of(project)),
            Some(AddFor::AnyProject) | None => None,
        };
        let form = Self {
            adder,
            chosen: RwSignal::new(chosen),
            project_input: NodeRef::new(),
            entry: FirstKeyEntry::new(services),
            project_missing: RwSignal::new(false),
        };
        form.forgive_missing_project();
        form.show_refusals();
        form.make_room_for_another();
        form
    }

    /// Whether it is on its way, and nothing can be changed.
    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || outlived(self.adder.add.progress).with(|progress| *progress == Adding::Busy))
    }

    /// Why nothing was added, unless that stands at the key's field.
    pub fn failure(self) -> Option<Failure> {
        match outlived(self.adder.add.progress).get() {
            Adding::Failed(Failure::KeyRefused(_)) if self.entry.typed.get() => None,
            Adding::Failed(failure) => Some(failure),
            Adding::Idle | Adding::Busy => None,
        }
    }

    /// Adds the connection. What is missing for that is said at its field.
    pub fn submit(self, verify: Verify, then: Then) {
        let Some(project) = self.chosen.with_untracked(|chosen| chosen.as_ref().map(picked)) else {
            self.project_missing.set(true);
            focus(self.project_input);
            return;
        };
        if let Some((key, account_label)) = self.entry.take() {
            self.adder.submitted.set_value(project.name);
            self.adder.then.set_value(then);
            self.adder.add.submit(NewConnection {
                project: project.id,
                key,
                account_label,
                verify,
            });
        }
    }

    /// Tries once more. Whoever wanted to add another one after it still does.
    pub fn submit_again(self, verify: Verify) {
        self.submit(verify, self.adder.then.get_value());
    }

    /// Choosing a project puts it right, even if it is taken back.
    fn forgive_missing_project(self) {
        Effect::new(move |_| {
            if self.chosen.with(Option::is_some) {
                self.project_missing.set(false);
            }
        });
    }

    /// A key that is refused is so at its field. One of an account has none: what is wrong with it is said below.
    fn show_refusals(self) {
        Effect::new(move |_| {
            let refused = outlived(self.adder.add.progress).with(|progress| match progress {
                Adding::Failed(Failure::KeyRefused(refusal)) => Some(*refusal),
                _ => None,
            });
            if let (Some(refusal), true) = (refused, self.entry.typed.get_untracked()) {
                self.entry.refuse(KeyError::Refused(refusal));
            }
        });
    }

    /// Once a connection has been added, the form is as it was before, but for the account.
    fn make_room_for_another(self) {
        Effect::new(move |_| {
            if let Some(added) = outlived(self.adder.before).get() {
                self.chosen.set(None);
                self.entry.go_on_with(added.id, self.adder.submitted.get_value());
                focus(self.project_input);
            }
        });
    }
}
