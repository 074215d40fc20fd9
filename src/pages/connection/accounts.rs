//! The dialog that shows which Test IO accounts the connections lead to, and which labels are doubtful.

use web_sys::HtmlElement;

use super::{
    copy_details::copy_details,
    jira_page::jira_page,
    recovery_banner::recovery_banner,
    services::{Tool, use_services},
};
use crate::{
    components::{
        button::Button, dialog::Dialog, progress::spinner, section_message::SectionMessage, tone::Tone,
    },
    domain::{
        accounts::{Account, Doubt, accounts, doubts},
        connection::Connection,
        failure::Failure,
        shown::shown_name,
    },
    i18n::{I18n, use_i18n, words},
    reactive::{Callback, RwSignal, effect, memo},
    state::{load::Load, sweep::Sweep},
    view::{
        Child as _, El, NodeRef, View, dynamic, fragment,
        tags::{bdi, div, li, p, span, ul},
    },
};

/// Products named for each account.
const NAMED: usize = 3;

/// All accounts. Every connection is read for that, at each opening.
pub fn accounts_dialog() -> Dialog {
    let i18n = use_i18n();
    let services = use_services();
    let sweep = Sweep::new(services.store);
    let found = RwSignal::new(Load::<Vec<Account>>::Loading);
    let is_open = memo(move || services.tool.get() == Some(Tool::Accounts));
    let on_read =
        Callback::new(move |connections: Vec<Connection>| found.set(Load::Ready(accounts(&connections))));
    let on_failed = Callback::new(move |failure| found.set(Load::Failed(failure)));
    let read = Callback::new(move |()| {
        found.set(Load::Loading);
        sweep.start(on_read, on_failed);
    });
    let leave = NodeRef::<HtmlElement>::new();
    let retry = Callback::new(move |()| {
        // The button that was pressed goes away.
        if let Some(leave) = leave.get_untracked() {
            // A mounted button can take the focus.
            let _ = leave.focus();
        }
        read.run(());
    });
    effect(move || {
        if is_open.get() {
            read.run(());
        } else {
            sweep.give_up();
        }
    });
    let body = move || {
        let shown = dynamic(move || {
            found.with(|found| match found {
                Load::Loading => spinner(i18n.accounts.loading).into(),
                Load::Failed(failure) => not_loaded(i18n, failure, retry),
                Load::Ready(accounts) => overview(i18n, accounts),
            })
        });
        fragment([
            recovery_banner().into(),
            p().child(i18n.accounts.explain).into(),
            div()
                .class("tio-accounts")
                .attr("aria-live", "polite")
                .child(shown)
                .into(),
        ])
    };
    let close = Callback::new(move |()| services.tool.set(None));
    Dialog::new(is_open, i18n.accounts.title, close)
        .medium()
        .body(body)
        .footer(move || Button::new(i18n.close).node_ref(leave).on_click(close))
}

fn not_loaded(i18n: I18n, failure: &Failure, retry: Callback<()>) -> View {
    SectionMessage::new(Tone::Danger, i18n.accounts.not_loaded)
        .body(words::failure(i18n, failure))
        .actions(fragment([
            jira_page(failure.remedy()).into_view(),
            Button::new(i18n.retry).on_click(retry).into_view(),
            copy_details(i18n.accounts.not_loaded, failure),
        ]))
        .into_view()
}

fn overview(i18n: I18n, accounts: &[Account]) -> View {
    if accounts.is_empty() {
        return p().child(i18n.accounts.none).into_view();
    }
    let doubts = doubts(accounts);
    let verdict = if doubts.is_empty() {
        SectionMessage::new(Tone::Success, i18n.accounts.fine).into_view()
    } else {
        let each: Vec<_> = doubts
            .iter()
            .map(|doubt| li().child(bdi().child(sentence(i18n, doubt))))
            .collect();
        SectionMessage::new(Tone::Warning, doubt_count(i18n, doubts.len()))
            .body(ul().class("tio-message__list").child(each))
            .into_view()
    };
    let rows: Vec<_> = accounts.iter().map(|account| row(i18n, account)).collect();
    fragment([verdict, ul().class("tio-accounts__list").child(rows).into()])
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

fn row(i18n: I18n, account: &Account) -> El {
    let labels = if account.labels.is_empty() {
        i18n.accounts.unlabelled.to_owned()
    } else {
        account.labels.join(", ")
    };
    let names: Vec<_> = account
        .products
        .iter()
        .take(NAMED)
        .map(|product| product.name.as_str())
        .collect();
    let named = names.join(", ");
    let more = account.products.len().saturating_sub(NAMED);
    let products = match u32::try_from(more) {
        Ok(more) if more > 0 => i18n.detail.products_more.with(&named, &i18n.number(more)),
        _ => named,
    };
    li().class("tio-accounts__row")
        .child(bdi().class("tio-accounts__label").child(labels))
        .child(span().child(i18n.count(i18n.accounts.connections, account.connections)))
        .child(bdi().class("tio-hint").child(products))
}
