//! The texts that every language must have, grouped by the part of the page that shows them.

use super::template::{Plural, Template, Template2};

macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, reason = "each text says what it is")]
        pub struct $name { $(pub $field: $kind),* }

        #[cfg(any(test, feature = "pseudo-locale"))]
        impl crate::i18n::pseudo::Pseudo for $name {
            fn pseudo(self) -> Self {
                Self { $($field: self.$field.pseudo()),* }
            }
        }
    };
}

type Text = &'static str;

// Below the macro, which it uses.
mod dialogs;
mod failures;
mod help;
mod later;
mod maintenance;
mod overview;
mod read;
mod tools;

pub use dialogs::{
    AddTexts, ArchivedTexts, DialogTexts, DialogTitles, LookupTexts, RemovalQuestionTexts, SwitchOffTexts,
    UnsavedTexts,
};
pub use failures::{FailureTexts, RecoveryTexts};
pub use help::{HelpTexts, ShortcutTexts};
pub use later::LaterTexts;
pub use maintenance::{
    CauseTexts, CheckCauseTexts, CheckDetailTexts, CloudTexts, DataTexts, HealthTexts, JobTexts,
    KeyCheckTexts, LogTexts, MaintenanceTexts, StepTexts,
};
pub use overview::OverviewTexts;
pub use read::ReadTexts;
pub use tools::{AccountTexts, ExportTexts, FileTexts, PrintTexts, TestAllTexts, ToolTexts};

texts! {
    /// The texts that the first view of the page can show, and those that several parts of it share.
    Catalog {
        page_title: Text,
        maintenance_title: Text,
        loading: Text,
        retry: Text,
        cancel: Text,
        close: Text,
        dismiss: Text,
        more_actions: Template,
        opens_new_tab: Text,
        read_only: Text,
        read_only_reason: Text,
        overview: OverviewTexts,
        tools: ToolTexts,
        export: ExportTexts,
        print: PrintTexts,
        list: ListTexts,
        global: GlobalTexts,
        status: StatusTexts,
        detail: DetailTexts,
        read: ReadTexts,
        key: KeyTexts,
        test: TestTexts,
        removal: RemovalTexts,
        titles: DialogTitles,
        conflict: ConflictTexts,
        recovery: RecoveryTexts,
        help: HelpTexts,
        later: LaterTexts,
        failure: FailureTexts,
    }
}

texts! {
    /// The list on the left.
    ListTexts {
        navigation: Text,
        selected: Text,
        global_heading: Text,
        project_heading: Text,
        project_heading_count: Template,
        project_heading_shown: Template2,
        all_projects: Text,
        filter: Text,
        filter_placeholder: Text,
        query_full: Text,
        by_status: Text,
        any_status: Text,
        needs_attention: Text,
        by_account: Text,
        any_account: Text,
        same_key: Text,
        add: Text,
        empty_title: Text,
        empty_text: Text,
        nothing_found: Text,
        clear_filter: Text,
        found: Plural,
        back: Text,
        unconnected: Text,
        unconnected_found: Plural,
        uses_global: Text,
        uses_none: Text,
        add_for: Template,
        more: Plural,
        more_unknown: Text,
    }
}

texts! {
    /// The Global (default) connection.
    GlobalTexts {
        title: Text,
        purpose: Text,
        active: Text,
        active_hint: Text,
        needs_key: Text,
        switched_on: Text,
        switched_off: Text,
        off_title: Text,
        undo: Text,
    }
}

texts! {
    /// A state in a word or two, and one line of advice.
    StatusWords {
        word: Text,
        advice: Text,
    }
}

texts! {
    /// The states of a connection, and for how long it has been in one.
    StatusTexts {
        inactive_without_key: StatusWords,
        inactive_switched_off: StatusWords,
        key_missing: StatusWords,
        connected: StatusWords,
        unverified: StatusWords,
        key_rejected: StatusWords,
        unreachable: StatusWords,
        project_unavailable: StatusWords,
        unknown: StatusWords,
        check_the_way: Text,
        since_now: Text,
        since_minutes: Plural,
        since_hours: Plural,
        since: Template,
    }
}

texts! {
    /// The pane on the right.
    DetailTexts {
        stop_waiting: Text,
        own_account: Text,
        own_same_account: Text,
        own_key: Text,
        own_without_key: Text,
        label: Text,
        label_hint: Text,
        label_too_long: Text,
        save: Text,
        saved: Text,
        save_in: Plural,
        saved_in: Plural,
        enter_key_first: Text,
        nothing_changed: Text,
        products: Text,
        products_more: Template2,
        no_products: Text,
        checked: Template,
        found_earlier: Text,
        last_checked: Template,
        next: Text,
        next_link: Text,
        busy_elsewhere: Text,
        gone_title: Text,
        gone_text: Text,
        gone_action: Text,
    }
}

texts! {
    /// The API key.
    KeyTexts {
        label: Text,
        where_to_find: Text,
        stored: Template,
        stored_no_hint: Text,
        saved_at: Template,
        saved_at_by: Template2,
        replace: Text,
        keep: Text,
        same_key: Plural,
        everywhere: Plural,
        show: Text,
        looks_odd: Text,
        empty: Text,
        line_break: Text,
        masked: Text,
        inner_space: Template,
        invisible: Template2,
        unprintable: Template,
        too_long: Text,
        rejected: Text,
        malformed: Text,
    }
}

texts! {
    /// Testing a connection.
    TestTexts {
        test_saved: Text,
        test_typed: Text,
        no_key: Text,
        typed_accepted: Plural,
        saved_accepted: Plural,
        typed_rejected: Text,
        saved_rejected: Text,
        unreachable: Text,
        rate_limited: Text,
        rate_limited_seconds: Plural,
    }
}

texts! {
    /// Removing a key and deleting connections, but for what the questions before it say.
    RemovalTexts {
        remove_key: Text,
        no_key: Text,
        remove_key_title: Template,
        remove_key_title_global: Text,
        key_removed: Text,
        delete: Text,
        delete_title: Template,
        deleted: Template,
        delete_archived: Plural,
    }
}

texts! {
    /// Another administrator was faster.
    ConflictTexts {
        title: Text,
        title_others: Text,
        nothing_saved: Text,
        by: Template2,
        by_unknown: Template,
        key_saved: Text,
        key_saved_hint: Template,
        key_removed: Text,
        label_changed: Template2,
        label_removed: Template,
        label_set: Template,
        switched_on: Text,
        switched_off: Text,
        same_key: Plural,
        keep_mine: Text,
        go_on: Text,
        take_theirs: Text,
    }
}
