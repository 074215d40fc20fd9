//! The dialog that deletes the connections of archived and deleted projects together.

use leptos::prelude::*;

use super::{
    super::{
        parts::walk,
        services::{FocusTarget, Services, Tool, use_services},
    },
    test_all::number,
};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
        flags::Flags,
        progress::{Progress, ProgressBar, Spinner},
        tone::Tone,
    },
    domain::{connection::Connection, status::Status},
    i18n::{Plural, use_i18n, words},
    pages::shared::{failed::Failed, recovery_banner::RecoveryBanner},
    state::delete_many::{DeleteMany, Stage},
};

/// How many connections are named. More than these are counted.
const NAMED: usize = 50;

/// Asks before they are deleted, and names them.
#[component]
pub fn ArchivedDialog() -> impl IntoView {
    let services = use_services();
    let open = Memo::new(move |_| services.tool.get() == Some(Tool::Archived));
    view! {
        <Show when=move || open.get()>
            <OpenDialog open />
        </Show>
    }
}

/// The dialog while it is open.
#[component]
fn OpenDialog(
    /// Whether it is.
    open: Memo<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().archived;
    let services = use_services();
    let flags = Flags::expect();
    let on_done = Callback::new(move |deleted| {
        let deleted = u32::try_from(deleted).unwrap_or(u32::MAX);
        flags.show(Tone::Success, i18n.count(texts.done, deleted), None);
        services.tool.set(None);
        lead_on(services);
    });
    let many = DeleteMany::new(services.store, on_done);
    let busy = Signal::derive(move || many.is_busy());
    let close = move |()| services.tool.set(None);
    let can_start = Memo::new(move |_| {
        many.stage
            .with(|stage| matches!(stage, Stage::Asking(found) if !found.is_empty()))
    });
    let can_look_again = Memo::new(move |_| {
        many.stage
            .with(|stage| matches!(stage, Stage::NotCollected(_) | Stage::BrokenOff(..)))
    });
    let footer = move || {
        view! {
            <Show when=move || can_start.get()>
                <Button appearance=Appearance::Danger kind=ButtonKind::Submit>
                    {texts.action}
                </Button>
            </Show>
            <Show when=move || can_look_again.get()>
                <Button on_click=move |()| many.collect()>{texts.look_again}</Button>
            </Show>
            <Show
                when=move || busy.get()
                fallback=move || {
                    view! {
                        <Button appearance=Appearance::Link on_click=close autofocus=true>
                            {i18n.cancel}
                        </Button>
                    }
                }
            >
                <Button on_click=move |()| many.stop()>{texts.stop}</Button>
            </Show>
        }
    };
    view! {
        <Dialog
            open
            on_close=close
            title=i18n.titles.archived
            role=DialogRole::AlertDialog
            busy
            on_submit=move |()| many.start()
            footer
        >
            <RecoveryBanner />
            <Contents many />
        </Dialog>
    }
}

/// Opens another connection if the open one was deleted with the others.
fn lead_on(services: Services) {
    let current = services.navigation.current.get_untracked();
    let was_deleted = services
        .opening
        .shown(&current)
        .is_none_or(|shown| shown.status == Status::ProjectUnavailable);
    if was_deleted {
        let is_gone = |other: &Connection| other.status == Status::ProjectUnavailable;
        services.open(
            walk::after_deletion(services, is_gone),
            Some(FocusTarget::Heading),
        );
    }
}

/// The question, how far deleting has come, and what it came to.
#[component]
fn Contents(
    /// How far it has come.
    many: DeleteMany,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().archived;
    let collecting = move || {
        let is_collecting = many.stage.with(|stage| *stage == Stage::Collecting);
        is_collecting.then(|| view! { <Spinner label=texts.collecting /> })
    };
    let shown = move || match many.stage.get() {
        Stage::Asking(found) if found.is_empty() => view! { <p>{texts.none}</p> }.into_any(),
        Stage::Asking(found) => view! { <Named question=texts.question connections=found /> }.into_any(),
        Stage::Deleting(done, total) => {
            let figures = texts.deleted_of.with(&number(i18n, done), &number(i18n, total));
            view! {
                <ProgressBar label=texts.progress progress=Progress { done, total } />
                <p>{figures}</p>
            }
            .into_any()
        }
        Stage::BrokenOff(deleted, kept, _) => {
            let partly = texts
                .partly
                .with(&number(i18n, deleted), &number(i18n, kept.len()));
            view! { <p>{partly}</p> }.into_any()
        }
        Stage::Collecting | Stage::NotCollected(_) => ().into_any(),
    };
    let failed = move || match many.stage.get() {
        Stage::NotCollected(failure) => Some(view! { <Failed title=texts.not_collected failure /> }),
        Stage::BrokenOff(_, _, failure) => Some(view! { <Failed title=i18n.failure.not_deleted failure /> }),
        _ => None,
    };
    view! {
        <div role="status">{collecting}</div>
        {shown}
        <div role="alert">{failed}</div>
    }
}

/// The connections that are asked about, by name.
#[component]
fn Named(
    /// What is asked.
    question: Plural,
    /// Which ones.
    connections: Vec<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let count = u32::try_from(connections.len()).unwrap_or(u32::MAX);
    let more = u32::try_from(connections.len().saturating_sub(NAMED)).unwrap_or(u32::MAX);
    let more = (more > 0).then(|| view! { <li>{i18n.count(i18n.dialogs().test_all.and_more, more)}</li> });
    let names = connections
        .iter()
        .take(NAMED)
        .map(|connection| {
            view! {
                <li>
                    <bdi>{words::name(i18n, connection)}</bdi>
                </li>
            }
        })
        .collect_view();
    view! {
        <p>{i18n.count(question, count)}</p>
        <ul class="tio-names">{names} {more}</ul>
        <p>{i18n.dialogs().removal.not_revoked}</p>
    }
}
