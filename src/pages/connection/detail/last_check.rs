//! When the check was that the advice below the heading is about.

use leptos::prelude::*;

use crate::{
    domain::{connection::Connection, found::failed_check},
    i18n::use_i18n,
    pages::shared::time::Time,
};

/// When the check was that the advice is about.
#[component]
pub fn LastCheck(
    /// The connection.
    connection: Memo<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let checked = Memo::new(move |_| connection.with(|connection| failed_check(connection).cloned()));
    move || {
        let time = checked.get()?;
        let [before, after] = i18n.detail.last_checked.around();
        Some(view! { <span class="tio-hint">" " {before} <Time time /> {after}</span> })
    }
}
