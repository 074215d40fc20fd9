//! English, for what goes wrong.

use crate::i18n::{
    catalog::{FailureTexts, RecoveryTexts},
    template::{Plural, Template},
};

/// What has to be done so that waiting requests go on.
pub(super) const RECOVERY: RecoveryTexts = RecoveryTexts {
    log_in_title: "You have been logged out of Jira",
    log_in_text: "Log in in a new tab, then come back: what you asked for goes on by itself. Nothing you entered is lost.",
    confirm_title: "Confirm that you are an administrator",
    confirm_text: "Jira asks for your password again. Give it in a new tab, then come back: what you asked for goes on by \
                   itself. Nothing you entered is lost.",
    busy_title: "Jira asks to wait",
    busy_text: Plural {
        one: "What you asked for is sent again in {} second.",
        other: "What you asked for is sent again in {} seconds.",
    },
    busy_until: Template("What you asked for is sent again at {}."),
    send_again: "Try again now",
    give_up: "Don’t wait",
};

/// What went wrong.
pub(super) const FAILURE: FailureTexts = FailureTexts {
    not_saved: "Not saved",
    not_tested: "Not tested",
    not_switched: "Not switched",
    key_not_removed: "The API key wasn’t removed",
    not_deleted: "The connection wasn’t deleted",
    not_added: "The connection wasn’t added",
    not_loaded: "This couldn’t be loaded",
    logged_out: "You have been logged out of Jira. Log in again, then try again here.",
    log_in: "Log in",
    admin_confirmation: "Jira wants you to confirm that you are an administrator. Do so, then try again here.",
    confirm: "Confirm in Jira",
    cross_site: "Jira took the request for one from another site. Check Jira’s base URL and the proxy in front of it.",
    forbidden: "You need Jira’s “Jira Administrators” permission for this.",
    connection_gone: "The connection doesn’t exist any more.",
    project_gone: "The project doesn’t exist any more, or you can’t see it.",
    connection_exists: "The project has a connection already.",
    key_missing: "No API key is stored. Save one first.",
    log_gone: "The server that answered can’t find its log. It may be about to begin a new file, or write its log elsewhere.",
    job_gone: "The plugin has no such job any more.",
    stale: "Jira says again and again that the connection has changed, but nothing in it differs. Others may be testing it \
            just now, or a proxy in front of Jira changes the requests.",
    test_io_unreachable: "Jira couldn’t reach Test IO, so the key couldn’t be checked.",
    test_io_rate_limited: "Test IO asks to wait, so the key couldn’t be checked.",
    test_io_rate_limited_until: Template("Test IO asks to wait until {} before the next attempt."),
    rate_limited: "Jira asks to wait before the next attempt.",
    rate_limited_seconds: Plural {
        one: "Jira asks to wait {} second before the next attempt.",
        other: "Jira asks to wait {} seconds before the next attempt.",
    },
    rate_limited_until: Template("Jira asks to wait until {} before the next attempt."),
    wait_seconds: Plural {
        one: "Wait {} second.",
        other: "Wait {} seconds.",
    },
    wait_until: Template("Wait until {}."),
    refused: "Jira refused the request.",
    server: Template("Jira failed with status {}. Its log says why."),
    unavailable: Template(
        "Jira can’t answer at the moment (status {}). It may be starting, or the proxy in front of it can’t \
                           reach it.",
    ),
    unreadable: "The answer isn’t from the Test IO plugin. A proxy or a disabled plugin may be the reason.",
    turned_away: Template(
        "The answer isn’t from the Test IO plugin (status {}). A firewall or a proxy in front of Jira may have turned the request away.",
    ),
    too_large: Template(
        "The answer isn’t from the Test IO plugin (status {}). Something in front of Jira, such as a proxy, found the request too large.",
    ),
    not_whole: "The list couldn’t be read whole: the answers contradict each other.",
    somebody_else: Template(
        "Somebody else has logged in to Jira since: {}. Nothing was done in their name. Log in as yourself again, or reload the page to go on as that person.",
    ),
    not_sent: "Your browser is offline, so nothing was sent. Check your network.",
    offline: "Jira can’t be reached. Check your network.",
    timed_out: "Jira took too long to answer.",
    given_up: "You stopped waiting.",
    no_answer: "There was no answer, so it may have been done all the same",
    uncertain: "Nobody can say whether it was done",
    find_out: "Trying again finds out.",
    server_said: Template("Jira says: {}"),
    input_kept: "What you entered is still here.",
    skip_verification: "Save without verifying",
    copy_details: "Copy details",
    details_copied: "Details copied",
    details: "Details",
    report_request: Template("Request: {}"),
    report_connection: Template("Open connection: {}"),
    report_page: Template("Page version: {}"),
    report_jira: Template("Jira version: {}"),
};
