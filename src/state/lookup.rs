//! Which connection a project really uses.

use leptos::prelude::*;

use super::{latest::Latest, load::Load, store::Store};
use crate::{
    api::projects,
    domain::{project::ProjectName, summary::Effective},
};

/// A question about one project.
#[derive(Clone, Copy)]
pub struct Lookup {
    store: Store,
    /// The answer to the last question, with the project it is about.
    pub answer: RwSignal<Option<(ProjectName, Load<Effective>)>>,
    reads: Latest,
}

impl Lookup {
    /// Nothing asked yet.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            answer: RwSignal::new(None),
            reads: Latest::default(),
        }
    }

    /// Asks about a project, or takes the question back.
    pub fn ask(self, project: Option<ProjectName>) {
        self.reads.end();
        let Some(project) = project else {
            return self.answer.set(None);
        };
        self.answer.set(Some((project.clone(), Load::Loading)));
        let client = self.store.client();
        self.reads.ask(
            async move |cancel| {
                let answer = projects::effective_connection(&client, &project.id, &cancel).await;
                (project, answer.into())
            },
            move |answer| self.answer.set(Some(answer)),
        );
    }
}
