//! The accounts by their keys, with what can be done about each.

use leptos::{html, prelude::*};

use super::super::super::services::use_services;
use super::account::AccountCard;
use crate::{
    components::{progress::Spinner, section_message::SectionMessage, tone::Tone},
    domain::{
        account::{Account, oddities},
        failure::Failure,
    },
    i18n::{use_i18n, words},
    pages::shared::{copy_details::CopyDetails, failed::Failed, jira_page::JiraPage},
    state::{
        known_accounts::KnownAccounts,
        load::Load,
        rename::{Rename, Renaming},
    },
};

/// The accounts, as the server counts them.
#[component]
pub fn Keys(
    /// A button that is always there, for the focus.
    leave: NodeRef<html::Button>,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let known = KnownAccounts::read(services.store);
    let rename = Rename::new(services.store);
    // Whatever came of it, this is how they are now.
    Effect::new(move |_| {
        let has_ended = |progress: &Renaming| matches!(progress, Renaming::Done(_) | Renaming::Failed(_));
        if rename.progress.with(has_ended) {
            known.read_again();
        }
    });
    let retry = Callback::new(move |()| {
        // The button that was pressed goes away.
        if let Some(leave) = leave.get_untracked() {
            // A mounted button can take the focus.
            let _ = leave.focus();
        }
        known.read_again();
    });
    let shown = move || match known.found.get() {
        Load::Loading => view! { <Spinner label=i18n.accounts.loading /> }.into_any(),
        Load::Failed(failure) => view! {
            <div role="alert">
                <Failed title=i18n.accounts.keys_not_loaded failure on_retry=retry />
            </div>
        }
        .into_any(),
        Load::Ready(accounts) if accounts.is_empty() => view! { <p>{i18n.accounts.no_keys}</p> }.into_any(),
        Load::Ready(accounts) => view! { <Cards accounts rename more=known.more.get() /> }.into_any(),
    };
    view! {
        <h3 class="tio-accounts__heading">{i18n.accounts.keys}</h3>
        <RenameOutcome rename />
        {shown}
    }
}

#[component]
fn Cards(
    /// The accounts.
    accounts: Vec<Account>,
    /// Renames them.
    rename: Rename,
    /// How many more there are.
    more: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let cards = accounts
        .iter()
        .map(|account| {
            let oddities = oddities(account, &accounts);
            view! { <AccountCard account=account.clone() oddities rename /> }
        })
        .collect_view();
    let more = u32::try_from(more).ok().filter(|more| *more > 0);
    view! {
        <ul class="tio-accounts__list">
            {cards} {more.map(|more| view! { <li>{i18n.count(i18n.accounts.more, more)}</li> })}
        </ul>
    }
}

/// What came of renaming the last one.
#[component]
fn RenameOutcome(
    /// Renames them.
    rename: Rename,
) -> impl IntoView {
    let i18n = use_i18n();
    let done = move || match rename.progress.get() {
        Renaming::Done(count) => Some(
            view! { <SectionMessage tone=Tone::Success title=i18n.count(i18n.accounts.renamed, count) /> },
        ),
        _ => None,
    };
    let failed = move || match rename.progress.get() {
        Renaming::Failed(Failure::Stale(_)) => Some(
            view! {
                <SectionMessage tone=Tone::Warning title=i18n.accounts.not_renamed>
                    {i18n.accounts.changed}
                </SectionMessage>
            }
            .into_any(),
        ),
        Renaming::Failed(failure) => {
            let text = words::failed_write(i18n, &failure);
            let actions = move || {
                view! {
                    <JiraPage remedy=failure.remedy() />
                    <CopyDetails not_done=i18n.accounts.not_renamed failure />
                }
            };
            Some(
                view! {
                    <SectionMessage tone=Tone::Danger title=i18n.accounts.not_renamed actions>
                        {text}
                    </SectionMessage>
                }
                .into_any(),
            )
        }
        _ => None,
    };
    view! {
        <div role="status">{done}</div>
        <div role="alert">{failed}</div>
    }
}
