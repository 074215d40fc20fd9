//! The dialog that shows the Test IO accounts behind the connections, what is odd about their labels, and what mends it.

mod account;
mod keys;

use leptos::{html, prelude::*};

use self::keys::Keys;
use super::super::services::{Tool, use_services};
use crate::{
    components::{
        button::Button,
        dialog::{Dialog, DialogSize},
    },
    i18n::use_i18n,
    pages::shared::recovery_banner::RecoveryBanner,
};

/// All accounts. They are read at each opening.
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
            title=i18n.titles.accounts
            size=DialogSize::Medium
            footer
        >
            <RecoveryBanner />
            <p>{i18n.dialogs().accounts.explain}</p>
            <Keys leave />
        </Dialog>
    }
}
