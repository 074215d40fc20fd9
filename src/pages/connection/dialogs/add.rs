//! The dialog that adds a Jira Project specific connection.

use leptos::{html, prelude::*};

use super::{
    super::{
        parts::{copy_details::CopyDetails, jira_page::JiraPage, recovery_banner::RecoveryBanner},
        services::{AddFor, FocusWish, Services, use_services},
    },
    project_picker::{Connected, ProjectPicker, option_of, picked},
};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogSize},
        flags::Flags,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{connection::Connection, failure::Failure, ids::ConnectionId},
    i18n::{use_i18n, words},
    state::add::{Add, Adding},
};

/// Select a project, and its connection is added.
#[component]
pub fn AddDialog() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let flags = Flags::expect();
    let submitted = StoredValue::new(String::new());
    let on_added = Callback::new(move |added: Connection| {
        let id = added.id.clone();
        let title = i18n.add.added.with(&submitted.get_value());
        services.opening.remember(added);
        close_and_open(services, id);
        flags.show(Tone::Success, title, None);
    });
    let on_existing = Callback::new(move |existing: Connection| {
        let id = existing.id.clone();
        services.opening.remember(existing);
        let title = i18n.add.exists.with(&submitted.get_value());
        close_and_open(services, id);
        flags.show(Tone::Info, title, None);
    });
    let is_open = Memo::new(move |_| services.adding.with(Option::is_some));
    // It outlives the dialog: what an attempt came to whose answer was lost is found out by one in the next.
    let add = Add::new(services.store, on_added, on_existing);
    view! {
        <Show when=move || is_open.get()>
            <OpenDialog add submitted is_open />
        </Show>
    }
}

fn close_and_open(services: Services, id: ConnectionId) {
    services.adding.set(None);
    services.open(id, FocusWish::Key);
}

/// The dialog while it is open.
#[component]
fn OpenDialog(
    /// Adds the connection.
    add: Add,
    /// The name of the project that it was last asked to add one for.
    submitted: StoredValue<String>,
    /// Whether it is to stay open.
    is_open: Memo<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    // The last opening's failure is not this one's.
    add.progress.set(Adding::Idle);
    let busy = Signal::derive(move || add.progress.with(|progress| *progress == Adding::Busy));
    let chosen = RwSignal::new(match services.adding.get_untracked() {
        Some(AddFor::Project(project)) => Some(option_of(project)),
        Some(AddFor::AnyProject) | None => None,
    });
    let nothing_chosen = RwSignal::new(false);
    // Choosing one puts it right, even if it is taken back.
    Effect::new(move |_| {
        if chosen.with(Option::is_some) {
            nothing_chosen.set(false);
        }
    });
    let error = move || nothing_chosen.get().then(|| i18n.add.choose_first.to_owned());
    let input = NodeRef::<html::Input>::new();
    let submit = move |()| match chosen.with_untracked(|chosen| chosen.as_ref().map(picked)) {
        Some(project) => {
            submitted.set_value(project.name);
            add.submit(project.id);
        }
        None => {
            nothing_chosen.set(true);
            if let Some(input) = input.get_untracked() {
                // A mounted input can take the focus.
                let _ = input.focus();
            }
        }
    };
    let close = move |()| services.adding.set(None);
    let not_added = move || {
        add.progress.with(|progress| match progress {
            Adding::Failed(failure) => Some(view! { <NotAdded failure=failure.clone() /> }),
            Adding::Idle | Adding::Busy => None,
        })
    };
    let footer = move || {
        view! {
            <Button appearance=Appearance::Primary kind=ButtonKind::Submit busy>
                {i18n.add.submit}
            </Button>
            <Button appearance=Appearance::Link on_click=close>
                {i18n.cancel}
            </Button>
        }
    };
    view! {
        <Dialog
            open=is_open
            on_close=close
            title=i18n.add.title
            size=DialogSize::Medium
            busy
            on_submit=submit
            footer
        >
            <RecoveryBanner />
            <p>{i18n.add.explain}</p>
            <ProjectPicker chosen connected=Connected::Disabled error node_ref=input />
            <div role="alert">{not_added}</div>
        </Dialog>
    }
}

/// Why nothing was added, as far as is known.
#[component]
fn NotAdded(
    /// What came of it.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = if failure.may_have_been_done() {
        words::uncertain(i18n, &failure)
    } else {
        i18n.failure.not_added
    };
    let text = words::failed_write(i18n, &failure);
    let ways_on = move || {
        view! {
            <JiraPage remedy=failure.remedy() />
            <CopyDetails not_done=title failure />
        }
    };
    view! {
        <SectionMessage tone=Tone::Danger title actions=ways_on>
            {text}
        </SectionMessage>
    }
}
