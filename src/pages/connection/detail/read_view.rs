//! The open connection for whoever may look but not change anything: facts instead of fields.

use leptos::prelude::*;

use crate::{
    domain::connection::Connection,
    i18n::{use_i18n, words},
    pages::{
        connection::parts::{
            status::StatusSince,
            stored_key::{StoredKeyFacts, stored_key},
        },
        shared::time::Time,
    },
};

/// What is known of the connection. Its products stand below, as for everybody.
#[component]
pub fn ReadView(
    /// The connection.
    connection: Memo<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let status = move || connection.with(|connection| words::status(i18n, connection).word);
    let key = stored_key(connection);
    let key = move || match key.get() {
        Some(key) => view! { <StoredKeyFacts key /> }.into_any(),
        None => i18n.read.no_key.into_any(),
    };
    let label = Memo::new(move |_| connection.with(|connection| connection.account_label.clone()));
    let label = move || match label.get() {
        Some(label) => view! { <bdi>{label}</bdi> }.into_any(),
        None => i18n.read.no_label.into_any(),
    };
    view! {
        <dl class="tio-facts">
            <Fact name=i18n.read.status>{status} " " <StatusSince connection /></Fact>
            <Fact name=i18n.key.label>
                <span class="tio-key__mask">{key}</span>
            </Fact>
            <Fact name=i18n.detail.label>{label}</Fact>
            <Fact name=i18n.read.changed>
                <Changed connection />
            </Fact>
        </dl>
    }
}

/// One of the facts.
#[component]
fn Fact(
    /// What it is about.
    name: &'static str,
    /// What is known of that.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="tio-fact">
            <dt>{name}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// When the connection was last changed, and who did it.
#[component]
fn Changed(
    /// The connection.
    connection: Memo<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let time = Signal::derive(move || connection.with(|connection| connection.updated_at.clone()));
    let by = Memo::new(move |_| connection.with(|connection| connection.updated_by.clone()));
    move || match by.get() {
        Some(person) => {
            let [before, between, after] = i18n.read.changed_by.around();
            let time = view! { <Time time /> };
            let person = view! { <bdi>{person}</bdi> };
            (before, time, between, person, after).into_any()
        }
        None => view! { <Time time /> }.into_any(),
    }
}
