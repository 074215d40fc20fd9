//! The texts for what goes wrong.

use super::{Plural, Template, Text};

texts! {
    /// What has to be done so that waiting requests go on.
    RecoveryTexts {
        log_in_title: Text,
        log_in_text: Text,
        confirm_title: Text,
        confirm_text: Text,
        busy_title: Text,
        busy_text: Plural,
        busy_until: Template,
        send_again: Text,
        give_up: Text,
    }
}

texts! {
    /// What went wrong. Titles say what happened, texts what to do.
    FailureTexts {
        not_saved: Text,
        not_tested: Text,
        not_switched: Text,
        key_not_removed: Text,
        not_deleted: Text,
        not_added: Text,
        not_loaded: Text,
        logged_out: Text,
        log_in: Text,
        admin_confirmation: Text,
        confirm: Text,
        cross_site: Text,
        forbidden: Text,
        connection_gone: Text,
        project_gone: Text,
        connection_exists: Text,
        key_missing: Text,
        log_gone: Text,
        job_gone: Text,
        stale: Text,
        test_io_unreachable: Text,
        test_io_rate_limited: Text,
        test_io_rate_limited_until: Template,
        rate_limited: Text,
        rate_limited_seconds: Plural,
        rate_limited_until: Template,
        wait_seconds: Plural,
        wait_until: Template,
        refused: Text,
        server: Template,
        unavailable: Template,
        unreadable: Text,
        turned_away: Template,
        too_large: Template,
        not_whole: Text,
        somebody_else: Template,
        not_sent: Text,
        offline: Text,
        timed_out: Text,
        given_up: Text,
        no_answer: Text,
        uncertain: Text,
        find_out: Text,
        server_said: Template,
        input_kept: Text,
        skip_verification: Text,
        copy_details: Text,
        details_copied: Text,
        details: Text,
        report_request: Template,
        report_connection: Template,
        report_page: Template,
        report_jira: Template,
    }
}
