//! The newest lines of the log, as far as they were asked for.

use leptos::prelude::*;

use super::Maintenance;
use crate::{
    api::logs,
    domain::{log::LogLines, log_range::Wanted},
    state::{latest::Latest, load::Load},
};

/// The lines that are shown.
#[derive(Clone, Copy)]
pub struct Logs {
    maintenance: Maintenance,
    /// What was asked for last.
    pub wanted: RwSignal<Wanted>,
    /// The answer to that, or what stands in its place. While the same is asked for again it stays.
    pub lines: RwSignal<Load<LogLines>>,
    /// Whether an answer is on its way.
    pub busy: RwSignal<bool>,
    reads: Latest,
}

impl Logs {
    /// Asks for what people mostly want.
    pub fn read(maintenance: Maintenance) -> Self {
        let logs = Self {
            maintenance,
            wanted: RwSignal::new(Wanted::default()),
            lines: RwSignal::new(Load::Loading),
            busy: RwSignal::new(false),
            reads: Latest::default(),
        };
        logs.refresh();
        logs
    }

    /// Asks for something else. Lines of another range or origin say nothing of it, so they go.
    pub fn ask(self, wanted: Wanted) {
        if self.wanted.get_untracked() != wanted {
            self.wanted.set(wanted);
            self.lines.set(Load::Loading);
        }
        self.refresh();
    }

    /// Asks for the same again. Lines that are shown stay until the answer is here.
    pub fn refresh(self) {
        self.lines.maybe_update(Load::ask_again);
        self.busy.set(true);
        let (client, wanted) = (self.maintenance.client(), self.wanted.get_untracked());
        self.reads.ask(
            async move |cancel| logs::tail(&client, wanted, &cancel).await,
            move |read| {
                self.busy.set(false);
                self.lines.set(self.maintenance.note(read).into());
            },
        );
    }
}
