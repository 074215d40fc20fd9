//! The dialog that adds a Jira Project specific connection.

mod adder;
mod consequence;
mod first_key;
mod form;
mod not_added;

use leptos::prelude::*;

use self::{
    adder::{Adder, Then},
    consequence::Consequence,
    first_key::FirstKeyFields,
    form::AddForm,
    not_added::NotAdded,
};
use super::{
    super::services::use_services,
    project_picker::{Connected, ProjectPicker},
};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogSize},
        section_message::SectionMessage,
        subscription::outlived,
        tone::Tone,
    },
    domain::draft::Verify,
    i18n::use_i18n,
    pages::shared::recovery_banner::RecoveryBanner,
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
    let form = AddForm::new(adder, services);
    let busy = form.busy();
    let close = move |()| services.adding.set(None);
    let project_error = move || form.project_missing.get().then(|| texts.choose_first.to_owned());
    let footer = move || {
        view! {
            <Button appearance=Appearance::Primary kind=ButtonKind::Submit busy>
                {texts.submit}
            </Button>
            <Button busy on_click=move |()| form.submit(Verify::First, Then::Another)>
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
            on_submit=move |()| form.submit(Verify::First, Then::Open)
            footer
        >
            <RecoveryBanner />
            <AddedBefore adder />
            <p>{texts.explain}</p>
            <ProjectPicker
                chosen=form.chosen
                connected=Connected::Disabled
                changed=Signal::derive(move || outlived(adder.before).track())
                error=project_error
                node_ref=form.project_input
            />
            <Consequence chosen=form.chosen entry=form.entry />
            <FirstKeyFields entry=form.entry busy />
            <NotAdded form />
        </Dialog>
    }
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
