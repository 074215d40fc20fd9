//! Sends requests and turns every outcome into a value or a [`Failure`].

use std::{future::Future, pin::Pin, rc::Rc};

use serde::de::DeserializeOwned;

use super::{
    answer::{NoAnswer, RawAnswer},
    classify::{classify, is_success, unreadable},
    json,
    request::Request,
};
use crate::domain::{
    connection::{Connection, Versioned},
    failure::Failure,
    ids::ETag,
};

/// An answer that is still to come.
pub type Pending = Pin<Box<dyn Future<Output = Result<RawAnswer, NoAnswer>>>>;

/// How requests travel: [`super::fetch`] in the page, a script in native tests.
pub type Transport = dyn Fn(Request) -> Pending;

/// The plugin's REST endpoints.
#[derive(Clone)]
pub struct Client {
    transport: Rc<Transport>,
}

impl Client {
    /// A client over a transport.
    pub fn new(transport: impl Fn(Request) -> Pending + 'static) -> Self {
        Self {
            transport: Rc::new(transport),
        }
    }

    /// The answer to a request, if it is a success.
    pub(super) async fn send(&self, request: Request) -> Result<RawAnswer, Failure> {
        let answer = (self.transport)(request).await?;
        if is_success(&answer) {
            Ok(answer)
        } else {
            Err(classify(&answer))
        }
    }

    /// The decoded body of the answer.
    pub(super) async fn json<T: DeserializeOwned>(&self, request: Request) -> Result<T, Failure> {
        let answer = self.send(request).await?;
        json::decode(&answer.body).ok_or_else(|| unreadable(&answer))
    }

    /// A connection with its entity tag.
    pub(super) async fn versioned(&self, request: Request) -> Result<Versioned, Failure> {
        let answer = self.send(request).await?;
        let connection: Connection = json::decode(&answer.body).ok_or_else(|| unreadable(&answer))?;
        Ok(Versioned {
            connection,
            etag: answer.etag.map(ETag::new),
        })
    }
}
