//! English, for the dialogs, but for those behind the page's menu.

use crate::i18n::{
    catalog::{AddTexts, ArchivedTexts, LookupTexts, UnsavedTexts},
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
    key_hint: "It may stay empty for now. In Test IO, open Integrations → API and copy your Personal API key.",
    account: "API key of an account",
    no_account: "Or use the key of an account…",
    key_of: Template2("The key of {} ({})"),
    key_of_before: Template("The key of {}, once more"),
    key_of_gone: "The connection whose key was to be used has none any more. Choose another account or enter a key.",
    leaves_global: Template("{} uses the Global connection until now, and its own from then on."),
    leaves_global_without_key: Template(
        "{} uses the Global connection until now. From then on it uses its own, and nothing is synchronised until that \
         has an API key.",
    ),
    another: "Add another",
    unverified: "Add without verifying",
    added: Template("{} has its own connection now. Enter its API key."),
    added_with_key: Template("{} has its own connection now."),
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

/// Deleting the connections of archived and deleted projects together.
pub(super) const ARCHIVED: ArchivedTexts = ArchivedTexts {
    open: Plural {
        one: "Delete {} connection of archived or deleted projects…",
        other: "Delete all {} connections of archived or deleted projects…",
    },
    title: "Delete connections of archived or deleted projects?",
    collecting: "Finding out which connections there are…",
    not_collected: "The connections couldn’t be loaded, so none was deleted",
    question: Plural {
        one: "{} connection belongs to a project that was archived or deleted, so nothing changes for that:",
        other: "{} connections belong to projects that were archived or deleted, so nothing changes for those:",
    },
    none: "No connection of an archived or deleted project is left.",
    action: "Delete connections",
    stop: "Stop",
    progress: "Deleted connections",
    deleted_of: Template2("{} of {} deleted"),
    done: Plural {
        one: "{} connection was deleted.",
        other: "{} connections were deleted.",
    },
    partly: Template2("Deleted: {}. Left: {}."),
    look_again: "Look again",
};
