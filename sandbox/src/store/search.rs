//! Searching projects by name and key.

use rusqlite::ToSql;

use super::text::fold;

/// The words of a query, each of which must occur in a project's name or key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// Takes a query apart at white space.
    #[must_use]
    pub fn of(query: &str) -> Self {
        let words = query.split_whitespace().map(fold);
        // A word of invisible characters alone is none.
        Self(words.filter(|word| !word.is_empty()).collect())
    }

    /// The whole query, when it could be a project's key.
    pub(super) fn as_key(&self) -> &str {
        match self.0.as_slice() {
            [word] => word,
            _ => "",
        }
    }
}

/// Conditions joined by AND, and their values. All text in it is ours; what people typed goes into the values.
#[derive(Default)]
pub(super) struct Filter {
    conditions: Vec<&'static str>,
    values: Vec<Box<dyn ToSql>>,
}

impl Filter {
    /// Adds a condition with one value for each `?` in it.
    pub(super) fn and(&mut self, condition: &'static str, values: impl IntoIterator<Item = Box<dyn ToSql>>) {
        self.conditions.push(condition);
        self.values.extend(values);
    }

    /// Adds the condition that all words occur in the columns `name_fold` and `key_fold`.
    pub(super) fn and_words(&mut self, words: &Words) {
        for word in &words.0 {
            self.and(
                "(instr(name_fold, ?) > 0 OR instr(key_fold, ?) > 0)",
                [Box::new(word.clone()) as Box<dyn ToSql>, Box::new(word.clone())],
            );
        }
    }

    /// The text for `WHERE`, and the values in the order of the question marks.
    pub(super) fn finish(self) -> (String, Vec<Box<dyn ToSql>>) {
        (self.conditions.join(" AND "), self.values)
    }
}
