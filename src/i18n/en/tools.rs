//! English, for what is done with all connections at once.

use crate::i18n::{
    catalog::{AccountTexts, ExportTexts, FileTexts, PrintTexts, TestAllTexts, ToolTexts},
    template::{Plural, Template, Template2},
};

/// What the page's header offers.
pub(super) const TOOLS: ToolTexts = ToolTexts {
    lookup: "Which connection applies?",
    menu: "More",
    test_all: "Test all connections…",
    export: "Export as CSV",
    print: "Print all connections…",
    accounts: "Test IO accounts…",
    shortcuts: "Keyboard shortcuts",
};

/// Testing all connections.
pub(super) const TEST_ALL: TestAllTexts = TestAllTexts {
    explain: "Test IO is asked about each saved API key, three at a time. No key, label or switch is changed, only the \
              status.",
    amount: Plural {
        one: "At most {} connection is tested.",
        other: "Up to {} connections are tested.",
    },
    lasts: Plural {
        one: "That takes about {} minute, longer if Test IO asks to wait.",
        other: "That takes about {} minutes, longer if Test IO asks to wait.",
    },
    which: "Which connections",
    all: Template("All connections ({})"),
    filtered: "Only those that the filter shows",
    start: "Start test",
    again: "Test again",
    stop: "Stop",
    collecting: "Finding out which connections there are…",
    not_collected: "The connections couldn’t be loaded, so none was tested",
    progress: "Tested connections",
    tested: Template2("{} of {} tested"),
    spoken: Template("{}% tested"),
    wait_title: "Test IO asks to wait",
    wait_text: Plural {
        one: "The test goes on in {} second.",
        other: "The test goes on in {} seconds.",
    },
    complete: Plural {
        one: "{} connection tested",
        other: "{} connections tested",
    },
    stopped: Template2("Stopped: {} of {} tested"),
    broken_off: "The test can’t go on",
    accepted: "Key accepted",
    rejected: "Key rejected",
    unreachable: "Test IO unreachable",
    failed: "Not tested, because Jira failed",
    no_key: "No key to test",
    counted: Template2("{} ({})"),
    and_more: Plural {
        one: "and {} more",
        other: "and {} more",
    },
    export: "Export report",
    not_exported: "The report wasn’t exported",
    result: "Result",
};

/// The overview as a table, on paper or as a file.
pub(super) const EXPORT: ExportTexts = ExportTexts {
    done: Plural {
        one: "{} connection exported",
        other: "{} connections exported",
    },
    not_done: "The connections weren’t exported",
    connection: "Connection",
    project_key: "Project key",
    account_label: "Account label",
    status: "Status",
    products: "Test IO products",
};

/// What only its file has.
pub(super) const FILE: FileTexts = FileTexts {
    project_name: "Project name",
    has_key: "API key saved",
    key_saved: "API key saved at",
    key_saved_by: "API key saved by",
    product_count: "Number of products",
    checked: "Last checked",
    changed: "Last changed",
    changed_by: "Last changed by",
    yes: "Yes",
    no: "No",
};

/// The overview on paper.
pub(super) const PRINT: PrintTexts = PrintTexts {
    not_done: "The connections weren’t printed",
    part: Template2(
        "{} of {} connections. What does not fit in here is printed by “Print all connections…” in the page’s menu.",
    ),
};

/// The Test IO accounts behind the connections.
pub(super) const ACCOUNTS: AccountTexts = AccountTexts {
    explain: "Connections with the same API key belong to the same Test IO account.",
    loading: "Reading the accounts…",
    not_loaded: "The accounts couldn’t be loaded",
    none: "No connection has an API key yet.",
    unlabelled: "No label",
    connections: Plural {
        one: "{} connection",
        other: "{} connections",
    },
    fine: "No label stands for several API keys, and no API key has several labels.",
    quoted: Template("“{}”"),
    odd_first: "Their accounts come first.",
    with_global: "Global among them",
    several_here: Template("Several labels: {}. Rename makes them one."),
    unlabelled_here: Plural {
        one: "{} connection has no label. Rename gives it one.",
        other: "{} connections have no label. Rename gives them one.",
    },
    no_label_here: "No label. Rename gives it one.",
    shared_label: Template2(
        "{} is also the label of other API keys ({}). Rename one of them, or replace its key if it is an old one.",
    ),
    replace: "Replace key everywhere",
    rename: "Rename",
    new_label: "New account label",
    renamed: Plural {
        one: "{} connection was renamed.",
        other: "{} connections were renamed.",
    },
    not_renamed: "The account wasn’t renamed",
    changed: "These connections have changed meanwhile. Here is how they are now.",
    show: "Show connections",
    more: Plural {
        one: "Show {} more account",
        other: "Show {} more accounts",
    },
};
