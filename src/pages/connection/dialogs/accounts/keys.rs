//! The accounts by their keys, with what can be done about each.

use leptos::{html, prelude::*, wasm_bindgen::JsCast as _};

use super::super::super::services::use_services;
use super::account::AccountCard;
use crate::{
    components::{
        button::Button, dom::focus_if_connected, progress::Spinner, section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        account::{Account, Oddity, odd_count, oddities},
        failure::Failure,
    },
    i18n::{use_i18n, words},
    pages::shared::failed::Failed,
    state::{
        known_accounts::KnownAccounts,
        load::Load,
        rename::{Rename, Renaming},
    },
};

/// How many accounts are shown at once, and then with each step.
const AT_ONCE: usize = 50;

/// The accounts, as the server counts them.
#[component]
pub fn Keys(
    /// A button that is always there, for the focus.
    leave: NodeRef<html::Button>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().accounts;
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
        Load::Loading => view! { <Spinner label=texts.loading /> }.into_any(),
        Load::Failed(failure) => view! {
            <div role="alert">
                <Failed title=texts.not_loaded failure on_retry=retry />
            </div>
        }
        .into_any(),
        Load::Ready(accounts) if accounts.is_empty() => view! { <p>{texts.none}</p> }.into_any(),
        Load::Ready(accounts) => view! { <Accounts accounts rename /> }.into_any(),
    };
    view! {
        <RenameOutcome rename />
        <div class="tio-accounts" aria-live="polite">
            {shown}
        </div>
    }
}

/// How many are odd, and all of them.
#[component]
fn Accounts(
    /// The accounts, at least one.
    accounts: Vec<Account>,
    /// Renames them.
    rename: Rename,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().accounts;
    let labels: Vec<_> = accounts.iter().map(|account| &*account.labels).collect();
    let oddities = oddities(&labels);
    let odd = odd_count(&oddities);
    let mut cards: Vec<_> = accounts.into_iter().zip(oddities).collect();
    // The others stay in the server's order.
    cards.sort_by_key(|(_, oddities)| oddities.is_empty());
    let summary = if odd == 0 {
        view! { <SectionMessage tone=Tone::Success title=texts.fine /> }.into_any()
    } else {
        view! {
            <SectionMessage tone=Tone::Warning title=i18n.count(i18n.overview.doubt, odd)>
                {texts.odd_first}
            </SectionMessage>
        }
        .into_any()
    };
    view! {
        {summary}
        <Cards cards rename />
    }
}

/// The accounts, as many at first as anybody reads, and more when they are asked for.
#[component]
fn Cards(
    /// The accounts, with what is odd about each.
    cards: Vec<(Account, Vec<Oddity>)>,
    /// Renames them.
    rename: Rename,
) -> impl IntoView {
    let i18n = use_i18n();
    let total = cards.len();
    let cards = StoredValue::new(cards);
    let shown = RwSignal::new(AT_ONCE);
    let list = NodeRef::<html::Ul>::new();
    let left = Memo::new(move |_| total.saturating_sub(shown.get()));
    let batch = move |number: usize| {
        cards.with_value(|cards| {
            let some = cards.iter().skip(number * AT_ONCE).take(AT_ONCE);
            some.cloned()
                .map(|(account, oddities)| view! { <AccountCard account oddities rename /> })
                .collect_view()
        })
    };
    let more = move |()| {
        let first = u32::try_from(shown.get_untracked()).unwrap_or(u32::MAX);
        shown.update(|shown| *shown += AT_ONCE);
        // Once they are in the document, reading goes on where it was.
        request_animation_frame(move || {
            // Whoever has closed the dialog by then is elsewhere.
            let list = list.try_get_untracked().flatten();
            let card = list.and_then(|list| list.children().item(first));
            let heading = card.and_then(|card| card.first_element_child()?.dyn_into().ok());
            heading.iter().for_each(|heading| _ = focus_if_connected(heading));
        });
    };
    let label = move || {
        let more = u32::try_from(left.get().min(AT_ONCE)).unwrap_or(u32::MAX);
        i18n.count(i18n.dialogs().accounts.more, more)
    };
    view! {
        <ul class="tio-accounts__list" node_ref=list>
            <For each=move || 0..shown.get().div_ceil(AT_ONCE) key=|number| *number children=batch />
        </ul>
        <Show when=move || { left.get() > 0 }>
            <Button on_click=more>{label}</Button>
        </Show>
    }
}

/// What came of renaming the last one.
#[component]
fn RenameOutcome(
    /// Renames them.
    rename: Rename,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().accounts;
    let done = move || match rename.progress.get() {
        Renaming::Done(count) => {
            Some(view! { <SectionMessage tone=Tone::Success title=i18n.count(texts.renamed, count) /> })
        }
        _ => None,
    };
    let failed = move || match rename.progress.get() {
        // How they are now is shown below, so that nobody has to be asked for anything.
        Renaming::Failed(Failure::Stale(_)) => Some(
            view! {
                <SectionMessage tone=Tone::Warning title=texts.not_renamed>
                    {texts.changed}
                </SectionMessage>
            }
            .into_any(),
        ),
        Renaming::Failed(failure) => {
            let title = if failure.may_have_been_done() {
                words::uncertain(i18n, &failure)
            } else {
                texts.not_renamed
            };
            Some(view! { <Failed title failure /> }.into_any())
        }
        _ => None,
    };
    view! {
        <div role="status">{done}</div>
        <div role="alert">{failed}</div>
    }
}
