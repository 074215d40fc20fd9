//! What happens without the person: a second administrator, rights, Test IO.

use super::{
    jira::{Commit, THEIR_KEY},
    step::{Step, link},
    wire::Wire,
};

/// Somebody else acts, or something else changes.
pub fn act(wire: &Wire, step: Step) {
    let edit = |id: String, change: &dyn Fn(&mut super::jira::Row, u32)| {
        let commit = wire.jira(|jira| {
            let commit = jira.change(&id, change);
            jira.by_others.extend(commit.clone());
            commit
        });
        if commit.is_some() {
            wire.book(|book| book.changed_by_others(&id));
        }
    };
    match step {
        Step::OthersLabel(n) => edit(link(n), &|row, clock| row.label = format!("Theirs {clock}")),
        Step::OthersKey(n) => edit(link(n), &|row, clock| {
            row.key = Some(THEIR_KEY.into());
            row.key_saved = clock;
            row.check = Some("CONNECTED");
        }),
        Step::OthersRemoveKey(n) if has_key(wire, n) => edit(link(n), &|row, _| {
            row.key = None;
            row.check = None;
            row.active = row.project.is_some();
        }),
        Step::OthersSwitch if has_key(wire, 0) => edit(link(0), &|row, _| row.active = !row.active),
        Step::OthersDelete(n) if n > 0 => {
            let id = link(n);
            wire.jira(|jira| {
                jira.rows.retain(|row| row.id != id);
                jira.by_others.push(Commit {
                    id: id.clone(),
                    version: u32::MAX,
                });
            });
            wire.book(|book| book.changed_by_others(&id));
        }
        Step::OthersAdd(project) => {
            wire.jira(|jira| {
                if jira.of_project(project.into()).is_none() && !jira.archived[usize::from(project)] {
                    jira.add(project.into(), |_, _| {});
                }
            });
        }
        // A test says something new of a connection, but changes nothing that anybody has entered.
        Step::OthersTest(n) if has_key(wire, n) => {
            wire.jira(|jira| jira.change(&link(n), |row, _| row.check = Some("UNREACHABLE")));
        }
        // Jira does that; whoever reads the connection sees it, in the same version.
        Step::OthersArchive(n) => wire.jira(|jira| {
            let archived = jira
                .rows
                .iter_mut()
                .find(|row| row.id == link(n) && row.project.is_some());
            if let Some(row) = archived {
                row.archived = true;
                jira.archived[row.project.unwrap_or_default()] = true;
            }
        }),
        Step::Rights(may_manage) => wire.jira(|jira| jira.may_manage = may_manage),
        Step::TestIo(does) => wire.jira(|jira| jira.test_io = does),
        _ => {}
    }
}

fn has_key(wire: &Wire, number: u8) -> bool {
    wire.jira(|jira| jira.row(&link(number)).is_some_and(|row| row.key.is_some()))
}
