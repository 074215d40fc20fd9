//! English.

pub(super) mod dialogs;
mod failures;
mod help;
mod later;
pub(super) mod maintenance;
mod overview;
mod read;
mod tools;

use super::{
    catalog::{
        Catalog, ConflictTexts, DetailTexts, GlobalTexts, KeyTexts, ListTexts, RemovalTexts, StatusTexts,
        StatusWords, TestTexts,
    },
    template::{Plural, Template, Template2},
};

/// The English texts.
pub const ENGLISH: Catalog = Catalog {
    page_title: "Connection",
    maintenance_title: "Maintenance",
    loading: "Loading…",
    retry: "Try again",
    cancel: "Cancel",
    close: "Close",
    dismiss: "Dismiss",
    more_actions: Template("More actions for {}"),
    opens_new_tab: "opens in a new tab",
    read_only: "You can look, but not change anything here",
    read_only_reason: "You need Jira's “Jira Administrators” permission to change connections.",
    overview: overview::OVERVIEW,
    tools: tools::TOOLS,
    export: tools::EXPORT,
    print: tools::PRINT,
    list: ListTexts {
        navigation: "Connections",
        selected: "Selected connection",
        global_heading: "Global (default)",
        project_heading: "Jira Project specific",
        project_heading_count: Template("Jira Project specific ({})"),
        project_heading_shown: Template2("Jira Project specific ({} of {})"),
        all_projects: "All Jira projects",
        filter: "Filter connections",
        filter_placeholder: "Project name or project key",
        query_full: "There is no room for more than 255 characters. The rest was left out.",
        by_status: "Status",
        any_status: "Any status",
        needs_attention: "Attention",
        by_account: "Account",
        any_account: "Any account",
        same_key: "Same API key",
        add: "Add connection",
        empty_title: "No project has its own connection",
        empty_text: "Add one when a project works with a different Test IO account, or when only that project is to be \
                     linked to Test IO.",
        nothing_found: "No connection matches this filter.",
        clear_filter: "Clear filter",
        found: Plural {
            one: "{} connection",
            other: "{} connections",
        },
        back: "All connections",
        unconnected: "Projects without a connection of their own",
        unconnected_found: Plural {
            one: "{} project without a connection of its own",
            other: "{} projects without a connection of their own",
        },
        uses_global: "uses Global",
        uses_none: "has no connection",
        add_for: Template("for {}"),
        more: Plural {
            one: "{} more. Type more of its name or key.",
            other: "{} more. Type more of the name or key.",
        },
        more_unknown: "There may be more. Type more of the name or key.",
    },
    global: GlobalTexts {
        title: "Global (default)",
        purpose: "Every project without a connection of its own uses this one.",
        active: "Active",
        active_hint: "Switching it off keeps the API key.",
        needs_key: "Save an API key first; that activates the connection.",
        switched_on: "The Global connection is active.",
        switched_off: "The Global connection is off. Its API key is kept.",
        off_title: "Switch the Global connection off?",
        undo: "Undo",
    },
    status: StatusTexts {
        inactive_without_key: StatusWords {
            word: "Inactive",
            advice: "Enter an API key to activate it.",
        },
        inactive_switched_off: StatusWords {
            word: "Inactive",
            advice: "It is switched off. Switch it on to use it again.",
        },
        key_missing: StatusWords {
            word: "Key missing",
            advice: "This project isn’t linked to Test IO until you save an API key.",
        },
        connected: StatusWords {
            word: "Connected",
            advice: "Test IO accepted the API key.",
        },
        unverified: StatusWords {
            word: "Not verified",
            advice: "The API key was saved without asking Test IO. Test the connection to be sure.",
        },
        key_rejected: StatusWords {
            word: "Key rejected",
            advice: "Test IO no longer accepts the API key. Replace it with a current one.",
        },
        unreachable: StatusWords {
            word: "Unreachable",
            advice: "Jira couldn’t reach Test IO at the last check. Test the connection again.",
        },
        project_unavailable: StatusWords {
            word: "Project unavailable",
            advice: "The project was archived or deleted. Delete the connection if it isn’t needed any more.",
        },
        unknown: StatusWords {
            word: "Unknown",
            advice: "This page doesn’t know this status. Reload it.",
        },
        check_the_way: "Check the way to Test IO",
        since_now: "for less than a minute",
        since_minutes: Plural {
            one: "for {} minute",
            other: "for {} minutes",
        },
        since_hours: Plural {
            one: "for {} hour",
            other: "for {} hours",
        },
        since: Template("since {}"),
    },
    detail: DetailTexts {
        stop_waiting: "Stop waiting",
        own_account: "This project uses its own Test IO account, not Global.",
        own_same_account: "This project uses its own API key, of the Test IO account that Global uses too.",
        own_key: "This project uses its own API key, not Global’s.",
        own_without_key: "This project has its own connection, so it doesn’t use Global.",
        label: "Account label",
        label_hint: "Optional. Your own name for the Test IO account, so that you can tell accounts apart.",
        label_too_long: "Use 60 characters or fewer.",
        save: "Save",
        saved: "Saved.",
        save_in: Plural {
            one: "Save in {} connection",
            other: "Save in {} connections",
        },
        saved_in: Plural {
            one: "Saved in {} connection.",
            other: "Saved in {} connections.",
        },
        enter_key_first: "Enter an API key first.",
        nothing_changed: "There is nothing to save yet.",
        products: "Test IO products",
        products_more: Template2("{} and {} more"),
        no_products: "None",
        checked: Template("checked {}"),
        found_earlier: "found at the last check that Test IO accepted",
        last_checked: Template("Checked {}."),
        next: "Next: choose what to synchronise.",
        next_link: "Go to Configuration",
        busy_elsewhere: "Wait until the current step is done.",
        gone_title: "This connection is gone",
        gone_text: "It was deleted, or the link that brought you here is out of date.",
        gone_action: "Go to the Global connection",
    },
    read: read::READ,
    key: KeyTexts {
        label: "API key",
        where_to_find: "In Test IO, open Integrations → API and copy your Personal API key.",
        stored: Template("API key ending in {}"),
        stored_no_hint: "API key stored",
        saved_at: Template("saved {}"),
        saved_at_by: Template2("saved {} by {}"),
        replace: "Replace key",
        keep: "Keep the saved key",
        same_key: Plural {
            one: "{} other connection uses the same key.",
            other: "{} other connections use the same key.",
        },
        everywhere: Plural {
            one: "Also replace it in the {} other connection with the same key",
            other: "Also replace it in the {} other connections with the same key",
        },
        show: "Show API key",
        looks_odd: "A Test IO API key has 40 letters and digits. You can save this all the same.",
        empty: "Enter an API key.",
        line_break: "This spans several lines. Copy only the API key itself.",
        masked: "This is a masked display of an API key, not the key itself. Copy the key from Test IO.",
        inner_space: Template("There is a space inside, as character {}. Copy only the API key itself."),
        invisible: Template2(
            "There is an invisible character ({}) inside, as character {}. Type the API key by hand or copy it again \
             from Test IO.",
        ),
        unprintable: Template(
            "Character {} can’t be part of an API key: it has only unaccented letters, digits and punctuation. Copy it \
             again from Test IO.",
        ),
        too_long: "This is too long for an API key (256 characters at most).",
        rejected: "Test IO didn’t accept this API key, so nothing was saved. Check it, or create a new one in Test IO.",
        malformed: "Jira refused this as an API key, so nothing was saved. Copy it again from Test IO.",
    },
    test: TestTexts {
        test_saved: "Test connection",
        test_typed: "Test this key",
        no_key: "Enter an API key first.",
        typed_accepted: Plural {
            one: "Test IO accepts the key you typed: {} product. It isn’t saved yet.",
            other: "Test IO accepts the key you typed: {} products. It isn’t saved yet.",
        },
        saved_accepted: Plural {
            one: "Test IO accepts the saved key: {} product.",
            other: "Test IO accepts the saved key: {} products.",
        },
        typed_rejected: "Test IO doesn’t accept the key you typed. It wasn’t saved.",
        saved_rejected: "Test IO no longer accepts the saved key.",
        unreachable: "Jira couldn’t reach Test IO. This says nothing about the key.",
        rate_limited: "Test IO asks to wait before the next attempt.",
        rate_limited_seconds: Plural {
            one: "Test IO asks to wait {} second before the next attempt.",
            other: "Test IO asks to wait {} seconds before the next attempt.",
        },
    },
    removal: RemovalTexts {
        remove_key: "Remove key…",
        no_key: "No API key is stored.",
        remove_key_title: Template("Remove the API key of {}?"),
        remove_key_title_global: "Remove the API key of the Global connection?",
        key_removed: "The API key was removed.",
        delete: "Delete connection…",
        delete_title: Template("Delete the connection of {}?"),
        deleted: Template("The connection of {} was deleted."),
        delete_archived: Plural {
            one: "Delete {} connection of archived or deleted projects…",
            other: "Delete all {} connections of archived or deleted projects…",
        },
    },
    titles: dialogs::TITLES,
    conflict: ConflictTexts {
        title: "Somebody else changed this connection",
        title_others: "Other connections have got or lost this key",
        nothing_saved: "Nothing of yours was saved, and what you entered is still here.",
        by: Template2(
            "Last changed by {}, {}. Nothing of yours was saved, and what you entered is still here.",
        ),
        by_unknown: Template(
            "It was changed {}. Nothing of yours was saved, and what you entered is still here.",
        ),
        key_saved: "Another API key was saved.",
        key_saved_hint: Template("Another API key was saved, ending in {}."),
        key_removed: "The API key was removed.",
        label_changed: Template2("The account label was changed from “{}” to “{}”."),
        label_removed: Template("The account label “{}” was removed."),
        label_set: Template("The account label was set to “{}”."),
        switched_on: "The connection was switched on.",
        switched_off: "The connection was switched off.",
        same_key: Plural {
            one: "The same key is now used by {} other connection.",
            other: "The same key is now used by {} other connections.",
        },
        keep_mine: "Save mine anyway",
        go_on: "Do it anyway",
        take_theirs: "Use theirs",
    },
    recovery: failures::RECOVERY,
    help: help::HELP,
    later: later::LATER,
    failure: failures::FAILURE,
};
