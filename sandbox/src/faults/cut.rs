//! Answers that come no further than to their middle.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame};
use serde::{Deserialize, Serialize};
use tokio::time::{Instant, Sleep, sleep};

/// How far an answer comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterBytes {
    /// So many bytes of its body, before they are compressed.
    bytes: u64,
    /// And then?
    then: Then,
}

/// What happens in the middle of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Then {
    /// The connection breaks.
    Break,
    /// Nothing comes any more, for as long as the client waits.
    Stall,
}

impl AfterBytes {
    pub(super) fn apply(self, body: Body) -> Body {
        Body::new(Cut {
            body,
            left: self.bytes,
            then: self.then,
            breaks: Box::pin(sleep(BREAKS_AFTER)),
        })
    }
}

/// How long after the last bytes the connection breaks: browsers forget what came and was not read when it does.
const BREAKS_AFTER: Duration = Duration::from_millis(500);

/// A body that ends before its end.
struct Cut {
    body: Body,
    left: u64,
    then: Then,
    /// When the connection breaks.
    breaks: Pin<Box<Sleep>>,
}

#[derive(Debug, thiserror::Error)]
#[error("the answer is broken off on purpose")]
struct BrokenOff;

impl HttpBody for Cut {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.left == 0 {
            return match self.then {
                Then::Break => self
                    .breaks
                    .as_mut()
                    .poll(context)
                    .map(|()| Some(Err(BrokenOff.into()))),
                Then::Stall => Poll::Pending,
            };
        }
        match Pin::new(&mut self.body).poll_frame(context) {
            Poll::Ready(Some(Ok(frame))) => Poll::Ready(Some(Ok(match frame.into_data() {
                Ok(mut data) => {
                    data.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
                    self.left -= data.len() as u64;
                    self.breaks.as_mut().reset(Instant::now() + BREAKS_AFTER);
                    Frame::data(data)
                }
                Err(other) => other,
            }))),
            Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(error.into()))),
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }
}
