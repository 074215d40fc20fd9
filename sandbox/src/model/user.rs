//! The two people who can log in.

/// What somebody may do with Test IO connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Look at them only.
    View,
    /// Change and test them: Jira's right to administer.
    Manage,
}

impl Right {
    /// Whether it is the right to administer.
    #[must_use]
    pub fn is_manage(self) -> bool {
        self == Self::Manage
    }

    /// The right in words.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::View => "may look only",
            Self::Manage => "administrator",
        }
    }
}

/// A user name, which is also the password of the two demo users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UserName(pub &'static str);

/// Somebody who is logged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct User {
    /// The name to log in with, and the value of `X-AUSERNAME`.
    pub name: UserName,
    /// The name that others see.
    pub display_name: &'static str,
    /// What they may do.
    pub right: Right,
}

impl User {
    /// Somebody whom the control page can make act. Nobody can log in as them.
    pub const SECOND_ADMIN: Self = Self {
        name: UserName("bea"),
        display_name: "Bea Boss",
        right: Right::Manage,
    };

    /// Everybody there is.
    pub const ALL: [Self; 2] = [
        Self {
            name: UserName("admin"),
            display_name: "Ana Admin",
            right: Right::Manage,
        },
        Self {
            name: UserName("user"),
            display_name: "Uwe User",
            right: Right::View,
        },
    ];

    /// The user of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|user| user.name.0 == name)
    }

    /// The user whose name and password these are.
    #[must_use]
    pub fn log_in(name: &str, password: &str) -> Option<Self> {
        Self::named(name).filter(|user| user.name.0 == password)
    }
}
