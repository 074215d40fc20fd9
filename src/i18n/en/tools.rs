//! English, for what is done with all connections at once.

use crate::i18n::{
    catalog::{TestAllTexts, ToolTexts},
    template::{Plural, Template, Template2},
};

/// The menu in the page's header.
pub(super) const TOOLS: ToolTexts = ToolTexts {
    menu: "More",
    test_all: "Test all connections…",
};

/// Testing all connections.
pub(super) const TEST_ALL: TestAllTexts = TestAllTexts {
    title: "Test all connections",
    explain: "Test IO is asked about each saved API key, three at a time. No key, label or switch is changed, only the \
              status.",
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
    spoken: Template("{} % tested"),
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
    accepted: Template("Key accepted ({})"),
    rejected: Template("Key rejected ({})"),
    unreachable: Template("Test IO unreachable ({})"),
    failed: Template("Not tested, because Jira failed ({})"),
    no_key: Template("No key to test ({})"),
    and_more: Plural {
        one: "and {} more",
        other: "and {} more",
    },
};
