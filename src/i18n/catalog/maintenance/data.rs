//! The texts of the tab Data.

use super::super::{Plural, Template, Text};

texts! {
    /// Forgetting all that is stored.
    DataTexts {
        tab: Text,
        title: Text,
        explain: Text,
        loading: Text,
        not_loaded: Text,
        deleted: Text,
        nothing: Text,
        connections: Plural,
        global_key: Text,
        global_label: Template,
        rest: Text,
        stays: Text,
        stays_keys: Text,
        stays_issues: Text,
        stays_log: Text,
        open: Text,
        question: Text,
        for_good: Text,
        confirm: Template,
        word: Text,
        not_confirmed: Template,
        clear: Text,
        not_cleared: Text,
        done: Text,
        done_count: Plural,
        begin_anew: Text,
    }
}
