//! What must hold after every step.

use leptos::prelude::*;
use std::collections::HashMap;

use testio_connection::{
    domain::{
        connection::Connection,
        draft::{KeyEntry, Reach},
        failure::Failure,
        test_round::Verdict,
    },
    state::{
        add::Adding,
        editor::{Attempt, Outcome},
        load::Load,
        paged_query::QueryState,
        test_all::Stage,
    },
};

use super::{
    page::{Page, Shown},
    pane::Pane,
    step::Step,
};

/// What was seen so far, to notice what goes back.
#[derive(Default)]
pub struct Watch {
    /// The newest version that each place has shown of each connection.
    newest: HashMap<(&'static str, String), u32>,
    newest_summary: u32,
    busy: Option<Attempt>,
    adding: bool,
    added: u32,
    report: Option<Report>,
    outcome: Option<Outcome>,
    pane: Option<Pane>,
}

impl Watch {
    /// Looks at the page after a step.
    pub fn look(&mut self, page: &Page, step: Step) -> Result<(), String> {
        if let Some(broken) = page.wire.broken() {
            return Err(broken);
        }
        self.nothing_goes_back(page)?;
        let same_pane = match (&self.pane, page.pane()) {
            (Some(before), Some(now)) => std::rc::Rc::ptr_eq(&before.typed, &now.typed),
            _ => false,
        };
        if let Some(pane) = page.pane() {
            input_is_kept(&pane)?;
            if same_pane {
                self.attempts_end_visibly(&pane, step)?;
            }
            self.no_false_conflict(page, &pane)?;
        } else {
            self.nothing_is_lost(page, step)?;
        }
        self.adding_ends_visibly(page, step)?;
        self.report_is_kept(page, step)?;
        page.wire
            .book(|book| book.testing &= untrack(|| page.test_all.is_busy()));
        self.busy = page.pane().and_then(|pane| pane.editor.busy.get_untracked());
        self.outcome = page.pane().and_then(|pane| pane.editor.outcome.get_untracked());
        self.adding = page.add.progress.get_untracked() == Adding::Busy;
        self.pane = page.pane();
        answers_fit_their_questions(page)
    }

    /// Stale answers never overwrite newer state.
    fn nothing_goes_back(&mut self, page: &Page) -> Result<(), String> {
        let mut seen = Vec::new();
        if let Some(pane) = page.pane() {
            let connection = pane.editor.stored.with_untracked(|stored| stored.clone());
            seen.push(("the pane", connection));
        }
        if let Load::Ready(global) = page.store.global.get_untracked() {
            seen.push(("the Global card", global));
        }
        page.store.list.rows.with_untracked(|rows| {
            for row in (0..rows.total().unwrap_or_default()).filter_map(|index| rows.get(index)) {
                seen.push(("the list", row.clone()));
            }
        });
        for (place, Connection { id, version, .. }) in seen {
            let newest = self.newest.entry((place, id.as_str().to_owned())).or_default();
            if version < *newest {
                return Err(format!(
                    "{place} went back from version {newest} of {} to {version}",
                    id.as_str()
                ));
            }
            *newest = version;
        }
        let summary = page.store.summary.with_untracked(|summary| {
            summary.ready().map_or(0, |summary| {
                summary.accounts.iter().map(|account| account.connections).sum()
            })
        });
        if summary != 0 && summary < self.newest_summary {
            return Err(format!(
                "the figures went back from answer {} to {summary}",
                self.newest_summary
            ));
        }
        self.newest_summary = self.newest_summary.max(summary);
        Ok(())
    }

    /// Nothing was left behind that the person had typed, unless they gave it up.
    fn nothing_is_lost(&self, page: &Page, step: Step) -> Result<(), String> {
        let Some(before) = &self.pane else { return Ok(()) };
        let had_typed = before.typed.borrow().base.is_some();
        let left = page.navigation.current.get_untracked() != before.id;
        let by_hand = matches!(step, Step::Discard);
        if had_typed && !left && !by_hand && !matches!(page.shown(), Shown::Gone) {
            return Err("what was typed is gone with the pane, and nobody was asked".into());
        }
        Ok(())
    }

    /// Every attempt ends in something that can be seen.
    fn attempts_end_visibly(&self, pane: &Pane, step: Step) -> Result<(), String> {
        let editor = pane.editor;
        let ended = self.busy.is_some() && !pane.is_busy();
        let visible = editor
            .outcome
            .get_untracked()
            .is_some_and(|outcome| pane.says(&outcome))
            || editor.key_error.get_untracked().is_some()
            || editor.label_error.with_untracked(Option::is_some)
            || editor.gone.get_untracked();
        if ended && !visible && step != Step::Cancel {
            return Err(format!("{:?} ended without a word", self.busy));
        }
        Ok(())
    }

