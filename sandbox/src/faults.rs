//! Faults on request: wrong answers, slow answers, lost answers, so that a person or a test can see every one of them.

mod cut;
mod entity_tags;
mod rule;

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;

use crate::serve::{KeepAlive, KeepAliveControl};

pub use cut::{AfterBytes, Then};
pub use entity_tags::EntityTags;
pub use rule::{Effect, Fault, FaultError, FaultSpec, Moment, Target};

/// The faults that wait for their requests. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    pending: Arc<Mutex<Vec<Fault>>>,
    keep_alive: KeepAliveControl,
}

#[derive(Debug, Clone)]
struct Layer {
    faults: Faults,
    target: Target,
}

impl Faults {
    /// Adds a fault behind those there are; the first that matches a request is taken.
    pub fn add(&self, fault: Fault) {
        self.change(|pending| pending.push(fault));
    }

    /// Forgets all faults.
    pub fn clear(&self) {
        self.change(Vec::clear);
    }

    /// The faults that are pending, as they were asked for.
    #[must_use]
    pub fn list(&self) -> Vec<FaultSpec> {
        self.pending
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .map(Fault::spec)
            .collect()
    }

    /// How connections are to be treated; see [`KeepAlive`].
    #[must_use]
    pub fn keep_alive(&self) -> &KeepAliveControl {
        &self.keep_alive
    }

    /// Puts the faults for `target` around a router.
    pub fn layer<S: Clone + Send + Sync + 'static>(&self, router: Router<S>, target: Target) -> Router<S> {
        router.layer(from_fn_with_state(
            Layer {
                faults: self.clone(),
                target,
            },
            interfere,
        ))
    }

    /// The fault for a request, which is thereby used once.
    fn take(&self, target: Target, request: &Request) -> Option<Fault> {
        self.change(|pending| {
            let index = pending
                .iter()
                .position(|fault| fault.matches(target, request.method(), request.uri()))?;
            if pending[index].use_up() {
                Some(pending.remove(index))
            } else {
                Some(pending[index].clone())
            }
        })
    }

    fn change<T>(&self, work: impl FnOnce(&mut Vec<Fault>) -> T) -> T {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        let result = work(&mut pending);
        let hang_up = pending.iter().any(|fault| fault.effect() == &Effect::HangUp);
        self.keep_alive.set(if hang_up {
            KeepAlive::Close
        } else {
            KeepAlive::Open
        });
        result
    }
}

async fn interfere(State(layer): State<Layer>, request: Request, next: Next) -> Response {
    let Some(fault) = layer.faults.take(layer.target, &request) else {
        return next.run(request).await;
    };
    match fault.moment() {
        Moment::InsteadOfHandling => {
            tokio::time::sleep(fault.delay()).await;
            match fault.effect() {
                Effect::AddHeaders => fault.with_headers(next.run(request).await),
                effect => fault.answer(effect),
            }
        }
        Moment::AfterHandling => {
            let response = next.run(request).await;
            tokio::time::sleep(fault.delay()).await;
            match fault.effect() {
                Effect::AddHeaders => fault.with_headers(response),
                effect => fault.answer(effect),
            }
        }
    }
}
