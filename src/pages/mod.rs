//! The plugin's admin pages, one folder each. None knows another; what all of them use stands beside them.

pub mod connection;
pub mod later;
pub mod maintenance;
pub mod shared;

/// A page of this bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The connections to Test IO.
    Connection,
    /// What to do when something does not work.
    Maintenance,
}

impl Page {
    /// The page that the servlet calls so; Connection for whatever else it says.
    pub fn named(name: &str) -> Self {
        match name {
            "maintenance" => Self::Maintenance,
            _ => Self::Connection,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Page;

    #[test]
    fn an_unknown_name_is_the_connection_page() {
        assert_eq!(Page::named("maintenance"), Page::Maintenance);
        for name in ["connection", "", "configuration"] {
            assert_eq!(Page::named(name), Page::Connection, "{name}");
        }
    }
}
