//! The page's state against a model of the server: random sequences of what a person does, of answers in any order, of
//! faults, and of a second administrator. After every step, and at the end, what the page promises must hold.
//!
//! `TESTIO_MODEL_SEED` starts from another seed, `TESTIO_MODEL_CASES` runs another number of sequences. A sequence
//! that fails is made as short as possible and printed in words.

mod acts;
mod answers;
mod book;
mod browser;
mod dialogs;
mod end;
mod faults;
mod jira;
mod others;
mod page;
mod pane;
mod rules;
mod step;
mod tools;
mod watch;
mod wire;
mod writes;

use std::{
    env,
    io::{self, Write as _},
    str::FromStr,
    thread,
    time::Instant,
};

use any_spawner::Executor;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use self::{
    jira::Jira,
    page::Page,
    step::{Plan, Step, plan},
    watch::Watch,
    wire::Wire,
};

const SEED: u64 = 20_260_503;
const CASES: u32 = 10_000;

/// How many threads share the sequences. Each has a seed of its own, so that their number is the same on every machine.
const SHARES: u32 = 2;

#[test]
fn what_the_page_promises_holds_after_any_sequence() {
    let seed = setting("TESTIO_MODEL_SEED", SEED);
    let cases = setting("TESTIO_MODEL_CASES", CASES);
    let began = Instant::now();
    let broken: Vec<String> = thread::scope(|scope| {
        let begin = |share| scope.spawn(move || check(seed + u64::from(share), cases.div_ceil(SHARES)));
        let shares: Vec<_> = (0..SHARES).map(begin).collect();
        let broken = shares.into_iter().map(|share| share.join().unwrap());
        broken.filter_map(Result::err).collect()
    });
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let seconds = began.elapsed().as_secs_f64();
    // Past the test runner, which keeps to itself what a test that passes prints.
    writeln!(
        io::stderr(),
        "{cases} sequences held from seed {seed}, in {seconds:.1} s"
    )
    .unwrap();
}

/// Runs so many sequences; of the first that breaks a promise, which promise, and the shortest way there.
fn check(seed: u64, cases: u32) -> Result<(), String> {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let bytes = u128::from(seed).to_le_bytes();
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::XorShift, &bytes));
    let outcome = runner.run(&plan(), |plan| run(&plan).map_err(TestCaseError::fail));
    outcome.map_err(|error| match error {
        TestError::Fail(broken, plan) => {
            format!("{broken}\nafter these steps (seed {seed}):\n{plan}")
        }
        TestError::Abort(reason) => reason.to_string(),
    })
}

fn setting<T: FromStr>(name: &str, default: T) -> T {
    env::var(name)
        .ok()
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

/// Runs a sequence; the first promise that is broken.
fn run(plan: &Plan) -> Result<(), String> {
    let wire = Wire::new(Jira::new());
    let page = Page::open(wire);
    let outcome = play(&page, plan);
    page.close();
    settle();
    outcome
}

fn play(page: &Page, plan: &Plan) -> Result<(), String> {
    let mut watch = Watch::default();
    settle();
    if !plan.impatient {
        end::answer_all(page)?;
    }
    for (index, step) in plan.steps.iter().enumerate() {
        take(page, *step)
            .and_then(|()| watch.look(page, *step))
            .map_err(|broken| format!("{broken} (after step {})", index + 1))?;
    }
    end::finish(page, &mut watch).map_err(|broken| format!("{broken} (at the end)"))
}

fn take(page: &Page, step: Step) -> Result<(), String> {
    let wire = &page.wire;
    match step {
        Step::AnswerAll => {
            // Once around: what is sent in return, and what waits for a login, stays open.
            for _ in 0..wire.open() {
                wire.answer(0);
                settle();
            }
        }
        Step::Answer(which) => wire.answer(which),
        Step::Serve(which) => wire.serve(which),
        Step::Fail(which, fault) => wire.fail(which, fault),
        _ => {
            others::act(wire, step);
            let sent = wire.sent();
            let sends_nothing = page.act(step);
            settle();
            if sends_nothing && wire.sent() > sent {
                return Err(format!("{step} sends something"));
            }
        }
    }
    settle();
    Ok(())
}

/// Lets everything run that can run.
fn settle() {
    Executor::poll_local();
}
