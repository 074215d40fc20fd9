//! What must hold at the end, when everything has been answered as it should be.

use leptos::prelude::*;
use testio_connection::{
    api::dto,
    domain::{
        connection::Connection,
        filter::{AccountFilter, ListFilter, StatusFilter},
        summary::Summary,
    },
    state::{add::Adding, load::Load, paged_query::QueryState},
};

use super::{
    answers,
    page::{Page, Shown},
    settle,
    step::Step,
    tools::{Opened, Tool},
    watch::Watch,
};
use crate::server::connection_from;

/// Lets a sequence come to rest, and looks at what it has come to.
pub fn finish(page: &Page, watch: &mut Watch) -> Result<(), String> {
    answer_all(page)?;
    watch.look(page, Step::AnswerAll)?;
    // Test IO may ask to wait for as long as it likes.
    while page.tool.get_untracked().is_some() {
        // A question about what was typed covers it.
        page.act(Step::Stay);
        page.act(Step::CloseTool);
        answer_all(page)?;
        watch.look(page, Step::CloseTool)?;
    }
    nothing_is_busy(page)?;
    who_is_gone_is_gone_everywhere(page)?;
    page.act(Step::Stay);
    // A read that failed may be asked again, and a person comes back.
    for step in [Step::RetryLoads, Step::Return(true), Step::RetryLoads] {
        if step == Step::RetryLoads {
            page.retry_loads();
        } else {
            page.act(step);
        }
        answer_all(page)?;
        watch.look(page, step)?;
    }
    nothing_is_busy(page)?;
    page_agrees_with_server(page)?;
    accounts_agree_with_server(page)?;
    picker_agrees_with_server(page)
}

/// Answers everything as it should be, also what waits for a login.
pub fn answer_all(page: &Page) -> Result<(), String> {
    for _ in 0..60 {
        settle();
        if page.wire.open() > 0 {
            page.wire.answer(0);
        } else if page.store.recovery.barrier.get_untracked().is_some() {
            page.store.recovery.send_again();
            settle();
            if page.wire.open() == 0 {
                return Err("what waited was not sent again".into());
            }
        } else {
            return Ok(());
        }
    }
    Err("the page never stops asking".into())
}

fn nothing_is_busy(page: &Page) -> Result<(), String> {
    let busy = |what: &str| Err(format!("{what} is still busy although everything was answered"));
    let store = page.store;
    if page.pane().is_some_and(|pane| pane.is_busy()) {
        return busy("the pane");
    }
    if untrack(|| page.test_all.is_busy()) {
        return busy("testing");
    }
    if page.add.progress.get_untracked() == Adding::Busy {
        return busy("adding");
    }
    if store.list.state.get_untracked() == QueryState::Loading {
        return busy("the list");
    }
    if store.global.with_untracked(|global| *global == Load::Loading) {
        return busy("the Global card");
    }
    if store.summary.with_untracked(|summary| *summary == Load::Loading) {
        return busy("the summary");
    }
    if matches!(page.shown(), Shown::Waiting) {
        return busy("the right column");
    }
    let asked = page.lookup.answer.get_untracked();
    if asked.is_some_and(|(_, answer)| answer == Load::Loading) {
        return busy("the lookup");
    }
    Ok(())
}

/// What the right column calls gone is no row of the list any more.
fn who_is_gone_is_gone_everywhere(page: &Page) -> Result<(), String> {
    let gone = match page.shown() {
        Shown::Gone => true,
        Shown::Pane(pane) => pane.editor.gone.get_untracked(),
        _ => false,
    };
    let id = page.navigation.current.get_untracked();
    let ready = page.store.list.state.get_untracked() == QueryState::Ready;
    let listed = page
        .store
        .list
        .rows
        .with_untracked(|rows| rows.position(|row| row.id == id));
    if gone && ready && listed.is_some() {
        return Err(format!("{} is gone, but still in the list", id.as_str()));
    }
    Ok(())
}

