//! English, for what helps.

use crate::i18n::catalog::{HelpTexts, ShortcutTexts};

/// Help and first steps.
pub(super) const HELP: HelpTexts = HelpTexts {
    link: "Help",
    guide: "Read the guide",
    first_title: "Set up your first connection",
    first_choose: "For all Jira projects, stay here. For a single project,",
    first_project: "add a connection for it",
    first_copy: "In Test IO, open Integrations → API and copy your Personal API key.",
    first_save: "Paste it into the field “API key” and press “Save”. Test IO is asked about it before it is saved.",
    first_configure: "Go on to Configuration and choose what to synchronise.",
    kinds: "What do Global and Jira Project specific mean?",
    global_meaning: "One connection for all Jira projects. There is only one, and it is inactive until you save an API \
                     key.",
    project_meaning: "Links a single Jira project to a Test IO account: because it needs a different one, or because \
                      only this project is to be linked.",
    precedence: "A project with a connection of its own never uses Global, not even when its own doesn’t work.",
    no_account: "No Test IO account yet?",
    no_account_text: "You need one to get an API key. Test IO’s testers try out your product on real devices, and the \
                      bugs they find arrive in Jira as issues.",
    no_account_link: "Visit test.io",
};

/// The keyboard shortcuts, and the names of their keys.
pub(super) const SHORTCUTS: ShortcutTexts = ShortcutTexts {
    off: "Shortcuts of a single character are switched off in your Jira profile.",
    filter: "Go to the filter",
    this_list: "Show this list",
    arrows: "↑ ↓",
    moves: "Move in the list of connections",
    ends: "Home End",
    to_ends: "Go to the first or the last one",
    pages: "PgUp PgDn",
    by_page: "Move by a page",
    letters: "A–Z",
    to_name: "Go to the project that begins with these letters",
    enter: "Enter",
    opens: "Open the connection",
    escape: "Esc",
    closes: "Close a dialog, a menu or a list",
};
