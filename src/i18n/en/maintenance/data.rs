//! English, for the tab Data of the Maintenance page.

use crate::i18n::{
    catalog::DataTexts,
    template::{Plural, Template},
};

/// Forgetting all that is stored.
pub(super) const DATA: DataTexts = DataTexts {
    tab: "Data",
    title: "Clear Test IO data",
    explain: "This puts the plugin back to how it was when it was installed, for instance when nothing else helps.",
    loading: "Looking what is stored",
    not_loaded: "What is stored couldn’t be loaded",
    deleted: "What is deleted",
    nothing: "No connection and no API key is stored.",
    connections: Plural {
        one: "{} connection of a Jira project, with its API key",
        other: "{} connections of Jira projects, with their API keys",
    },
    global_key: "The API key of the Global connection",
    global_label: Template("The account label of the Global connection: {}"),
    rest: "The report of the last checks, the past runs of all jobs, and of which jobs administrators are notified",
    stays: "What stays",
    stays_keys: "The API keys at Test IO: they are not revoked",
    stays_issues: "What was synchronised in Jira, such as issues and comments",
    stays_log: "Jira’s log",
    open: "Clear Test IO data…",
    question: "Clear all Test IO data?",
    for_good: "Nobody can bring it back. Until new API keys are saved, nothing is synchronised any more.",
    confirm: Template("Type {} to confirm"),
    word: "CLEAR",
    not_confirmed: Template("Type {} first."),
    clear: "Clear data",
    not_cleared: "The data wasn’t cleared",
    done: "All Test IO data is cleared",
    done_count: Plural {
        one: "{} connection of a Jira project was deleted.",
        other: "{} connections of Jira projects were deleted.",
    },
    begin_anew: "Set up the connection anew",
};
