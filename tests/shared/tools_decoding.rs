//! What the tools of the Maintenance page are answered, decoded as in `decoding.rs`.

use testio_connection::{
    api::{RawAnswer, client::Client, data, jobs, logs, request::Cancel},
    domain::{
        failure::Failure,
        ids::JobId,
        job::{JobStatus, KnownJob},
        log::Level,
        log_range::{End, Origin, Wanted},
    },
};

/// Hands the names of all checks in this file to a macro that makes a test of each.
macro_rules! for_each_tool {
    ($make_test:ident) => {
        $make_test!(
            log_lines,
            log_of_contract,
            log_sizes,
            log_refused,
            job_list,
            jobs_of_contract,
            one_job,
            cleared,
        );
    };
}
pub(crate) use for_each_tool;

fn answering(status: u16, body: &str) -> Client {
    let body = body.to_owned();
    Client::new(move |_| {
        let answer = RawAnswer {
            status,
            content_type: "application/json;charset=UTF-8".to_owned(),
            body: body.clone(),
            ..RawAnswer::default()
        };
        Box::pin(async move { Ok(answer) })
    })
}

/// Lines with a key that somebody forgot to black out, and more bytes than 32 bits count.
pub async fn log_lines() {
    let client = answering(200, include_str!("../fixtures/log-lines-of-another-version.json"));
    let wanted = Wanted {
        origin: Origin::Jira,
        ..Wanted::default()
    };
    let read = logs::tail(&client, wanted, &Cancel::default()).await.unwrap();
    assert_eq!((read.total, read.has_older, read.bytes), (1_204, true, 6 << 30));
    assert!(read.is_large());
    assert_eq!(read.origin, Origin::Jira, "the answer doesn't say");
    let [first, last] = read.lines.as_slice() else {
        panic!("two lines")
    };
    assert_eq!((first.level, last.level), (Level::Error, Level::Warn));
    assert_eq!(first.at.as_str(), "2026-05-03T09:14:58.123Z");
    assert_eq!(
        first.message,
        "Refused: Token [redacted]\n at io.test.jira.Über(Ü.java:1) <b>🚀</b>"
    );
    assert_eq!(last.logger, "io.test.jira.connection");
}

/// The contract's own example.
pub async fn log_of_contract() {
    let client = answering(200, include_str!("../fixtures/log-lines.json"));
    let read = logs::tail(&client, Wanted::default(), &Cancel::default())
        .await
        .unwrap();
    assert_eq!((read.total, read.has_older, read.bytes), (1, false, 88));
    assert!(!read.is_large());
}

/// A size is a whole number that JavaScript can count to.
pub async fn log_sizes() {
    let fixture = include_str!("../fixtures/log-lines-of-another-version.json");
    for (written, bytes) in [
        ("0", Some(0)),
        ("9007199254740992", Some(1 << 53)),
        ("1e16", None),
        ("-1", None),
        ("1.5", None),
        ("\"1\"", None),
    ] {
        let body = fixture.replace("6442450944", written);
        let read = logs::tail(&answering(200, &body), Wanted::default(), &Cancel::default()).await;
        assert_eq!(read.ok().map(|read| read.bytes), bytes, "{written}");
    }
}

/// What the contract says to a range that can't be, and where there is no log.
pub async fn log_refused() {
    let ask = async |status, body| {
        let client = answering(status, body);
        logs::tail(&client, Wanted::default(), &Cancel::default())
            .await
            .unwrap_err()
    };
    let too_long = r#"{"errorMessages":[],"errors":{"to":"At most 3 days."},"code":"INVALID_REQUEST"}"#;
    assert_eq!(
        ask(400, too_long).await,
        Failure::RangeRefused(End::To, "At most 3 days.".into())
    );
    let reversed = r#"{"errorMessages":[],"errors":{"from":"After the end."},"code":"INVALID_REQUEST"}"#;
    assert_eq!(
        ask(400, reversed).await,
        Failure::RangeRefused(End::From, "After the end.".into())
    );
    let gone = r#"{"errorMessages":["The log file cannot be found."],"errors":{},"code":"LOG_NOT_FOUND"}"#;
    assert_eq!(ask(404, gone).await, Failure::LogGone);
}

/// A job that the page knows, and one of a newer plugin.
pub async fn job_list() {
    let client = answering(200, include_str!("../fixtures/jobs-of-another-version.json"));
    let read = jobs::list(&client, &Cancel::default()).await.unwrap();
    let [known, unknown] = read.as_slice() else {
        panic!("two jobs")
    };
    assert_eq!(
        (known.known(), known.status),
        (Some(KnownJob::Connections), JobStatus::Succeeded)
    );
    let [run] = known.runs.as_slice() else {
        panic!("one run")
    };
    assert_eq!(
        (run.duration_ms, run.outcome, run.message.as_str()),
        (210, JobStatus::Succeeded, "4 keys accepted")
    );
    assert_eq!((unknown.known(), unknown.status), (None, JobStatus::Unknown));
    assert_eq!(unknown.name, "Licence <b>check</b>");
    assert_eq!((&unknown.status_since, unknown.notify), (&None, true));
}

/// The contract's own example.
pub async fn jobs_of_contract() {
    let client = answering(200, include_str!("../fixtures/jobs.json"));
    let read = jobs::list(&client, &Cancel::default()).await.unwrap();
    assert_eq!(read.len(), 1);
    assert!(!read[0].notify);
}

/// An answer about another job than was asked for is none.
pub async fn one_job() {
    let client = answering(200, include_str!("../fixtures/job.json"));
    let saved = jobs::set_notify(&client, &JobId::new("ISSUES_SYNC"), true)
        .await
        .unwrap();
    assert_eq!((saved.status, saved.notify), (JobStatus::NeverRun, true));
    let other = jobs::set_notify(&client, &JobId::new("COMMENTS_SYNC"), true).await;
    assert!(matches!(other, Err(Failure::Unreadable(_))), "{other:?}");
    let gone = answering(
        404,
        r#"{"errorMessages":["No."],"errors":{},"code":"JOB_NOT_FOUND"}"#,
    );
    assert_eq!(
        jobs::set_notify(&gone, &JobId::new("ISSUES_SYNC"), true).await,
        Err(Failure::JobGone)
    );
}

/// How many connections there were.
pub async fn cleared() {
    let client = answering(200, include_str!("../fixtures/cleared.json"));
    assert_eq!(data::clear(&client).await, Ok(5));
}
