//! The projects without a connection of their own among those that a search finds.

use super::{best_match::best_first, paged::Page, project::PickableProject};

/// Projects that are named; the rest is only counted.
pub const NAMED: usize = 10;

/// What a search has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconnected {
    /// At most [`NAMED`] of them, the best matches first.
    pub projects: Vec<PickableProject>,
    /// Those beside them.
    pub more: More,
}

/// How many more there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    /// None.
    None,
    /// So many.
    Counted(usize),
    /// Not known: not all that match were read.
    Unknown,
}

/// Those of the first page of all that match what was typed.
pub fn unconnected(found: Page<PickableProject>, typed: &str) -> Unconnected {
    let is_all = found.is_whole && found.values.len() >= found.total;
    let without: Vec<_> = found
        .values
        .into_iter()
        .filter(|project| project.connection_id.is_none())
        .collect();
    let more = match without.len().saturating_sub(NAMED) {
        _ if !is_all => More::Unknown,
        0 => More::None,
        more => More::Counted(more),
    };
    let mut projects = best_first(without, typed);
    projects.truncate(NAMED);
    Unconnected { projects, more }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{More, NAMED, unconnected};
    use crate::domain::{
        ids::{ConnectionId, ProjectId, ProjectKey},
        paged::Page,
        project::PickableProject,
    };

    /// The first so many of `total` projects, every other one with a connection.
    fn page(came: usize, total: usize) -> Page<PickableProject> {
        let project = |number: usize| PickableProject {
            id: ProjectId::new(number.to_string()),
            key: ProjectKey::new(format!("K{number}")),
            name: format!("Shop {number}"),
            avatar_url: None,
            connection_id: number.is_multiple_of(2).then(|| ConnectionId::new("7")),
        };
        Page {
            start_at: 0,
            total,
            values: (0..came).map(project).collect(),
            is_whole: true,
        }
    }

    #[test]
    fn those_with_a_connection_are_left_out_and_a_few_are_named() {
        for (came, named, more) in [
            (0, 0, More::None),
            (1, 0, More::None),
            (4, 2, More::None),
            (20, NAMED, More::None),
            (26, NAMED, More::Counted(3)),
        ] {
            let found = unconnected(page(came, came), "shop");
            assert_eq!((found.projects.len(), found.more), (named, more), "{came}");
            assert!(
                found
                    .projects
                    .iter()
                    .all(|project| project.connection_id.is_none())
            );
        }
    }

    #[test]
    fn what_was_not_read_is_not_counted() {
        assert_eq!(unconnected(page(4, 5), "shop").more, More::Unknown);
        let torn = Page {
            is_whole: false,
            ..page(4, 4)
        };
        assert_eq!(unconnected(torn, "shop").more, More::Unknown);
    }

    #[test]
    fn the_best_matches_are_those_that_are_named() {
        let mut found = page(60, 60);
        found.values[59].name = "My 59".into();
        found.values[57].name = "57".into();
        let named = unconnected(found, "57");
        assert_eq!(named.projects[0].name, "57");
    }
}
