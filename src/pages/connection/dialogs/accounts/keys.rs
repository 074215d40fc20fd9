//! The accounts by their keys, with what can be done about each.

use leptos::{html, prelude::*, wasm_bindgen::JsCast as _};

use super::super::super::services::use_services;
use super::account::AccountCard;
use crate::{
    components::{
        button::Button,
        dom::{focus, focus_if_connected},
        progress::Spinner,
        section_message::SectionMessage,
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
    // Whatever came of it, what is shown then is how they are.
    let rename = Rename::new(services.store, Callback::new(move |()| known.read_again()));
    let retry = Callback::new(move |()| {
        // The button that was pressed goes away.
        focus(leave);
        known.read_again();
    });
    let progress = Memo::new(move |_| known.found.with(Load::progress));
    let failed = move || match progress.get() {
        Load::Failed(failure) => Some(view! { <Failed title=texts.not_loaded failure on_retry=retry /> }),
        Load::Loading | Load::Ready(()) => None,
    };
    let with_oddities = Memo::new(move |_| {
        known
            .found
            .with(|found| found.ready().map(|accounts| odd_first(accounts)))
    });
    let summary = move || match with_oddities.get() {
        Some(accounts) if accounts.is_empty() => view! { <p>{texts.none}</p> }.into_any(),
        Some(accounts) => {
            let odd = odd_count(accounts.iter().map(|(_, oddities)| oddities));
            view! { <Summary odd /> }.into_any()
        }
        None if progress.get() == Load::Loading => view! { <Spinner label=texts.loading /> }.into_any(),
        None => ().into_any(),
    };
    let cards = move || {
        let accounts = with_oddities.get().filter(|accounts| !accounts.is_empty())?;
        Some(view! { <Cards accounts rename /> })
    };
    view! {
        <RenameOutcome rename />
        <div role="alert">{failed}</div>
        <div class="tio-accounts">
            // The accounts themselves are not read out: there may be many of them.
            <div role="status">{summary}</div>
            {cards}
        </div>
    }
}

/// An account, with what is odd about its labels.
type WithOddities = (Account, Vec<Oddity>);

/// The accounts that something is odd about, then the others; each in the server's order.
fn odd_first(accounts: &[Account]) -> Vec<WithOddities> {
    let labels: Vec<_> = accounts.iter().map(|account| &*account.labels).collect();
    let oddities = oddities(&labels);
    let mut accounts: Vec<_> = accounts.iter().cloned().zip(oddities).collect();
    accounts.sort_by_key(|(_, oddities)| oddities.is_empty());
    accounts
}

/// Whether all is well with the accounts.
#[component]
fn Summary(
    /// How many are odd.
    odd: u32,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().accounts;
    if odd == 0 {
        view! { <SectionMessage tone=Tone::Success title=texts.fine /> }.into_any()
    } else {
        view! {
            <SectionMessage tone=Tone::Warning title=i18n.count(i18n.overview.doubt, odd)>
                {texts.odd_first}
            </SectionMessage>
        }
        .into_any()
    }
}

/// The accounts, as many at first as anybody reads, and more when they are asked for.
#[component]
fn Cards(
    /// All accounts.
    accounts: Vec<WithOddities>,
    /// Renames them.
    rename: Rename,
) -> impl IntoView {
    let i18n = use_i18n();
    let total = accounts.len();
    let accounts = StoredValue::new(accounts);
    let shown = RwSignal::new(AT_ONCE);
    let list = NodeRef::<html::Ul>::new();
    let left = Memo::new(move |_| total.saturating_sub(shown.get()));
    let batch = move |number: usize| {
        accounts.with_value(|accounts| {
            let some = accounts.iter().skip(number * AT_ONCE).take(AT_ONCE);
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
