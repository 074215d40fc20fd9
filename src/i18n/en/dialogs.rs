//! English, for the dialogs.

use super::{help, tools};
use crate::i18n::{
    catalog::{
        AddTexts, ArchivedTexts, DialogTexts, DialogTitles, LookupTexts, RemovalQuestionTexts,
        SwitchOffTexts, UnsavedTexts,
    },
    template::{Plural, Template, Template2},
};

/// What they say. A `static`, so that it is in one place, which comes with them.
pub(in crate::i18n) static DIALOGS: DialogTexts = DialogTexts {
    test_all: tools::TEST_ALL,
    accounts: tools::ACCOUNTS,
    add: ADD,
    archived: ARCHIVED,
    lookup: LOOKUP,
    unsaved: UNSAVED,
    removal: REMOVAL,
    switch_off: SWITCH_OFF,
    shortcuts: help::SHORTCUTS,
    file: tools::FILE,
};

/// Their headings.
pub(super) const TITLES: DialogTitles = DialogTitles {
    test_all: "Test all connections",
    accounts: "Test IO accounts",
    add: "Select Jira project",
    archived: "Delete connections of archived or deleted projects?",
    lookup: "Which connection applies?",
    unsaved: "Leave without saving?",
    shortcuts: "Keyboard shortcuts",
};

/// The dialog that adds a connection.
const ADD: AddTexts = AddTexts {
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
const LOOKUP: LookupTexts = LookupTexts {
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
const UNSAVED: UnsavedTexts = UnsavedTexts {
    text: Template("What you entered for {} isn’t saved."),
    text_global: "What you entered for the Global connection isn’t saved.",
    keep: "Keep editing",
    discard: "Discard",
};

/// Before a key is removed or a connection deleted.
const REMOVAL: RemovalQuestionTexts = RemovalQuestionTexts {
    remove_key_effect: "The connection stays, but this project isn’t linked to Test IO until you save another key. \
                        It doesn’t fall back to Global.",
    remove_key_effect_global: "The Global connection becomes inactive. Projects without a connection of their own \
                               aren’t linked to Test IO any more.",
    remove_key_action: "Remove key",
    delete_action: "Delete connection",
    then_global: "The project will use the Global connection.",
    then_none: "The project won’t be linked to Test IO, because the Global connection is inactive.",
    then_unknown: "The project will use the Global connection if that is active.",
    then_nothing: "The project was archived or deleted, so nothing changes for it.",
    not_revoked: "The API key itself stays valid. Revoke it in Test IO if nobody needs it any more.",
};

/// Before the Global connection is switched off.
const SWITCH_OFF: SwitchOffTexts = SwitchOffTexts {
    effect: Plural {
        one: "{} project uses it and loses its connection to Test IO.",
        other: "{} projects use it and lose their connection to Test IO.",
    },
    effect_unknown: "Projects without a connection of their own lose their connection to Test IO.",
    action: "Switch off",
};

/// Deleting the connections of archived and deleted projects together.
const ARCHIVED: ArchivedTexts = ArchivedTexts {
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
