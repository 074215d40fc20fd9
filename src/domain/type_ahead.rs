//! Type-ahead: letters typed in a list lead to the item whose name begins with them.
//!
//! The rules are those of the ARIA Authoring Practices Guide, "Typeahead" under its listbox pattern, but for one: what
//! somebody types leads to the same item wherever the focus was before.

use std::cmp::Ordering;

use super::{
    connection::Connection,
    paged::PagedList,
    text_match::{begins_with, compare, fold},
};

/// What is typed after a pause this long, in milliseconds, begins anew.
const PAUSE_MS: f64 = 1_000.0;

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The first item whose name begins with this text.
    First(String),
    /// After the current item the next one whose name begins with this letter: it was typed again and again.
    Next(String),
}

/// What brings a search nearer to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The page that starts at this index has to be loaded.
    Load(usize),
    /// The row has this index; `None` if there is no such row.
    Found(Option<usize>),
}

impl Sought {
    /// How the search from the row at `now` goes on.
    ///
    /// It looks where the row would be if the list is sorted by name. Where it is not, as that of all connections that
    /// need attention, a row that happens to be loaded will do: it is not worth all pages.
    pub fn step(&self, rows: &PagedList<Connection>, now: usize) -> Step {
        let (text, is_next) = match self {
            Self::First(text) => (text, false),
            Self::Next(letter) => (letter, true),
        };
        let fits = |row: &Connection| begins_with(row.sort_name(), text);
        let mut after = rows.get(now).filter(|row| is_next && fits(row));
        loop {
            let (name, if_same, from) = match after {
                Some(row) => (row.sort_name(), Ordering::Less, now + 1),
                None => (text.as_str(), Ordering::Equal, 0),
            };
            let order = |row: &Connection| compare(row.sort_name(), name).then(if_same);
            if let Some(start) = rows.next_likely(order) {
                return Step::Load(start);
            }
            let found = rows.position_from(from, fits);
            // After the last one comes the first one.
            if found.is_some() || after.take().is_none() {
                return Step::Found(found);
            }
        }
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
