//! The dialogs over the page: adding a connection, and looking a project up.

use leptos::prelude::*;
use testio_connection::{
    domain::{ids::ProjectId, new_connection::NewConnection, project::ProjectName},
    state::add::Adding,
};

use super::{jira::PROJECTS, page::Page, step::Step};

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
            Step::Add => self.submit(),
            Step::AddTwice => {
                self.submit();
                self.submit();
            }
            // Its button can be pressed while something is on its way; Esc can't.
            Step::CloseAdd => {
                self.adding.set(false);
                return true;
            }
            _ => {}
        }
        false
    }

    fn submit(&self) {
        let was_busy = self.add.progress.get_untracked() == Adding::Busy;
        let Some(project) = self.chosen.get_untracked() else {
            return;
        };
        self.add.submit(NewConnection::without_key(project));
        if !was_busy {
            self.wire.book(|book| book.clicks += 1);
        }
    }
}
