//! The same sequences for the page itself: `tests/e2e/specs/random-walk.spec.ts` takes them in a browser.
//!
//! `TESTIO_WALK_CASES` takes another number of them.

use std::{env, fs};

use proptest::{
    strategy::{Strategy as _, ValueTree as _},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};

use super::{
    SEED, setting,
    step::{Plan, plan},
};

/// As many as take some three minutes on two cores.
const CASES: u64 = 100;

#[test]
#[ignore = "writes the sequences to the file that TESTIO_MODEL_PLANS names; the end-to-end tests need them"]
fn the_sequences_for_the_browser() {
    let seed = setting("TESTIO_MODEL_SEED", SEED);
    let bytes = u128::from(seed).to_le_bytes();
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        TestRng::from_seed(RngAlgorithm::XorShift, &bytes),
    );
    let plans: Vec<Value> = (0..setting("TESTIO_WALK_CASES", CASES))
        .map(|_| written(&plan().new_tree(&mut runner).unwrap().current()))
        .collect();
    let path = env::var("TESTIO_MODEL_PLANS").expect("TESTIO_MODEL_PLANS names the file to write");
    fs::write(path, Value::from(plans).to_string()).unwrap();
}

/// Each step as `Name` or `Name(arguments)`, and in words.
fn written(plan: &Plan) -> Value {
    let steps: Vec<Value> = plan
        .steps
        .iter()
        .map(|step| json!({ "step": format!("{step:?}"), "words": step.to_string() }))
        .collect();
    json!({
        "impatient": plan.impatient,
        "steps": steps,
    })
}
