//! The texts of the tab Data.

use super::super::Text;

texts! {
    /// Forgetting all that is stored.
    DataTexts {
        tab: Text,
        title: Text,
    }
}
