//! The texts for parts of the page that come later.

use super::Text;

texts! {
    /// A part of the page that is not there yet.
    LaterTexts {
        not_there: Text,
        not_there_text: Text,
        replaced: Text,
        replaced_text: Text,
        reload: Text,
    }
}
