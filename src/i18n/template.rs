//! Texts with gaps. The number of gaps is part of the type, so a caller can't forget one.

/// A text with one gap, written `{}`.
#[derive(Clone, Copy, Debug)]
pub struct Template(pub &'static str);

/// A text with two gaps, written `{}`, filled in this order.
#[derive(Clone, Copy, Debug)]
pub struct Template2(pub &'static str);

/// A text with the gap for a number, in the forms that a language has for one and for other counts.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// For the count that `Intl.PluralRules` calls `one`.
    pub one: &'static str,
    /// For every other count.
    pub other: &'static str,
}

impl Template {
    /// The text with its gap filled.
    pub fn with(self, value: &str) -> String {
        fill(self.0, &[value])
    }

    /// What stands before and after its gap, where an element is put.
    pub fn around(self) -> [&'static str; 2] {
        parts(self.0)
    }
}

impl Template2 {
    /// The text with its gaps filled.
    pub fn with(self, first: &str, second: &str) -> String {
        fill(self.0, &[first, second])
    }

    /// What stands before, between and after its gaps, where elements are put.
    pub fn around(self) -> [&'static str; 3] {
        parts(self.0)
    }
}

fn parts<const N: usize>(text: &'static str) -> [&'static str; N] {
    let mut parts = text.split("{}");
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// Fills the gaps in order. What is filled in is never searched for gaps, so no name can break a text.
pub(super) fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut parts = text.split("{}");
    filled.push_str(parts.next().unwrap_or_default());
    for (index, part) in parts.enumerate() {
        filled.push_str(values.get(index).copied().unwrap_or_default());
        filled.push_str(part);
    }
    filled
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Template, Template2};

    #[test]
    fn a_name_that_looks_like_a_gap_is_left_alone() {
        assert_eq!(Template("Delete {}?").with("{}"), "Delete {}?");
        assert_eq!(Template2("{} by {}").with("{} {}", "Ana"), "{} {} by Ana");
    }

    #[test]
    fn what_stands_around_the_gaps_is_all_but_them() {
        assert_eq!(Template("checked {}").around(), ["checked ", ""]);
        assert_eq!(Template2("saved {} by {}.").around(), ["saved ", " by ", "."]);
    }
}