fn page_agrees_with_server(page: &Page) -> Result<(), String> {
    let truth = |id: &str| {
        page.wire.jira(|jira| {
            let row = jira.row(id)?;
            Some(read(&answers::connection_json(&jira.rows, row)))
        })
    };
    let global = page.store.global.with_untracked(|global| global.ready().cloned());
    if global != truth("global") {
        return Err("the Global card differs from the server".into());
    }
    let filter = page.store.list.query.get_untracked();
    let ListFilter {
        query,
        status,
        account,
    } = filter;
    let query = match (status, account) {
        (StatusFilter::Any, AccountFilter::Any) => format!("query={query}"),
        (StatusFilter::Only(status), AccountFilter::Any) => format!("status={}", status.as_wire()),
        (StatusFilter::Any, AccountFilter::KeyOf(id)) => format!("keyOf={}", id.as_str()),
        other => panic!("no step of `acts.rs` filters by {other:?}"),
    };
    let listed = page.wire.jira(|jira| answers::list_json(&jira.rows, &query));
    let listed: Vec<Connection> = listed["values"]
        .as_array()
        .into_iter()
        .flatten()
        .map(read)
        .collect();
    let (shown, total) = page.store.list.rows.with_untracked(|rows| {
        let total = rows.total();
        (
            (0..total.unwrap_or_default())
                .filter_map(|index| rows.get(index).cloned())
                .collect::<Vec<_>>(),
            total,
        )
    });
    if shown != listed || total != Some(listed.len()) {
        return Err("the list differs from the server's".into());
    }
    let figures = page.wire.jira(|jira| answers::summary_json(jira, 0));
    let figures = dto::read::<dto::Summary, Summary>(&figures.to_string())
        .map(|figures| (figures.connections, figures.projects));
    let shown = page.store.summary.with_untracked(|summary| {
        summary
            .ready()
            .map(|summary| (summary.connections.clone(), summary.projects))
    });
    if shown != figures {
        return Err(format!("the figures are {shown:?} and should be {figures:?}"));
    }
    pane_agrees_with_server(page, truth(page.navigation.current.get_untracked().as_str()))
}

fn pane_agrees_with_server(page: &Page, truth: Option<Connection>) -> Result<(), String> {
    match (page.shown(), truth) {
        (Shown::Pane(pane), truth) => {
            let gone = pane.editor.gone.get_untracked();
            let shown = pane.editor.stored.with_untracked(|stored| stored.clone());
            let untouched = pane.typed.borrow().base.is_none();
            match truth {
                None if !gone => Err("the pane shows a connection that is gone".into()),
                Some(_) if gone => Err("the pane says that a connection is gone that is there".into()),
                Some(truth) if untouched && truth != shown => Err("the pane differs from the server".into()),
                _ => Ok(()),
            }
        }
        // A link may have been older than the connection it names.
        (Shown::Gone, _) => Ok(()),
        (Shown::NotLoaded | Shown::Waiting, _) => Err("the right column shows no connection".into()),
    }
}

fn accounts_agree_with_server(page: &Page) -> Result<(), String> {
    page.tool.set(Some(Tool::Accounts));
    answer_all(page)?;
    let Some(Opened::Accounts(known, _)) = *page.opened.borrow() else {
        return Err("the accounts are not there".into());
    };
    let shown = known.found.with_untracked(|found| {
        let found = found.ready().map(Vec::as_slice).unwrap_or_default();
        found
            .iter()
            .map(|account| {
                (
                    account.key_of.as_str().to_owned(),
                    account.connections.total,
                    account.label().unwrap_or_default().to_owned(),
                )
            })
            .collect::<Vec<_>>()
    });
    let stored = page.wire.jira(|jira| answers::accounts_json(&jira.rows));
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let truth: Vec<_> = stored["values"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|account| {
            let labels = account["labels"].as_array().into_iter().flatten();
            let label = labels
                .map(|used| text(&used["label"]))
                .find(|label| !label.is_empty());
            let connections = account["connections"].as_u64().unwrap_or_default();
            (
                text(&account["keyOf"]),
                u32::try_from(connections).unwrap_or(u32::MAX),
                label.unwrap_or_default(),
            )
        })
        .collect();
    page.tool.set(None);
    if shown != truth {
        return Err(format!("the accounts are {shown:?} and should be {truth:?}"));
    }
    Ok(())
}

fn picker_agrees_with_server(page: &Page) -> Result<(), String> {
    page.adding.set(false);
    settle();
    page.adding.set(true);
    answer_all(page)?;
    let Some(picker) = page.picker() else {
        return Err("the picker is not there".into());
    };
    for project in 0..super::jira::PROJECTS.len() {
        if page.wire.jira(|jira| jira.archived[project]) {
            continue;
        }
        let taken = picker.rows.with_untracked(|rows| {
            let place = rows.position(|row| row.id.as_str() == project.to_string());
            place
                .and_then(|place| rows.get(place))
                .and_then(|project| project.connection_id.as_ref().map(|id| id.as_str().to_owned()))
        });
        let truth = page
            .wire
            .jira(|jira| jira.of_project(project).map(|row| row.id.clone()));
        if taken != truth {
            return Err(format!(
                "the picker says {taken:?} of project {project}, the server {truth:?}"
            ));
        }
    }
    Ok(())
}

fn read(connection: &serde_json::Value) -> Connection {
    connection_from(&connection.to_string())
}
