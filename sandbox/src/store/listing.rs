//! Parts of lists, as every paged answer needs them.

/// Which part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// How many to leave out.
    pub start_at: usize,
    /// How many to give at most.
    pub max_results: usize,
}

/// Part of a list, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    /// The part.
    pub values: Vec<T>,
    /// The length of the whole list.
    pub total: usize,
}
