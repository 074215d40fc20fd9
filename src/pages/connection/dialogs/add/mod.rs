//! The dialog that adds a Jira Project specific connection.

mod adder;
mod consequence;
mod first_key;
mod not_added;

use leptos::{html, prelude::*};

use self::{
    adder::{Adder, Then},
    consequence::Consequence,
    first_key::{FirstKeyEntry, FirstKeyFields},
    not_added::NotAdded,
};
use super::{
    super::services::{AddFor, use_services},
    project_picker::{Connected, ProjectPicker, option_of, picked},
};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        combobox::OptionRow,
        dialog::{Dialog, DialogSize},
        dom::focus,
        in_view::show_beside_focus,
        section_message::SectionMessage,
        subscription::outlived,
        tone::Tone,
    },
    domain::{draft::Verify, failure::Failure, new_connection::NewConnection},
    i18n::use_i18n,
    pages::shared::recovery_banner::RecoveryBanner,
    state::{add::Adding, editor::KeyError},
};

/// Select a project, and its connection is added.
#[component]
pub fn AddDialog() -> impl IntoView {
    let services = use_services();
    let is_open = Memo::new(move |_| services.adding.with(Option::is_some));
    let adder = Adder::new(use_i18n(), services);
    view! {
        <Show when=move || is_open.get()>
            <OpenDialog adder is_open />
        </Show>
    }
}

/// The dialog while it is open. What lasts longer must not keep what has read it.
#[component]
fn OpenDialog(
    /// Adds the connection.
    adder: Adder,
    /// Whether it is to stay open.
    is_open: Memo<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().add;
    let services = use_services();
    let Adder { add, before, .. } = adder;
    // The last opening's failure is not this one's.
    add.progress.set(Adding::Idle);
    before.set(None);
    let busy = Signal::derive(move || outlived(add.progress).with(|progress| *progress == Adding::Busy));
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
    let error = move || nothing_chosen.get().then(|| texts.choose_first.to_owned());
    let input = NodeRef::<html::Input>::new();
    let entry = FirstKeyEntry::new(services);
    show_refusals(adder, entry);
    make_room_for_another(adder, entry, chosen, input);
    let submit = move |verify: Verify, then: Then| {
        let Some(project) = chosen.with_untracked(|chosen| chosen.as_ref().map(picked)) else {
            nothing_chosen.set(true);
            focus(input);
            return;
        };
        if let Some((key, account_label)) = entry.take() {
            adder.submitted.set_value(project.name);
            adder.then.set_value(then);
            add.submit(NewConnection {
                project: project.id,
                key,
                account_label,
                verify,
            });
        }
    };
    // Whoever wanted another one still does.
    let again = move |verify| submit(verify, adder.then.get_value());
    let close = move |()| services.adding.set(None);
    let not_added = move || {
        let shown = |failure: &Failure| !matches!(failure, Failure::KeyRefused(_)) || !entry.typed.get();
        match outlived(add.progress).get() {
            Adding::Failed(failure) if shown(&failure) => Some(view! {
                <NotAdded
                    failure
                    on_retry=move |()| again(Verify::First)
                    on_skip=move |()| again(Verify::Skip)
                />
            }),
            _ => None,
        }
    };
    let message = NodeRef::<html::Div>::new();
    // It stands below all fields, where a low window has no room for it.
    Effect::new(move |_| {
        let failed = outlived(add.progress).with(|progress| matches!(progress, Adding::Failed(_)));
        if let (true, Some(message)) = (failed, message.get_untracked()) {
            show_beside_focus(message.into());
        }
    });
    let footer = move || {
        view! {
            <Button appearance=Appearance::Primary kind=ButtonKind::Submit busy>
                {texts.submit}
            </Button>
            <Button busy on_click=move |()| submit(Verify::First, Then::Another)>
                {texts.another}
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
            title=i18n.titles.add
            size=DialogSize::Medium
            busy
            on_submit=move |()| submit(Verify::First, Then::Open)
            footer
        >
            <RecoveryBanner />
            <AddedBefore adder />
            <p>{texts.explain}</p>
            <ProjectPicker
                chosen
                connected=Connected::Disabled
                changed=Signal::derive(move || outlived(before).track())
                error
                node_ref=input
            />
            <Consequence chosen entry />
            <FirstKeyFields entry busy />
            <div role="alert" node_ref=message>
                {not_added}
            </div>
        </Dialog>
    }
}

/// A key that is refused is so at its field. One of an account has none: what is wrong with it is said below.
fn show_refusals(adder: Adder, entry: FirstKeyEntry) {
    Effect::new(move |_| {
        let refused = outlived(adder.add.progress).with(|progress| match progress {
            Adding::Failed(Failure::KeyRefused(refusal)) => Some(*refusal),
            _ => None,
        });
        if let (Some(refusal), true) = (refused, entry.typed.get_untracked()) {
            entry.refuse(KeyError::Refused(refusal));
        }
    });
}

/// Once a connection has been added, the dialog is as it was before, but for the account.
fn make_room_for_another(
    adder: Adder,
    entry: FirstKeyEntry,
    chosen: RwSignal<Option<OptionRow>>,
    input: NodeRef<html::Input>,
) {
    Effect::new(move |_| {
        if let Some(added) = outlived(adder.before).get() {
            chosen.set(None);
            entry.go_on_with(added.id, adder.submitted.get_value());
            focus(input);
        }
    });
}

/// What has been added, while the dialog is there for another one.
#[component]
fn AddedBefore(
    /// Adds the connections.
    adder: Adder,
) -> impl IntoView {
    let texts = &use_i18n().dialogs().add;
    let text = move || {
        outlived(adder.before)
            .with(Option::is_some)
            .then(|| texts.added_with_key.with(&adder.submitted.get_value()))
            .map(|title| view! { <SectionMessage tone=Tone::Success title /> })
    };
    view! { <div role="status">{text}</div> }
}
