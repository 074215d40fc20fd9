//! The texts that help.

use super::Text;

texts! {
    /// Help and first steps.
    HelpTexts {
        link: Text,
        guide: Text,
        first_title: Text,
        first_choose: Text,
        first_project: Text,
        first_copy: Text,
        first_save: Text,
        first_configure: Text,
        kinds: Text,
        global_meaning: Text,
        project_meaning: Text,
        precedence: Text,
        no_account: Text,
        no_account_text: Text,
        no_account_link: Text,
    }
}

texts! {
    /// The keyboard shortcuts, and the names of their keys.
    ShortcutTexts {
        off: Text,
        filter: Text,
        this_list: Text,
        arrows: Text,
        moves: Text,
        ends: Text,
        to_ends: Text,
        pages: Text,
        by_page: Text,
        letters: Text,
        to_name: Text,
        enter: Text,
        opens: Text,
        escape: Text,
        closes: Text,
    }
}
