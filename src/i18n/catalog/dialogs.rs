//! The texts of the dialogs, but for those of two behind the page's menu, which are in `tools.rs`, and the keys in
//! `help.rs`.

use super::{AccountTexts, FileTexts, Plural, ShortcutTexts, Template, Template2, TestAllTexts, Text};

texts! {
    /// What the dialogs say, and the exported file, whose code comes with theirs. It is no part of the
    /// [`Catalog`](super::Catalog): it comes with them.
    DialogTexts {
        test_all: TestAllTexts,
        accounts: AccountTexts,
        add: AddTexts,
        archived: ArchivedTexts,
        lookup: LookupTexts,
        unsaved: UnsavedTexts,
        removal: RemovalQuestionTexts,
        switch_off: SwitchOffTexts,
        shortcuts: ShortcutTexts,
        file: FileTexts,
    }
}

texts! {
    /// The headings of the dialogs. They are shown before the rest of a dialog is there.
    DialogTitles {
        test_all: Text,
        accounts: Text,
        add: Text,
        archived: Text,
        lookup: Text,
        unsaved: Text,
        shortcuts: Text,
    }
}

texts! {
    /// The dialog that adds a connection.
    AddTexts {
        explain: Text,
        project: Text,
        placeholder: Text,
        already_connected: Text,
        open_list: Text,
        clear: Text,
        nothing_found: Text,
        matches: Plural,
        submit: Text,
        choose_first: Text,
        key_hint: Text,
        account: Text,
        no_account: Text,
        key_of: Template2,
        key_of_before: Template,
        key_of_gone: Text,
        leaves_global: Template,
        leaves_global_without_key: Template,
        another: Text,
        unverified: Text,
        added: Template,
        added_with_key: Template,
        exists: Template,
    }
}

texts! {
    /// The dialog that says which connection a project uses.
    LookupTexts {
        rule: Text,
        own: Template,
        own_broken: Template2,
        global: Template,
        none: Template,
        go_to: Text,
        go_to_global: Text,
        loading: Text,
    }
}

texts! {
    /// Leaving unsaved input.
    UnsavedTexts {
        text: Template,
        text_global: Text,
        keep: Text,
        discard: Text,
    }
}

texts! {
    /// The questions before a key is removed or a connection deleted.
    RemovalQuestionTexts {
        remove_key_effect: Text,
        remove_key_effect_global: Text,
        remove_key_action: Text,
        delete_action: Text,
        then_global: Text,
        then_none: Text,
        then_unknown: Text,
        then_nothing: Text,
        not_revoked: Text,
    }
}

texts! {
    /// The question before the Global connection is switched off.
    SwitchOffTexts {
        effect: Plural,
        effect_unknown: Text,
        action: Text,
    }
}

texts! {
    /// The dialog that deletes the connections of archived and deleted projects together.
    ArchivedTexts {
        collecting: Text,
        not_collected: Text,
        question: Plural,
        none: Text,
        action: Text,
        stop: Text,
        progress: Text,
        deleted_of: Template2,
        done: Plural,
        partly: Template2,
        look_again: Text,
    }
}
