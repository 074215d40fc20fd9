//! Type-ahead: letters typed in a list lead to the item whose name begins with them.
//!
//! The rules are those of the ARIA Authoring Practices Guide, "Typeahead" under its listbox pattern.

use std::ops::Range;

use super::{
    connection::Connection,
    paged::PagedList,
    text_match::{begins_with, fold},
};

/// What is typed after a pause this long, in milliseconds, begins anew.
const PAUSE_MS: f64 = 1_000.0;

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// From the current item on, the first one whose name begins with this text.
    First(String),
    /// After the current item the next one whose name begins with this letter: it was typed again and again.
    Next(String),
}

impl Sought {
    /// What the name begins with.
    pub fn text(&self) -> &str {
        match self {
            Self::First(text) | Self::Next(text) => text,
        }
    }

    /// Whether a connection's name begins so.
    pub fn fits(&self, row: &Connection) -> bool {
        row.project()
            .is_some_and(|project| begins_with(&project.name, self.text()))
    }

    /// The row that is meant, if that can be told from the rows that are loaded: without knowing in which order the names
    /// come, only where none is missing on the way to it.
    pub fn among(&self, rows: &PagedList<Connection>, now: usize) -> Option<usize> {
        let total = rows.total()?;
        let from = match self {
            Self::First(_) => now,
            Self::Next(_) => now + 1,
        };
        // After the last one comes the first one.
        (from..total)
            .chain(0..from.min(total))
            .map_while(|index| Some((index, rows.get(index)?)))
            .find_map(|(index, row)| self.fits(row).then_some(index))
    }

    /// The row that is meant, of these rows: the first one behind the row at `now`, or, behind the last, the first.
    pub fn within(&self, rows: &PagedList<Connection>, range: Range<usize>, now: usize) -> Option<usize> {
        let fits = |index: &usize| rows.get(*index).is_some_and(|row| self.fits(row));
        let behind = range.clone().filter(|index| *index > now).find(fits);
        behind.or_else(|| range.clone().find(fits))
    }
}

/// What has been typed since the last pause.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeAhead {
    typed: String,
    /// When the last character came, in milliseconds.
    at_ms: f64,
}

impl TypeAhead {
    /// Takes a key that was pressed at `at_ms`, in milliseconds. `None` if it is no part of a name: keys with names of
    /// their own are not, and neither is a blank at the start, which scrolls.
    pub fn press(&mut self, key: &str, at_ms: f64) -> Option<Sought> {
        let mut characters = key.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return None;
        };
        if at_ms - self.at_ms >= PAUSE_MS {
            self.typed.clear();
        }
        if self.typed.is_empty() && character == ' ' {
            return None;
        }
        self.typed.push(character);
        self.at_ms = at_ms;
        let is_again = self.typed.chars().all(|typed| fold(typed) == fold(character));
        Some(if is_again && self.typed != key {
            Sought::Next(key.to_owned())
        } else {
            Sought::First(self.typed.clone())
        })
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Sought, TypeAhead};
    use crate::domain::{
        connection::{Connection, Scope},
        paged::{Page, PagedList},
        project::Project,
        samples::connected,
    };

    fn list(names: &[&str]) -> PagedList<Connection> {
        let named = |name: &&str| {
            let mut connection = connected();
            if let Scope::Project(project) = connection.scope {
                let name = (*name).to_owned();
                connection.scope = Scope::Project(Project { name, ..project });
            }
            connection
        };
        let mut rows = PagedList::new(names.len());
        rows.insert(Page {
            start_at: 0,
            total: names.len(),
            values: names.iter().map(named).collect(),
            is_whole: true,
        });
        rows
    }

    #[test]
    fn of_rows_that_were_found_the_next_is_meant_and_behind_the_last_the_first() {
        let rows = list(&["Web", "App", "Web shop", "Web site"]);
        let web = Sought::First("we".to_owned());
        assert_eq!(web.within(&rows, 0..4, 1), Some(2));
        assert_eq!(web.within(&rows, 0..4, 2), Some(3));
        assert_eq!(web.within(&rows, 0..4, 3), Some(0));
        assert_eq!(Sought::First("b".to_owned()).within(&rows, 0..4, 1), None);
    }

    fn first(text: &str) -> Option<Sought> {
        Some(Sought::First(text.to_owned()))
    }

    #[test]
    fn letters_add_up_until_a_pause() {
        let mut ahead = TypeAhead::default();
        for (key, at_ms, sought) in [
            ("w", 100.0, first("w")),
            ("e", 900.0, first("we")),
            ("b", 1_899.0, first("web")),
            ("s", 2_899.0, first("s")),
        ] {
            assert_eq!(ahead.press(key, at_ms), sought);
        }
    }

    #[test]
    fn the_same_letter_again_leads_on_in_any_case() {
        let mut ahead = TypeAhead::default();
        assert_eq!(ahead.press("ä", 0.0), first("ä"));
        for key in ["ä", "Ä"] {
            assert_eq!(ahead.press(key, 200.0), Some(Sought::Next(key.to_owned())));
        }
        assert_eq!(ahead.press("r", 600.0), first("ääÄr"));
    }

    #[test]
    fn a_blank_belongs_to_a_name_only_within_it() {
        let mut ahead = TypeAhead::default();
        assert_eq!(ahead.press(" ", 0.0), None);
        assert_eq!(ahead.press("[", 0.0), first("["));
        assert_eq!(ahead.press(" ", 200.0), first("[ "));
        assert_eq!(ahead.press(" ", 1_200.0), None);
    }

    #[test]
    fn keys_with_names_are_no_letters() {
        let mut ahead = TypeAhead::default();
        for key in ["Tab", "Enter", "Dead", ""] {
            assert_eq!(ahead.press(key, 0.0), None);
        }
        assert_eq!(ahead, TypeAhead::default());
    }
}
