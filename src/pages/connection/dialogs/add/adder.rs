//! What adds the connection, and what follows.

use leptos::prelude::*;

use super::super::super::services::{FocusTarget, Services};
use crate::{
    components::{flags::Flags, tone::Tone},
    domain::connection::Connection,
    i18n::I18n,
    state::add::Add,
};

/// What follows once a connection has been added.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It is opened.
    Open,
    /// The dialog is there for another one.
    Another,
}

/// What lasts longer than one opening of the dialog: what an attempt came to whose answer was lost is found out by one
/// in the next.
#[derive(Clone, Copy)]
pub struct Adder {
    /// Asks for it.
    pub add: Add,
    /// The name of the project that was asked for last.
    pub submitted: StoredValue<String>,
    /// What follows.
    pub then: StoredValue<Then>,
    /// The one that was added last, while the dialog is there for another.
    pub before: RwSignal<Option<Connection>>,
}

impl Adder {
    /// What is not asked for anything yet.
    pub fn new(i18n: I18n, services: Services) -> Self {
        let texts = &i18n.dialogs().add;
        let flags = Flags::expect();
        let (submitted, then) = (StoredValue::new(String::new()), StoredValue::new(Then::Open));
        let before = RwSignal::new(None);
        let on_added = Callback::new(move |added: Connection| {
            services.opening.remember(added.clone());
            if then.get_value() == Then::Another {
                before.set(Some(added));
                return;
            }
            let text = match added.key {
                Some(_) => texts.added_with_key,
                None => texts.added,
            };
            close_and_open(services, &added);
            flags.show(Tone::Success, text.with(&submitted.get_value()), None);
        });
        let on_existing = Callback::new(move |existing: Connection| {
            services.opening.remember(existing.clone());
            close_and_open(services, &existing);
            flags.show(Tone::Info, texts.exists.with(&submitted.get_value()), None);
        });
        Self {
            add: Add::new(services.store, on_added, on_existing),
            submitted,
            then,
            before,
        }
    }
}

fn close_and_open(services: Services, connection: &Connection) {
    services.adding.set(None);
    services.open(
        connection.id.clone(),
        Some(FocusTarget::in_connection(connection)),
    );
}
