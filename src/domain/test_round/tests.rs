//! Rounds of tests.

#![allow(clippy::unwrap_used, reason = "a test states what must hold")]

use proptest::prelude::*;

use super::{AT_ONCE, Phase, Round, Target, Verdict, verdict_of};
use crate::domain::{
    connection::Connection,
    failure::Failure,
    ids::ConnectionId,
    samples::{connected, inactive_global},
};

/// So many connections with keys.
fn with_keys(count: usize) -> Vec<Connection> {
    (0..count)
        .map(|number| Connection {
            id: ConnectionId::new(number.to_string()),
            ..connected()
        })
        .collect()
}

fn ids<'a>(targets: impl IntoIterator<Item = &'a Target>) -> Vec<&'a str> {
    targets.into_iter().map(|target| target.id.as_str()).collect()
}

#[test]
fn connections_are_tested_in_their_order_a_few_at_a_time() {
    let mut round = Round::new(&with_keys(5));
    let under_way: Vec<_> = std::iter::from_fn(|| round.next_target()).collect();
    assert_eq!(ids(&under_way), ["0", "1", "2"]);
    round.judged(under_way[1].clone(), Verdict::Accepted);
    assert_eq!(round.next_target().unwrap().id.as_str(), "3");
    assert_eq!(round.next_target(), None);
    assert_eq!((round.tested(), round.to_test()), (1, 5));
}

#[test]
fn what_has_no_key_is_not_tested_but_named() {
    let connections = [vec![inactive_global()], with_keys(1)].concat();
    let mut round = Round::new(&connections);
    assert_eq!((round.tested(), round.to_test()), (0, 1));
    assert_eq!(ids(round.of(Verdict::NoKey)), ["global"]);
    let target = round.next_target().unwrap();
    assert_eq!(target.project.as_ref().unwrap().1.as_str(), "SMOK");
    round.judged(target, Verdict::Rejected);
    assert_eq!(round.phase(), &Phase::Complete);
    assert_eq!(round.count(Verdict::Rejected), 1);
}

#[test]
fn nothing_to_test_is_complete_at_once() {
    assert_eq!(Round::new(&[]).phase(), &Phase::Complete);
    assert_eq!(Round::new(&[inactive_global()]).phase(), &Phase::Complete);
}

#[test]
fn while_test_io_asks_to_wait_nothing_new_is_tested() {
    let mut round = Round::new(&with_keys(4));
    let [first, second, third] = std::array::from_fn(|_| round.next_target().unwrap());
    round.put_off(first, Some(4));
    round.put_off(second, Some(2));
    assert_eq!(round.phase(), &Phase::Waiting(4), "the longer wait counts");
    round.judged(third, Verdict::Accepted);
    assert_eq!(round.next_target(), None);
    round.go_on();
    let again: Vec<_> = std::iter::from_fn(|| round.next_target()).collect();
    assert_eq!(again.len(), AT_ONCE);
    for target in again {
        round.judged(target, Verdict::Accepted);
    }
    assert_eq!(round.phase(), &Phase::Complete);
    assert_eq!(round.tested(), 4, "none was lost, and none was tested twice");
}

#[test]
fn a_wait_is_never_absurd() {
    for (asked, kept) in [
        (None, 10),
        (Some(0), 10),
        (Some(7), 7),
        (Some(7_200), 7_200),
        (Some(u32::MAX), 10),
    ] {
        let mut round = Round::new(&with_keys(1));
        let target = round.next_target().unwrap();
        round.put_off(target, asked);
        assert_eq!(round.phase(), &Phase::Waiting(kept));
    }
}

#[test]
fn a_wait_of_unknown_length_grows_until_test_io_answers() {
    let mut round = Round::new(&with_keys(2));
    for wait in [10, 20, 40] {
        let target = round.next_target().unwrap();
        round.put_off(target, None);
        assert_eq!(round.phase(), &Phase::Waiting(wait));
        round.go_on();
    }
    let target = round.next_target().unwrap();
    round.judged(target, Verdict::Accepted);
    let target = round.next_target().unwrap();
    round.put_off(target, None);
    assert_eq!(round.phase(), &Phase::Waiting(10), "it has answered since");
}

#[test]
fn a_stopped_round_stays_stopped() {
    let mut round = Round::new(&with_keys(5));
    let [first, second, third] = std::array::from_fn(|_| round.next_target().unwrap());
    round.judged(first, Verdict::Accepted);
    round.stop();
    assert_eq!(round.next_target(), None);
    round.put_off(second, None);
    round.judged(third, Verdict::Accepted);
    round.break_off(Failure::Offline);
    round.go_on();
    assert_eq!(round.phase(), &Phase::Stopped);
    assert!(round.has_ended() && round.next_target().is_none());
}

#[test]
fn what_concerns_all_breaks_the_round_off() {
    let mut round = Round::new(&with_keys(2));
    let _under_way = round.next_target();
    round.break_off(Failure::Forbidden);
    assert_eq!(round.phase(), &Phase::BrokenOff(Failure::Forbidden));
    round.stop();
    assert_eq!(round.phase(), &Phase::BrokenOff(Failure::Forbidden));
    assert_eq!(round.next_target(), None);
}

#[test]
fn a_failure_is_a_verdict_on_its_connection_unless_it_concerns_all() {
    assert_eq!(verdict_of(&Failure::TimedOut), Some(Verdict::Failed));
    assert_eq!(verdict_of(&Failure::ConnectionGone), Some(Verdict::Failed));
    assert_eq!(verdict_of(&Failure::KeyMissing), Some(Verdict::NoKey));
    for failure in [Failure::Offline, Failure::LoggedOut, Failure::RateLimited(None)] {
        assert_eq!(verdict_of(&failure), None);
    }
}

proptest! {
    /// Whatever comes back in whatever order, never more than the limit is under way, and the round comes to its end
    /// with one verdict for each connection.
    #[test]
    fn every_connection_gets_one_verdict(
        total in 0_usize..30, answers in prop::collection::vec((0_usize..AT_ONCE, 0_u8..4), 0..200),
    ) {
        let mut round = Round::new(&with_keys(total));
        let mut under_way = Vec::new();
        let mut answers = answers.into_iter();
        while !round.has_ended() {
            round.go_on();
            under_way.extend(std::iter::from_fn(|| round.next_target()));
            prop_assert!(under_way.len() <= AT_ONCE);
            let (which, what) = answers.next().unwrap_or((0, 0));
            let target = under_way.remove(which % under_way.len());
            match what {
                0 | 1 => round.judged(target, Verdict::Accepted),
                2 => round.judged(target, Verdict::Rejected),
                _ => round.put_off(target, Some(1)),
            }
        }
        prop_assert_eq!(round.tested(), total);
        let mut tested = ids(round.of(Verdict::Accepted).chain(round.of(Verdict::Rejected)));
        tested.sort_unstable();
        tested.dedup();
        prop_assert_eq!(tested.len(), total);
    }
}
