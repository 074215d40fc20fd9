//! The texts of the tab Synchronisation jobs.

use super::super::{Template, Template2, Text};

texts! {
    /// What the plugin does by itself.
    JobTexts {
        tab: Text,
        title: Text,
        explain: Template,
        loading: Text,
        not_loaded: Text,
        outdated: Text,
        none: Text,
        job: Text,
        status: Text,
        last_run: Text,
        next_run: Text,
        notifications: Text,
        notify: Template,
        not_switched: Text,
        never_run: Text,
        running: Text,
        succeeded: Text,
        failed: Text,
        other_status: Text,
        never: Text,
        not_planned: Text,
        runs: Template,
        no_runs: Text,
        took: Template2,
        issues: Text,
        issues_purpose: Text,
        configuration: Text,
        configuration_purpose: Text,
        comments: Text,
        comments_purpose: Text,
        connections: Text,
        connections_purpose: Text,
    }
}
