//! The dialog that shows which Test IO accounts the connections lead to, and which labels are doubtful.

mod account;
mod keys;

use leptos::{html, prelude::*};

use self::keys::Keys;
use super::super::services::{Tool, use_services};
use crate::{
    components::{
        button::Button,
        dialog::{Dialog, DialogSize},
        progress::Spinner,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        accounts::{Account, Doubt, accounts, doubts},
        connection::Connection,
        shown::shown_name,
    },
    i18n::{I18n, use_i18n},
    pages::shared::{failed::Failed, recovery_banner::RecoveryBanner},
    state::{load::Load, sweep::Sweep},
};

/// All accounts. Every connection is read for that, at each opening.
#[component]
pub fn AccountsDialog() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let close = move |()| services.tool.set(None);
    let leave = NodeRef::<html::Button>::new();
    let footer = move || {
        view! {
            <Button on_click=close node_ref=leave>
                {i18n.close}
            </Button>
        }
    };
    view! {
        <Dialog
            open=move || services.tool.get() == Some(Tool::Accounts)
            on_close=close
            title=i18n.accounts.title
            size=DialogSize::Medium
            footer
        >
            <RecoveryBanner />
            <p>{i18n.accounts.explain}</p>
            <Accounts leave />
            <Keys leave />
        </Dialog>
    }
}

/// The accounts, once all connections have been read.
#[component]
fn Accounts(
    /// The button that leaves the dialog, which is always there.
    leave: NodeRef<html::Button>,
) -> impl IntoView {
    let i18n = use_i18n();
    let sweep = Sweep::new(use_services().store);
    let found = RwSignal::new(Load::<Vec<Account>>::Loading);
    let on_read =
        Callback::new(move |connections: Vec<Connection>| found.set(Load::Ready(accounts(&connections))));
    let on_failed = Callback::new(move |failure| found.set(Load::Failed(failure)));
    sweep.start(on_read, on_failed);
    let retry = Callback::new(move |()| {
        // The button that was pressed goes away.
        if let Some(leave) = leave.get_untracked() {
            // A mounted button can take the focus.
            let _ = leave.focus();
        }
        found.set(Load::Loading);
        sweep.start(on_read, on_failed);
    });
    let shown = move || match found.get() {
        Load::Loading => view! { <Spinner label=i18n.accounts.loading /> }.into_any(),
        Load::Failed(failure) => {
            view! { <Failed title=i18n.accounts.not_loaded failure on_retry=retry /> }.into_any()
        }
        Load::Ready(accounts) if accounts.is_empty() => view! { <p>{i18n.accounts.none}</p> }.into_any(),
        Load::Ready(accounts) => view! { <Overview accounts /> }.into_any(),
    };
    view! {
        <div class="tio-accounts" aria-live="polite">
            {shown}
        </div>
    }
}

/// What is doubtful about the labels, and the accounts one by one.
#[component]
fn Overview(
    /// The accounts, at least one.
    accounts: Vec<Account>,
) -> impl IntoView {
    let doubts = doubts(&accounts);
    view! { <Doubts doubts /> }
}

/// What is doubtful about the labels, or that nothing is.
#[component]
fn Doubts(
    /// What is doubtful.
    doubts: Vec<Doubt>,
) -> impl IntoView {
    let i18n = use_i18n();
    if doubts.is_empty() {
        return view! { <SectionMessage tone=Tone::Success title=i18n.accounts.fine /> }.into_any();
    }
    let title = doubt_count(i18n, doubts.len());
    let each = move |doubt: Doubt| {
        view! {
            <li>
                <bdi>{sentence(i18n, &doubt)}</bdi>
            </li>
        }
    };
    view! {
        <SectionMessage tone=Tone::Warning title>
            <ul class="tio-message__list">{doubts.into_iter().map(each).collect_view()}</ul>
        </SectionMessage>
    }
    .into_any()
}

/// How many labels are doubtful, as the call to look at them.
pub fn doubt_count(i18n: I18n, count: usize) -> String {
    i18n.count(i18n.accounts.doubt, u32::try_from(count).unwrap_or(u32::MAX))
}

fn sentence(i18n: I18n, doubt: &Doubt) -> String {
    let texts = &i18n.accounts;
    match doubt {
        Doubt::SeveralLabels { labels, product } => {
            let quoted: Vec<_> = labels.iter().map(|label| quoted(i18n, label)).collect();
            texts.several_labels.with(&quoted.join(", "), product)
        }
        Doubt::SeveralAccounts { label, products } => texts
            .several_accounts
            .with(&quoted(i18n, label), &products.join(", ")),
    }
}

/// A label within a sentence. Labels are as people typed them.
fn quoted(i18n: I18n, label: &str) -> String {
    i18n.accounts.quoted.with(&shown_name(label))
}
