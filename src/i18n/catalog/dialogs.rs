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
        added: Template,
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
