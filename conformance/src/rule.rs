//! What a rule is.

use crate::kit::Kit;
use crate::verdict::Verdict;

/// Something that the contract asks of a server.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name, which stays as long as the rule does: `group.what`.
    pub id: &'static str,
    /// The rule in one sentence.
    pub says: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// What checking it takes.
    pub needs: &'static [Need],
    /// How it is checked.
    pub check: Check,
}

/// How a rule is checked.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// By requests made for it.
    Act(fn(&Kit) -> Verdict),
    /// On every answer to the requests that are made for other rules.
    Watch,
}

/// What the person who runs the kit has to give, or to allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Making, changing and deleting connections for projects that have none.
    Write,
    /// Changing the Global connection.
    Global,
    /// Deleting all that the plugin has stored.
    Clear,
    /// The login of somebody without the right to administer.
    Viewer,
    /// A key that Test IO accepts.
    AcceptedKey,
    /// A key that Test IO refuses.
    RefusedKey,
    /// Standing in for Test IO, so that it can fail on request.
    OwnTestIo,
    /// A project that has been archived or deleted.
    GoneProject,
    /// Having the plugin check all stored keys.
    Checks,
}

impl Need {
    /// Every need, in the order in which they are explained.
    pub const ALL: [Self; 9] = [
        Self::Write,
        Self::Global,
        Self::Clear,
        Self::Viewer,
        Self::AcceptedKey,
        Self::RefusedKey,
        Self::OwnTestIo,
        Self::GoneProject,
        Self::Checks,
    ];

    /// The word for it in lists.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Write => "writes",
            Self::Global => "Global",
            Self::Clear => "clears",
            Self::Viewer => "viewer",
            Self::AcceptedKey => "accepted key",
            Self::RefusedKey => "refused key",
            Self::OwnTestIo => "own Test IO",
            Self::GoneProject => "gone project",
            Self::Checks => "checks",
        }
    }

    /// What it means, and how it is given.
    #[must_use]
    pub fn explained(self) -> &'static str {
        match self {
            Self::Write => {
                "makes connections for projects that have none and deletes them again, and switches the notifications of a job \
                 and switches them back; not with `--read-only`"
            }
            Self::Global => "changes the Global connection and puts it back; only with `--touch-global`",
            Self::Clear => {
                "deletes all that the plugin has stored, for good, after all other rules; only with `--clear-data`"
            }
            Self::Viewer => {
                "the login of a user who may not administer Jira: `--viewer` and `--viewer-password`"
            }
            Self::AcceptedKey => "a key that Test IO accepts: `--accepted-key`, or `--test-io`",
            Self::RefusedKey => {
                "a key of a possible form that Test IO refuses: `--refused-key`, or `--test-io`"
            }
            Self::OwnTestIo => {
                "the kit stands in for Test IO: `--test-io ADDRESS:PORT`, with the plugin set to ask there"
            }
            Self::GoneProject => "the id of an archived or deleted project: `--gone-project`",
            Self::Checks => {
                "has the plugin check all stored keys, which changes the status of connections that are not the kit's; only with `--run-checks`"
            }
        }
    }
}

impl Rule {
    /// A rule that is checked by requests of its own.
    #[must_use]
    pub const fn act(
        id: &'static str,
        says: &'static str,
        source: &'static str,
        needs: &'static [Need],
        check: fn(&Kit) -> Verdict,
    ) -> Self {
        Self {
            id,
            says,
            source,
            needs,
            check: Check::Act(check),
        }
    }

    /// A rule that is checked on all answers.
    #[must_use]
    pub const fn watch(id: &'static str, says: &'static str, source: &'static str) -> Self {
        Self {
            id,
            says,
            source,
            needs: &[],
            check: Check::Watch,
        }
    }
}

/// Rules that belong together.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// The rules.
    pub rules: &'static [Rule],
}
