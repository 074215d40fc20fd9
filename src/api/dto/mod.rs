//! What crosses the wire: a struct for each schema of `docs/rest-api.yaml` that the page reads or sends, and the way
//! between it and the domain's types.
//!
//! A body of another shape is not read at all, never half. Fields and words of a newer contract are passed over.
//! Names are made fit to be shown; what people are to edit, or what is sent back, is left as it is.

mod account;
mod check;
mod cleared;
mod connection;
mod error;
mod job;
mod log;
mod page;
mod project;
mod sent;
mod summary;
mod test_result;

use serde::{Deserialize, Deserializer, de::DeserializeOwned};

pub use self::{
    account::Account,
    check::CheckReport,
    cleared::Cleared,
    connection::{Connection, EffectiveConnection},
    error::ErrorBody,
    job::{Job, Jobs},
    log::LogLines,
    page::Page,
    project::Project,
    sent::{Body, ClearData, CreateConnection, TestConnection, UpdateConnection, UpdateJob},
    summary::Summary,
    test_result::TestResult,
};
use super::json::from_json;
use crate::domain::{
    shown::{shown, shown_name},
    time::Timestamp,
};

/// What a body of the schema `D` stands for; nothing if it is of another shape.
pub fn read<D: DeserializeOwned, T: TryFrom<D>>(body: &str) -> Option<T> {
    from_json::<D>(body)?.try_into().ok()
}

/// Each value has the type that the contract asks for, but together they make no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction;

/// A whole number from 0 to 2³² − 1. JavaScript knows no others than `f64`, so `1` and `1.0` are the same.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "f64")]
struct Count(u32);

impl TryFrom<f64> for Count {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        // The cast saturates, so whatever is out of range or has a fraction differs from it.
        let count = number as u32;
        if f64::from(count) == number {
            Ok(Self(count))
        } else {
            Err("not a count")
        }
    }
}

/// Longest key hint, in characters (contract). A longer one might hold more of the key than is good.
const MAX_HINT_CHARS: usize = 4;

/// What is shown of a key.
fn hint(text: &str) -> String {
    shown(text, MAX_HINT_CHARS)
}

/// A time, as it is shown if it can't be read as one.
fn timestamp(text: &str) -> Timestamp {
    Timestamp::new(shown_name(text))
}

/// Reads a value from somebody who need not keep to the contract. One of another type counts as not there.
fn if_readable<'de, D, T>(value: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(T::deserialize(value).unwrap_or_default())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Count, from_json};

    #[test]
    fn only_whole_numbers_in_range_are_counts() {
        for (text, count) in [
            ("0", Some(0)),
            ("4294967295", Some(u32::MAX)),
            ("4294967296", None),
            ("-1", None),
            ("1.5", None),
            ("1e3", Some(1000)),
            ("\"1\"", None),
            ("true", None),
            ("null", None),
        ] {
            let read: Option<Count> = from_json(text);
            assert_eq!(read.map(|count| count.0), count, "{text}");
        }
    }
}
