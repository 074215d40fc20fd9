//! The texts of the Maintenance page.

use super::Text;

texts! {
    /// The Maintenance page.
    MaintenanceTexts {
        title: Text,
        test_title: Text,
        test_text: Text,
        open_connection: Text,
    }
}
