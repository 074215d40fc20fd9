//! Keeps the address and the selected tab in step, both ways.

use leptos::prelude::*;

use crate::{domain::maintenance::tab::Tab, host::location};

/// Which tab is selected.
#[derive(Clone, Copy)]
pub struct Address {
    /// The selected tab.
    pub tab: RwSignal<Tab>,
}

impl Address {
    /// Begins with what the address names, and follows it from then on.
    pub fn follow() -> Self {
        let tab = RwSignal::new(Tab::of_fragment(&location::fragment()));
        location::replace(tab.get_untracked().fragment());
        location::on_change(Callback::new(move |fragment: String| {
            let named = Tab::of_fragment(&fragment);
            tab.set(named);
            // Also where it is the same: the host's address follows.
            location::replace(named.fragment());
        }));
        Self { tab }
    }

    /// Selects a tab, and lets the browser's Back lead to the one before.
    pub fn go(self, tab: Tab) {
        if self.tab.get_untracked() != tab {
            self.tab.set(tab);
            location::push(tab.fragment());
        }
    }
}
