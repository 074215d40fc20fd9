//! Below the open connection: what the kinds of connections mean, and what to do without a Test IO account.

use super::{
    super::{new_tab::new_tab, services::use_services},
    is_first_run,
};
use crate::{
    components::disclosure::{Fold, disclosure, on_fold},
    host::memory,
    i18n::use_i18n,
    reactive::memo,
    view::{
        El, dynamic,
        tags::{dd, div, dl, dt, p},
    },
};

/// Under which name the browser remembers whether the panel for people without an account is folded.
const NO_ACCOUNT: &str = "testio.no-account";

const OPEN: &str = "open";
const CLOSED: &str = "closed";

/// The panels.
pub fn panels() -> El {
    let services = use_services();
    let is_first_run = memo(move || is_first_run(services));
    div()
        .class("tio-help")
        .child(kinds())
        // Until the person says otherwise, it is open only where it may be of use.
        .child(dynamic(move || {
            no_account(match memory::recall(NO_ACCOUNT).as_deref() {
                Some(OPEN) => Fold::Open,
                Some(_) => Fold::Closed,
                None if is_first_run.get() => Fold::Open,
                None => Fold::Closed,
            })
        }))
}

fn kinds() -> El {
    let i18n = use_i18n();
    let host = &use_services().host;
    let texts = &i18n.help;
    let body = div()
        .class("tio-help__text")
        .child(
            dl().child(dt().child(i18n.global.title))
                .child(dd().child(texts.global_meaning))
                .child(dt().child(i18n.list.project_heading))
                .child(dd().child(texts.project_meaning)),
        )
        .child(p().child(texts.precedence))
        .child(new_tab(host.help_url.clone(), texts.guide, "noopener noreferrer"));
    disclosure(Fold::Closed, texts.kinds, body)
}

fn no_account(fold: Fold) -> El {
    let i18n = use_i18n();
    let host = &use_services().host;
    let texts = &i18n.help;
    let body = div()
        .class("tio-help__text")
        .child(p().child(texts.no_account_text))
        .child(new_tab(
            host.vendor_url.clone(),
            texts.no_account_link,
            "noopener noreferrer",
        ));
    on_fold(disclosure(fold, texts.no_account, body), fold, |fold| {
        memory::keep(
            NO_ACCOUNT,
            match fold {
                Fold::Open => OPEN,
                Fold::Closed => CLOSED,
            },
        );
    })
}
