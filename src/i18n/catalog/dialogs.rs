//! The texts of the dialogs, but for those behind the page's menu.

use super::{Plural, Template, Template2, Text};

texts! {
    /// The dialog that adds a connection.
    AddTexts {
        title: Text,
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
        open: Text,
        title: Text,
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
        title: Text,
        text: Template,
        text_global: Text,
        keep: Text,
        discard: Text,
    }
}

texts! {
    /// The dialog that deletes the connections of archived and deleted projects together.
    ArchivedTexts {
        open: Plural,
        title: Text,
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
