//! What of the page comes later: everything that its first view does not show.
//!
//! Functions with the same first name in `wasm_split` share their code's file. What several files need is in others,
//! which wasm-split makes.

use leptos::{
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};

use super::{
    detail::{open::Open, removal::Removal, switch_off::SwitchOff},
    dialogs::{
        accounts::AccountsDialog, add::AddDialog, archived::ArchivedDialog, lookup::LookupDialog,
        shortcuts::ShortcutsDialog, test_all::TestAllDialog, unsaved::UnsavedDialog,
    },
    header::tools::export,
};
use crate::{
    domain::connection::Connection,
    i18n::I18n,
    pages::later::{Fetched, Part},
};

/// The parts of the page that come later. Provided as a context.
#[derive(Clone, Copy)]
pub struct LaterParts {
    /// The question about unsaved input.
    pub unsaved: Part,
    /// The questions before a key is removed, a connection deleted, or Global switched off.
    pub removal: Part,
    /// The dialog that adds a connection.
    pub add: Part,
    /// The dialog that says which connection applies.
    pub lookup: Part,
    /// The dialog that tests all connections.
    pub test_all: Part,
    /// The dialog with the accounts.
    pub accounts: Part,
    /// Deletes those of archived and deleted projects.
    pub archived: Part,
    /// The dialog with the keys.
    pub shortcuts: Part,
}

impl LaterParts {
    /// None of them is there yet.
    pub fn new() -> Self {
        Self {
            unsaved: Part::new(|| Box::pin(unsaved())),
            removal: Part::new(|| Box::pin(removal())),
            add: Part::new(|| Box::pin(add())),
            lookup: Part::new(|| Box::pin(lookup())),
            test_all: Part::new(|| Box::pin(test_all())),
            accounts: Part::new(|| Box::pin(accounts())),
            archived: Part::new(|| Box::pin(archived())),
            shortcuts: Part::new(|| Box::pin(shortcuts())),
        }
    }

    /// All of them, in the order in which they are fetched: what is most likely wanted comes first.
    pub fn all(self) -> Vec<Part> {
        vec![
            self.add,
            self.unsaved,
            self.removal,
            self.lookup,
            self.test_all,
            self.accounts,
            self.archived,
            self.shortcuts,
        ]
    }
}

/// The page's parts. [`super::ConnectionPage`] provides them.
pub fn use_later_parts() -> LaterParts {
    expect_context()
}

#[wasm_split(questions, wasm_split_path = leptos::wasm_split, fallible)]
fn unsaved() -> Fetched {
    Ok(|| view! { <UnsavedDialog /> }.into_any())
}

#[wasm_split(questions, wasm_split_path = leptos::wasm_split, fallible)]
fn removal() -> Fetched {
    Ok(|| {
        let open: Open = expect_context();
        view! {
            <Removal open />
            <SwitchOff open />
        }
        .into_any()
    })
}

#[wasm_split(projects, wasm_split_path = leptos::wasm_split, fallible)]
fn add() -> Fetched {
    Ok(|| view! { <AddDialog /> }.into_any())
}

#[wasm_split(projects, wasm_split_path = leptos::wasm_split, fallible)]
fn lookup() -> Fetched {
    Ok(|| view! { <LookupDialog /> }.into_any())
}

#[wasm_split(tools, wasm_split_path = leptos::wasm_split, fallible)]
fn test_all() -> Fetched {
    Ok(|| view! { <TestAllDialog /> }.into_any())
}

#[wasm_split(tools, wasm_split_path = leptos::wasm_split, fallible)]
fn accounts() -> Fetched {
    Ok(|| view! { <AccountsDialog /> }.into_any())
}

#[wasm_split(tools, wasm_split_path = leptos::wasm_split, fallible)]
fn archived() -> Fetched {
    Ok(|| view! { <ArchivedDialog /> }.into_any())
}

#[wasm_split(tools, wasm_split_path = leptos::wasm_split, fallible)]
fn shortcuts() -> Fetched {
    Ok(|| view! { <ShortcutsDialog /> }.into_any())
}

/// All connections as a table for spreadsheets.
#[wasm_split(tools, wasm_split_path = leptos::wasm_split, fallible)]
pub fn csv(i18n: I18n, connections: Vec<Connection>) -> Result<String, SplitLoaderError> {
    Ok(export::table(i18n, &connections))
}
