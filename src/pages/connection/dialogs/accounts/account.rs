//! One account: what is known of it, what is odd about it, and what mends that.

use leptos::{ev, html, prelude::*};
use web_sys::EventTarget;

use super::super::super::{
    parts::stored_key::MaskedKey,
    services::{Column, FocusTarget, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        dom::{focus, pressed_key},
        field::TextField,
        icon::{Icon, IconName},
        tone::Tone,
    },
    domain::{
        account::{Account, Oddity},
        draft::is_too_long,
        filter::{AccountFilter, ListFilter},
        shown::shown_name,
    },
    i18n::{I18n, use_i18n, words},
    pages::{
        connection::detail::form::MAX_LABEL_LENGTH,
        shared::time::{Time, Told},
    },
    state::{
        editor::LabelError,
        rename::{Rename, Renaming},
    },
};

/// How many products are named. More than these are counted.
const NAMED: usize = 3;

/// The account.
#[component]
pub fn AccountCard(
    /// What the server says of it.
    account: Account,
    /// What is odd about it.
    oddities: Vec<Oddity>,
    /// Renames it.
    rename: Rename,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().accounts;
    let name = account
        .label()
        .map_or_else(|| texts.unlabelled.to_owned(), shown_name);
    let mut count = i18n.count(texts.connections, account.connections.total);
    if account.global {
        count = [count.as_str(), texts.with_global].join(", ");
    }
    let states = states(i18n, &account);
    let since = view! {
        <span class="tio-hint">" " <Time time=account.status_since.clone() told=Told::Since /></span>
    };
    let checked = account.last_checked_at.clone().map(|time| {
        let [before, after] = i18n.detail.checked.around();
        view! { <span class="tio-hint">" · " {before} <Time time /> {after}</span> }
    });
    let oddities = oddities
        .into_iter()
        .map(|oddity| {
            view! {
                <p class=["tio-oddity ", Tone::Warning.class()].concat()>
                    <Icon name=IconName::Warning />
                    <bdi>{sentence(i18n, &oddity)}</bdi>
                </p>
            }
        })
        .collect_view();
    view! {
        <li class="tio-accounts__row">
            <h3 class="tio-accounts__label" tabindex="-1">
                <bdi>{name}</bdi>
                " "
                <MaskedKey hint=account.key_hint.clone() />
            </h3>
            <p>{count} ": " {states} {since} {checked}</p>
            <bdi class="tio-hint">{products(i18n, &account)}</bdi>
            {oddities}
            <Actions account rename />
        </li>
    }
}

/// How many connections are in which state.
fn states(i18n: I18n, account: &Account) -> String {
    let by_status = account.connections.by_status.iter();
    let each = by_status.filter(|(_, count)| *count > 0).map(|(status, count)| {
        [
            i18n.number(*count).as_str(),
            words::status_alone(i18n, *status).word,
        ]
        .join(" ")
    });
    each.collect::<Vec<_>>().join(", ")
}

fn products(i18n: I18n, account: &Account) -> String {
    let names: Vec<_> = account
        .products
        .iter()
        .take(NAMED)
        .map(|product| product.name.as_str())
        .collect();
    let (named, count) = (names.join(", "), names.len());
    match account
        .product_count
        .checked_sub(u32::try_from(count).unwrap_or(u32::MAX))
    {
        Some(more) if more > 0 => i18n.detail.products_more.with(&named, &i18n.number(more)),
        _ => named,
    }
}

fn sentence(i18n: I18n, oddity: &Oddity) -> String {
    let texts = &i18n.dialogs().accounts;
    let quoted = |label: &String| texts.quoted.with(&shown_name(label));
    match oddity {
        Oddity::SeveralLabels(labels) => {
            let labels: Vec<_> = labels.iter().map(quoted).collect();
            texts.several_here.with(&labels.join(", "))
        }
        Oddity::Unlabelled(count) => i18n.count(texts.unlabelled_here, *count),
        Oddity::NoLabel => texts.no_label_here.to_owned(),
        Oddity::SharedLabel(label, others) => texts.shared_label.with(&quoted(label), &i18n.number(*others)),
    }
}

/// What can be done about an account.
#[component]
fn Actions(
    /// The account.
    account: Account,
    /// Renames it.
    rename: Rename,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().accounts;
    let services = use_services();
    let account = StoredValue::new(account);
    let renaming = RwSignal::new(false);
    let read_only = Signal::derive(move || services.read_only_reason(i18n.read_only_reason));
    let replace = move |()| {
        let id = account.with_value(|account| account.key_of.clone());
        services.tool.set(None);
        services.replace_everywhere(id);
    };
    let show = move |()| {
        let (key_of, is_in_list) = account.with_value(|account| {
            let is_in_list = !account.global || account.connections.total > 1;
            (account.key_of.clone(), is_in_list)
        });
        services.tool.set(None);
        if !is_in_list {
            services.open(key_of, Some(FocusTarget::Heading));
            return;
        }
        services.column.set(Column::List);
        services.store.list.ask(ListFilter {
            account: AccountFilter::KeyOf(key_of),
            ..ListFilter::default()
        });
    };
    view! {
        <div class="tio-accounts__actions">
            <Button on_click=replace disabled_reason=read_only>
                {texts.replace}
            </Button>
            <Button on_click=move |()| renaming.set(true) disabled_reason=read_only>
                {texts.rename}
            </Button>
            <Button on_click=show>{texts.show}</Button>
        </div>
        <Show when=move || renaming.get()>
            <RenameForm account rename renaming />
        </Show>
    }
}

/// The label that all connections of the account are to have.
#[component]
fn RenameForm(
    /// The account.
    account: StoredValue<Account>,
    /// Renames it.
    rename: Rename,
    /// Whether the form is open.
    renaming: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = account.with_value(|account| account.label().unwrap_or_default().to_owned());
    let label = RwSignal::new(label);
    let input = NodeRef::<html::Input>::new();
    input.on_load(move |_| focus(input));
    let busy = Signal::derive(move || rename.progress.with(|progress| *progress == Renaming::Busy));
    let too_long = move || label.with(|label| is_too_long(label));
    let error = move || too_long().then(|| words::label_error(i18n, &LabelError::TooLong));
    let submit = move |()| {
        if !untrack(too_long) {
            account.with_value(|account| rename.start(account, label.get_untracked()));
        }
    };
    // The dialog's form around it is not what Enter is meant for.
    let pressed = move |ev: ev::KeyboardEvent| {
        if pressed_key(&ev).as_deref() == Some("Enter") && ev.target() == input_target(input) {
            ev.prevent_default();
            submit(());
        }
    };
    view! {
        <div class="tio-form" on:keydown=pressed>
            <TextField
                label=i18n.dialogs().accounts.new_label
                value=label
                error
                read_only=busy
                on_input=move |text| label.set(text)
                max_length=MAX_LABEL_LENGTH
                node_ref=input
            />
            <div class="tio-form__actions">
                <Button appearance=Appearance::Primary busy on_click=submit>
                    {i18n.detail.save}
                </Button>
                <Button appearance=Appearance::Link on_click=move |()| renaming.set(false)>
                    {i18n.cancel}
                </Button>
            </div>
        </div>
    }
}

fn input_target(input: NodeRef<html::Input>) -> Option<EventTarget> {
    input.get_untracked().map(EventTarget::from)
}
