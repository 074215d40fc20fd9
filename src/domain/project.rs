//! Jira projects as the page sees them.

use super::ids::{ConnectionId, ProjectId, ProjectKey};

/// The project behind a Jira Project specific connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Stable id.
    pub id: ProjectId,
    /// Key, for display.
    pub key: ProjectKey,
    /// Name, for display. Any text at all, so it is only ever rendered as text.
    pub name: String,
    /// Avatar, if there is one; use [`safe_avatar`] before loading it.
    pub avatar_url: Option<String>,
    /// False once the project was archived or deleted.
    pub available: bool,
}

/// A project in the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickableProject {
    /// Stable id.
    pub id: ProjectId,
    /// Key, for display and search.
    pub key: ProjectKey,
    /// Name, for display and search.
    pub name: String,
    /// Avatar, if there is one; use [`safe_avatar`] before loading it.
    pub avatar_url: Option<String>,
    /// The project's own connection, if it has one already.
    pub connection_id: Option<ConnectionId>,
}

/// A project that was picked: what it is known by, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectName {
    /// Stable id.
    pub id: ProjectId,
    /// Name, for display.
    pub name: String,
}

/// The avatar's URL if it stays on this origin; anything else is not loaded.
///
/// Only an absolute path is accepted: a scheme, `//host` or a backslash could leave the origin.
pub fn safe_avatar(url: Option<&str>) -> Option<String> {
    let url = url?;
    let is_path = url.starts_with('/') && !url.starts_with("//") && !url.contains('\\');
    let is_clean = !url.chars().any(|c| c.is_control() || c.is_whitespace());
    (is_path && is_clean).then(|| url.to_owned())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::safe_avatar;

    #[test]
    fn only_paths_on_this_origin_are_loaded() {
        assert!(safe_avatar(Some("/jira/secure/projectavatar?pid=1")).is_some());
        for hostile in [
            "https://evil.test/a.png",
            "//evil.test/a.png",
            "/\\evil.test",
            "javascript:alert(1)",
            "data:,x",
            "/\t/x",
            "/a b",
            "/\u{7}/x",
            "",
        ] {
            assert_eq!(safe_avatar(Some(hostile)), None, "{hostile}");
        }
        assert_eq!(safe_avatar(None), None);
    }
}