    fn adding_ends_visibly(&mut self, page: &Page, step: Step) -> Result<(), String> {
        let ended = self.adding && page.add.progress.get_untracked() == Adding::Idle;
        // The dialog says so while it is there for another one.
        let said = page.first.others.get() > self.added;
        self.added = page.first.others.get();
        if ended && !said && page.adding.get_untracked() && !matches!(step, Step::OpenAdd | Step::CloseAdd) {
            return Err("adding ended without a word".into());
        }
        Ok(())
    }

    /// What the last tests came to stays until it is closed, or they are run again.
    fn report_is_kept(&mut self, page: &Page, step: Step) -> Result<(), String> {
        let now = report(page);
        if self.report.is_some() && now != self.report && !matches!(step, Step::TestAll | Step::CloseTool) {
            return Err(format!("the report was {:?} and is {now:?}", self.report));
        }
        self.report = now;
        Ok(())
    }

    /// A conflict is somebody else's doing, or at least another wish of the person's own.
    fn no_false_conflict(&self, page: &Page, pane: &Pane) -> Result<(), String> {
        let now = pane.editor.outcome.get_untracked();
        let Some(Outcome::Failed(attempt, Failure::Stale(Some(theirs)))) = &now else {
            return Ok(());
        };
        if now == self.outcome {
            return Ok(());
        }
        let (id, version) = (pane.id.as_str(), theirs.version);
        let base = page
            .wire
            .book(|book| book.current(id).map_or(0, |last| book.chains[last].base));
        let by_others = page.wire.jira(|jira| {
            jira.by_others
                .iter()
                .any(|other| other.id == id && other.version > base && other.version <= version)
        });
        // How many others hold the same key matters to what goes to them.
        let shown = pane.editor.stored.with_untracked(|stored| stored.same_key);
        let reaches_others = pane.editor.last_reach() != Reach::This && theirs.same_key != shown;
        if by_others || reaches_others || page.wire.book(|book| book.changed_otherwise(id, base)) {
            return Ok(());
        }
        Err(format!(
            "{attempt:?}: a conflict over version {base} that nobody else has caused"
        ))
    }
}

/// How many connections had which verdict.
type Report = Vec<usize>;

fn report(page: &Page) -> Option<Report> {
    page.test_all.stage.with_untracked(|stage| match stage {
        Stage::Testing(round) if round.has_ended() => Some(Verdict::ALL.map(|each| round.count(each)).into()),
        _ => None,
    })
}

/// A failed save keeps what was typed, and so does everything else that the person did not mean to give it up.
fn input_is_kept(pane: &Pane) -> Result<(), String> {
    let editor = pane.editor;
    if editor.gone.get_untracked() {
        return Ok(());
    }
    let typed = pane.typed.borrow().clone();
    let field = pane.field.borrow().clone();
    if let Some(key) = &typed.key
        && (*key != field || editor.key.get_untracked() != KeyEntry::Typed)
    {
        return Err(format!("the key {key:?} was typed, but the field has {field:?}"));
    }
    if typed.key.is_none() && KEYS_IN_FIELD.iter().any(|key| field == *key) {
        return Err(format!("the key {field:?} is still in the field"));
    }
    let label = editor.label.get_untracked();
    match typed.label {
        Some(expected) if label != expected => Err(format!(
            "the label {expected:?} was typed, but the field has {label:?}"
        )),
        None if typed.key.is_none() && leptos::prelude::untrack(|| editor.is_dirty()) => Err(format!(
            "nothing was typed, but there is something to save: {label:?}"
        )),
        _ => Ok(()),
    }
}

use super::jira::KEYS as KEYS_IN_FIELD;

fn answers_fit_their_questions(page: &Page) -> Result<(), String> {
    if let Some(picker) = page.picker()
        && picker.state.get_untracked() == QueryState::Ready
    {
        let query = picker.query.get_untracked();
        let fits = picker.rows.with_untracked(|rows| {
            (0..rows.total().unwrap_or_default())
                .filter_map(|index| rows.get(index))
                .all(|project| project.name.contains(&query))
        });
        if !fits {
            return Err(format!("the picker answers something else than {query:?}"));
        }
    }
    let list = page.store.list;
    if list.state.get_untracked() == QueryState::Ready {
        let words = list.query.with_untracked(|filter| filter.query.clone());
        let fits = list.rows.with_untracked(|rows| {
            (0..rows.total().unwrap_or_default())
                .filter_map(|index| rows.get(index)?.project())
                .all(|project| project.name.contains(&words))
        });
        if !fits {
            return Err(format!("the list answers something else than {words:?}"));
        }
    }
    Ok(())
}
