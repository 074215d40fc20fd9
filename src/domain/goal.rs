//! What a write wants, to recognise after a lost answer that it was done.

use super::{
    api_key::ApiKey,
    connection::{Connection, StoredKey},
    difference::Difference,
    draft::{Change, Reach},
};

/// A key that was sent, as far as it can be told from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentKey {
    hint: Option<String>,
}

/// What a connection looks like once a write has been done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// These parts are as they were sent; the others don't matter.
    Changed {
        /// A key was sent; what the server gives back of it.
        key: Option<SentKey>,
        /// The account label; empty for none.
        label: Option<String>,
        /// The Global switch.
        active: Option<bool>,
        /// Where key and label go: to all of them or none, so that this one tells of all.
        reach: Reach,
    },
    /// No key is stored.
    KeyRemoved,
}

impl Goal {
    /// What a change wants.
    pub fn of(change: &Change) -> Self {
        Self::Changed {
            key: change.api_key.as_ref().map(SentKey::of),
            label: change.account_label.clone(),
            active: change.active,
            reach: change.reach,
        }
    }

    /// Which connections it is about.
    pub fn reach(&self) -> Reach {
        match self {
            Self::Changed { reach, .. } => *reach,
            Self::KeyRemoved => Reach::This,
        }
    }

    /// Whether reaching it saves what was typed.
    pub fn is_of_a_draft(&self) -> bool {
        matches!(
            self,
            Self::Changed { key: Some(_), .. } | Self::Changed { label: Some(_), .. }
        )
    }

    /// Whether a connection has changed in nothing else. Global is switched off with its key.
    pub fn explains(&self, differences: &[Difference]) -> bool {
        differences.iter().all(|difference| match difference {
            Difference::Active(false) => true,
            Difference::Active(true) => matches!(self, Self::Changed { .. }),
            Difference::KeyRemoved => *self == Self::KeyRemoved,
            Difference::KeySaved(_) | Difference::Label(..) | Difference::SameKey(_) => false,
        })
    }

    /// Whether a connection looks as if the write had been done.
    ///
    /// A key shows no more than its hint. That is enough only to explain a change that is there anyway: the caller
    /// sees to it that the connection has changed since, and that the write was on its way.
    pub fn is_reached_in(&self, connection: &Connection) -> bool {
        match self {
            Self::KeyRemoved => connection.key.is_none(),
            // Had it gone to the others, they would hold the same key now.
            Self::Changed {
                reach: Reach::SameKey(others),
                ..
            } if connection.same_key < *others => false,
            Self::Changed {
                key, label, active, ..
            } => {
                key.as_ref()
                    .is_none_or(|sent| connection.key.as_ref().is_some_and(|stored| sent.may_be(stored)))
                    && label.as_ref().is_none_or(|label| connection.label() == label)
                    && active.is_none_or(|active| connection.serves_all_projects() == active)
            }
        }
    }
}

impl SentKey {
    fn of(key: &ApiKey) -> Self {
        Self {
            hint: key.hint().map(str::to_owned),
        }
    }

    /// A key of which the server gives nothing back is a short one, so it is none that the server would give a hint of.
    fn may_be(&self, stored: &StoredKey) -> bool {
        self.hint == stored.hint
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test states what must hold")]

    use super::Goal;
    use crate::domain::{
        api_key::ApiKey,
        connection::{Connection, Scope, StoredKey},
        difference::Difference,
        draft::{Change, Reach},
        samples::{connected, inactive_global},
    };

    fn saving(key: &str, label: Option<&str>) -> Goal {
        Goal::of(&Change {
            api_key: ApiKey::parse(key).ok(),
            account_label: label.map(Into::into),
            ..Change::default()
        })
    }

    #[test]
    fn a_save_is_recognised_by_the_key_s_hint_and_the_label() {
        let stored = connected();
        assert!(saving("xxxxxxxxxxxxxxxx4f2a", None).is_reached_in(&stored));
        assert!(saving("xxxxxxxxxxxxxxxx4f2a", Some("ACME US")).is_reached_in(&stored));
        assert!(!saving("xxxxxxxxxxxxxxxx0000", None).is_reached_in(&stored));
        assert!(!saving("xxxxxxxxxxxxxxxx4f2a", Some("Other")).is_reached_in(&stored));
        assert!(!saving("xxxxxxxxxxxxxxxx4f2a", None).is_reached_in(&inactive_global()));
    }

    /// A key that was saved here alone used to pass for one that was saved everywhere.
    #[test]
    fn a_save_everywhere_is_recognised_where_the_others_hold_the_key_too() {
        let everywhere = Goal::of(&Change {
            api_key: ApiKey::parse("xxxxxxxxxxxxxxxx4f2a").ok(),
            reach: Reach::SameKey(2),
            ..Change::default()
        });
        let held_by = |others| Connection {
            same_key: others,
            ..connected()
        };
        assert!(everywhere.is_reached_in(&held_by(2)) && everywhere.is_reached_in(&held_by(5)));
        assert!(!everywhere.is_reached_in(&held_by(0)) && !everywhere.is_reached_in(&held_by(1)));
    }

    /// A short key of an earlier attempt that arrived late used to pass for whatever key was saved next.
    #[test]
    fn a_key_without_a_hint_is_a_short_one() {
        let short = Connection {
            key: connected().key.map(|key| StoredKey { hint: None, ..key }),
            ..connected()
        };
        assert!(saving("short-key", None).is_reached_in(&short));
        assert!(!saving("short-key", None).is_reached_in(&connected()));
        assert!(!saving("xxxxxxxxxxxxxxxx4f2a", None).is_reached_in(&short));
    }

    #[test]
    fn an_emptied_label_is_recognised_by_its_absence() {
        let without = Connection {
            account_label: None,
            ..connected()
        };
        assert!(saving("", Some("")).is_reached_in(&without));
        assert!(!saving("", Some("")).is_reached_in(&connected()));
    }

    #[test]
    fn a_removed_key_and_a_switch_are_recognised() {
        assert!(Goal::KeyRemoved.is_reached_in(&inactive_global()));
        assert!(!Goal::KeyRemoved.is_reached_in(&connected()));
        let on = Goal::of(&Change {
            active: Some(true),
            ..Change::default()
        });
        let active = Connection {
            scope: Scope::Global { active: true },
            ..inactive_global()
        };
        assert!(on.is_reached_in(&active) && !on.is_reached_in(&inactive_global()));
    }

    #[test]
    fn only_saving_uses_up_what_was_typed() {
        let switch = Goal::of(&Change {
            active: Some(true),
            ..Change::default()
        });
        assert!(saving("xxxxxxxxxxxxxxxx4f2a", None).is_of_a_draft());
        assert!(saving("", Some("ACME")).is_of_a_draft());
        assert!(!switch.is_of_a_draft() && !Goal::KeyRemoved.is_of_a_draft());
    }

    /// Removing the key of Global switches it off as well.
    #[test]
    fn a_goal_explains_its_own_changes_alone() {
        let switch = Goal::of(&Change {
            active: Some(true),
            ..Change::default()
        });
        assert!(switch.explains(&[Difference::Active(true)]));
        assert!(!switch.explains(&[Difference::Active(true), Difference::KeySaved(None)]));
        assert!(!switch.explains(&[Difference::KeyRemoved]));
        assert!(Goal::KeyRemoved.explains(&[Difference::KeyRemoved, Difference::Active(false)]));
        assert!(!Goal::KeyRemoved.explains(&[Difference::Active(true)]));
        assert!(!Goal::KeyRemoved.explains(&[Difference::Label(String::new(), "Theirs".into())]));
    }
}
