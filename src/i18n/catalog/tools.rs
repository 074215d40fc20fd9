//! The texts of what is done with all connections at once.

use super::{Plural, Template, Template2, Text};

texts! {
    /// What the page's header offers: its menu, and what stands beside that.
    ToolTexts {
        lookup: Text,
        menu: Text,
        test_all: Text,
        export: Text,
        print: Text,
        accounts: Text,
        shortcuts: Text,
    }
}

texts! {
    /// Testing all connections.
    TestAllTexts {
        explain: Text,
        amount: Plural,
        lasts: Plural,
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
        accepted: Text,
        rejected: Text,
        unreachable: Text,
        failed: Text,
        no_key: Text,
        counted: Template2,
        and_more: Plural,
        export: Text,
        not_exported: Text,
        result: Text,
    }
}

texts! {
    /// The overview as a table, on paper or as a file.
    ExportTexts {
        done: Plural,
        not_done: Text,
        connection: Text,
        project_key: Text,
        account_label: Text,
        status: Text,
        products: Text,
    }
}

texts! {
    /// What only the file of the overview has.
    FileTexts {
        project_name: Text,
        has_key: Text,
        key_saved: Text,
        key_saved_by: Text,
        product_count: Text,
        checked: Text,
        changed: Text,
        changed_by: Text,
        yes: Text,
        no: Text,
    }
}

texts! {
    /// The overview on paper.
    PrintTexts {
        not_done: Text,
        part: Template2,
    }
}

texts! {
    /// The Test IO accounts behind the connections.
    AccountTexts {
        explain: Text,
        loading: Text,
        not_loaded: Text,
        none: Text,
        unlabelled: Text,
        connections: Plural,
        fine: Text,
        quoted: Template,
        odd_first: Text,
        with_global: Text,
        several_here: Template,
        unlabelled_here: Plural,
        no_label_here: Text,
        shared_label: Template2,
        replace: Text,
        rename: Text,
        new_label: Text,
        renamed: Plural,
        not_renamed: Text,
        changed: Text,
        show: Text,
        more: Plural,
    }
}
