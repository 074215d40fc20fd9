//! The texts of what is done with all connections at once.

use super::{Plural, Template, Template2, Text};

texts! {
    /// The menu in the page's header.
    ToolTexts {
        menu: Text,
        test_all: Text,
    }
}

texts! {
    /// Testing all connections.
    TestAllTexts {
        title: Text,
        explain: Text,
        which: Text,
        all: Template,
        filtered: Text,
        start: Text,
        again: Text,
        stop: Text,
        collecting: Text,
        not_collected: Text,
        progress: Text,
        tested: Template2,
        spoken: Template,
        wait_title: Text,
        wait_text: Plural,
        complete: Plural,
        stopped: Template2,
        broken_off: Text,
        accepted: Template,
        rejected: Template,
        unreachable: Template,
        failed: Template,
        no_key: Template,
        and_more: Plural,
    }
}
