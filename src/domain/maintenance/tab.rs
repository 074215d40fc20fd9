//! The tabs of the Maintenance page, and which of them the page's URL fragment names.

/// A tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Whether Jira reaches Test IO.
    Health,
    /// What was logged.
    Logs,
    /// What the plugin does by itself.
    Jobs,
    /// Forgetting all that is stored.
    Data,
    /// Moving to Jira Cloud.
    Cloud,
}

impl Tab {
    /// All of them.
    const ALL: [Self; 5] = [Self::Health, Self::Logs, Self::Jobs, Self::Data, Self::Cloud];

    /// The tab behind a URL fragment; Health for whatever names none.
    pub fn of_fragment(fragment: &str) -> Self {
        let named = Self::ALL.into_iter().find(|tab| tab.fragment() == fragment);
        named.unwrap_or(Self::Health)
    }

    /// Its URL fragment.
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Health => "#/health",
            Self::Logs => "#/logs",
            Self::Jobs => "#/jobs",
            Self::Data => "#/data",
            Self::Cloud => "#/cloud",
        }
    }

    /// Whether the server tells what it shows only to those who may administer Jira.
    pub const fn needs_right(self) -> bool {
        match self {
            Self::Health | Self::Logs | Self::Jobs | Self::Data => true,
            Self::Cloud => false,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Tab;

    #[test]
    fn a_fragment_leads_back_to_its_tab() {
        for tab in Tab::ALL {
            assert_eq!(Tab::of_fragment(tab.fragment()), tab);
        }
    }

    #[test]
    fn unknown_fragments_mean_health() {
        for fragment in ["", "#", "#/", "#/global", "#/logs/", "#/Logs", "logs"] {
            assert_eq!(Tab::of_fragment(fragment), Tab::Health, "{fragment}");
        }
    }

    #[test]
    fn what_the_server_is_not_asked_for_can_be_read_by_all() {
        let for_all: Vec<_> = Tab::ALL.into_iter().filter(|tab| !tab.needs_right()).collect();
        assert_eq!(for_all, [Tab::Cloud]);
    }
}
