//! English, for the tab Synchronisation jobs of the Maintenance page.

use crate::i18n::{
    catalog::JobTexts,
    template::{Template, Template2},
};

/// What the plugin does by itself.
pub(super) const JOBS: JobTexts = JobTexts {
    tab: "Synchronisation jobs",
    title: "What runs by itself",
    explain: Template("Times are in your time zone, {}."),
    loading: "Loading the jobs",
    not_loaded: "The jobs couldn’t be loaded",
    outdated: "This is of earlier: the jobs couldn’t be loaded again",
    none: "The plugin has no jobs.",
    job: "Job",
    status: "Status",
    last_run: "Last run",
    next_run: "Next run",
    notifications: "Notify of failures",
    notify: Template("Notify administrators when “{}” fails"),
    not_switched: "Not saved",
    never_run: "Never run",
    running: "Running",
    succeeded: "Succeeded",
    failed: "Failed",
    other_status: "Unknown",
    never: "Never",
    not_planned: "Not planned",
    runs: Template("Last runs of {}"),
    no_runs: "No run is over yet.",
    took: Template2("{}, took {}"),
    issues: "Issues Sync",
    issues_purpose: "Brings bugs that were exported in Test IO to Jira as issues.",
    configuration: "Configuration Validation",
    configuration_purpose: "Makes sure that bugs can be brought to Jira with the issue types and fields that are configured.",
    comments: "Comments Sync",
    comments_purpose: "Brings comments from Test IO to Jira.",
    connections: "Connections Sync",
    connections_purpose: "Checks the stored API keys with Test IO, and which products they give access to.",
};
