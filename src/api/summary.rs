//! `/connections/summary`: the instance at a glance.

use super::{
    client::{Call, Client},
    decode,
    request::{Cancel, Method, Request},
};
use crate::domain::overview::Summary;

/// Reads the figures above the list.
pub fn get(client: &Client, cancel: &Cancel) -> Call<Summary> {
    let request = Request::new(Method::Get, "/connections/summary".to_owned()).cancelled_by(cancel);
    client.call(request, |_, body| decode::summary(body))
}
