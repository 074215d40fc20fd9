//! Below the open connection: what the kinds of connections mean, and what to do without a Test IO account.

use leptos::prelude::*;

use super::{super::services::use_services, SetUp};
use crate::{
    components::disclosure::{Disclosure, Fold},
    host::memory,
    i18n::use_i18n,
    pages::shared::new_tab::NewTab,
};

/// Under which name the browser remembers whether the panel for people without an account is folded.
const NO_ACCOUNT: &str = "testio.no-account";

const OPEN: &str = "open";
const CLOSED: &str = "closed";

/// The panels.
#[component]
pub fn Panels(
    /// Whether this is a first run.
    set_up: Memo<SetUp>,
) -> impl IntoView {
    // Until the person says otherwise, it is open only where it may be of use.
    let no_account = move || {
        let fold = match memory::recall(NO_ACCOUNT).as_deref() {
            Some(OPEN) => Fold::Open,
            Some(_) => Fold::Closed,
            None if set_up.get() == SetUp::Nothing => Fold::Open,
            None => Fold::Closed,
        };
        view! { <NoAccount fold /> }
    };
    view! {
        <div class="tio-help">
            <Kinds />
            {no_account}
        </div>
    }
}

#[component]
fn Kinds() -> impl IntoView {
    let i18n = use_i18n();
    let help_url = use_services().host.with_value(|host| host.help_url.clone());
    view! {
        <Disclosure summary=move || i18n.help.kinds>
            <div class="tio-help__text">
                <dl>
                    <dt>{i18n.global.title}</dt>
                    <dd>{i18n.help.global_meaning}</dd>
                    <dt>{i18n.list.project_heading}</dt>
                    <dd>{i18n.help.project_meaning}</dd>
                </dl>
                <p>{i18n.help.precedence}</p>
                <NewTab href=help_url label=i18n.help.guide rel="noopener noreferrer" />
            </div>
        </Disclosure>
    }
}

#[component]
fn NoAccount(
    /// Whether it is open at first.
    fold: Fold,
) -> impl IntoView {
    let i18n = use_i18n();
    let vendor_url = use_services().host.with_value(|host| host.vendor_url.clone());
    let remember = |fold| {
        let word = match fold {
            Fold::Open => OPEN,
            Fold::Closed => CLOSED,
        };
        memory::keep(NO_ACCOUNT, word);
    };
    view! {
        <Disclosure fold summary=move || i18n.help.no_account on_fold=remember>
            <div class="tio-help__text">
                <p>{i18n.help.no_account_text}</p>
                <NewTab href=vendor_url label=i18n.help.no_account_link rel="noopener noreferrer" />
            </div>
        </Disclosure>
    }
}
