//! English, for the dialogs, but for those behind the page's menu.

use crate::i18n::{
    catalog::{AddTexts, LookupTexts, UnsavedTexts},
    template::{Plural, Template, Template2},
};

/// The dialog that adds a connection.
pub(super) const ADD: AddTexts = AddTexts {
    title: "Select Jira project",
    explain: "Use a project specific connection to link one project only, or when a project needs a different Test \
              IO account from the Global connection.",
    project: "Jira project",
    placeholder: "Type a project name or project key",
    already_connected: "already connected",
    open_list: "Show projects",
    clear: "Clear project",
    nothing_found: "No project matches.",
    matches: Plural {
        one: "{} project",
        other: "{} projects",
    },
    submit: "Add connection",
    choose_first: "Choose a project first.",
    added: Template("{} has its own connection now. Enter its API key."),
    exists: Template("{} has a connection already. Here it is."),
};

/// The dialog that says which connection a project uses.
pub(super) const LOOKUP: LookupTexts = LookupTexts {
    open: "Which connection applies?",
    title: "Which connection applies?",
    rule: "A project uses its own connection if it has one, even when that one doesn’t work. Otherwise it uses the \
           Global connection, if that is active.",
    own: Template("{} uses its own connection."),
    own_broken: Template2(
        "{} uses its own connection, which doesn’t work at the moment: {}. It doesn’t fall back \
                           to Global.",
    ),
    global: Template("{} uses the Global connection."),
    none: Template("{} has no connection: it has none of its own, and the Global connection is inactive."),
    go_to: "Open this connection",
    go_to_global: "Open the Global connection",
    loading: "Looking it up…",
};

/// Leaving unsaved input.
pub(super) const UNSAVED: UnsavedTexts = UnsavedTexts {
    title: "Leave without saving?",
    text: Template("What you entered for {} isn’t saved."),
    text_global: "What you entered for the Global connection isn’t saved.",
    keep: "Keep editing",
    discard: "Discard",
};
