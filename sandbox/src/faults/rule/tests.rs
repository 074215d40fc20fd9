//! Which requests a fault hits, and what it does.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

use axum::http::{Method, Uri};

use super::{Effect, Fault, FaultError, FaultSpec, Target};

fn fault(json: &str) -> Result<Fault, FaultError> {
    serde_json::from_str::<FaultSpec>(json).unwrap().try_into()
}

#[test]
fn a_path_is_a_prefix_or_a_pattern() {
    let hits = |path: &str, of: &str| {
        fault(&format!(r#"{{"path":"{path}"}}"#)).unwrap().matches(
            Target::Rest,
            &Method::PUT,
            &of.parse().unwrap(),
        )
    };
    assert!(hits("/connections", "/connections/7"));
    assert!(hits("/connections/*", "/connections/7"));
    assert!(hits("/connections/*/key", "/connections/7/key"));
    assert!(!hits("/connections/*/key", "/connections/7"));
    assert!(!hits("/projects", "/connections"));
    assert!(hits("/connections", "/connections?startAt=0"));
    assert!(hits("/connections/*", "/connections/7?expand=project"));
    assert!(
        hits("/connections/*/key", "/connections/7/key?validate=true"),
        "whatever is asked of it"
    );
    assert!(hits("/connections?", "/connections?startAt=0"));
    assert!(!hits("/connections?", "/connections/7"), "the list alone");
}

#[test]
fn method_and_target_must_fit() {
    let fault = fault(r#"{"method":"PUT","target":"testio"}"#).unwrap();
    let x = Uri::from_static("/x");
    assert!(fault.matches(Target::Testio, &Method::PUT, &x));
    assert!(!fault.matches(Target::Testio, &Method::GET, &x));
    assert!(!fault.matches(Target::Rest, &Method::PUT, &x));
}

#[test]
fn the_effect_follows_from_what_is_given() {
    assert_eq!(fault(r#"{"delayMs":5}"#).unwrap().effect, Effect::AddHeaders);
    assert!(matches!(
        fault(r#"{"body":"x"}"#).unwrap().effect,
        Effect::Replace { .. }
    ));
    assert_eq!(
        fault(r#"{"dropConnection":true,"status":500}"#).unwrap().effect,
        Effect::HangUp
    );
}

#[test]
fn what_cannot_be_is_refused() {
    assert_eq!(fault(r#"{"status":99}"#).err(), Some(FaultError::Status));
    assert_eq!(fault(r#"{"times":0}"#).err(), Some(FaultError::Times));
    assert_eq!(
        fault(r#"{"headers":{"a b":"c"}}"#).err(),
        Some(FaultError::Header)
    );
    assert_eq!(fault(r#"{"method":"P T"}"#).err(), Some(FaultError::Method));
}

#[test]
fn a_fault_is_used_up() {
    let mut twice = fault(r#"{"times":2}"#).unwrap();
    assert!(!twice.use_up());
    assert!(twice.use_up());
    assert!(!fault("{}").unwrap().use_up());
}
