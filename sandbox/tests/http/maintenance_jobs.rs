//! What the plugin does by itself: how jobs stand, their runs, and who is notified.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::Method;
use sandbox::seed::SeedSize;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, ACME_US, Answer, Jira, Session};

const PATH: &str = "/maintenance/jobs";

async fn jobs(session: &Session<'_>) -> Vec<Value> {
    let answer = session.get(PATH).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["jobs"].as_array().unwrap().clone()
}

async fn job(session: &Session<'_>, id: &str) -> Value {
    let jobs = jobs(session).await;
    jobs.into_iter().find(|job| job["id"] == id).unwrap()
}

async fn set_notify(session: &Session<'_>, id: &str, notify: Value) -> Answer {
    let body = json!({ "notify": notify });
    session
        .send(Method::PUT, &format!("{PATH}/{id}"), &[], Some(body))
        .await
}

async fn make(jira: &Jira, id: &str, body: Value) {
    let answer = jira
        .control(Method::POST, &format!("/jobs/{id}"), Some(body))
        .await;
    assert_eq!(answer.status, 204, "{}", answer.text);
}

fn time(value: &Value) -> Timestamp {
    value.as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn there_are_four_jobs_in_every_state_a_job_can_be_in() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    make(&jira, "CONNECTIONS_SYNC", json!({ "status": "RUNNING" })).await;
    let (jobs, now) = (jobs(&admin).await, Timestamp::now());
    let told: Vec<_> = jobs
        .iter()
        .map(|job| (job["id"].as_str().unwrap(), job["status"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("ISSUES_SYNC", "SUCCEEDED"),
            ("CONFIGURATION_VALIDATION", "FAILED"),
            ("COMMENTS_SYNC", "NEVER_RUN"),
            ("CONNECTIONS_SYNC", "RUNNING")
        ]
    );
    let failing = &jobs[1];
    let since = now.as_second() - time(&failing["statusSince"]).as_second();
    assert!((25 * 3600..27 * 3600).contains(&since), "{failing}");
    let runs = failing["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 10);
    assert_eq!(runs[0]["startedAt"], failing["lastRunAt"]);
    let outcomes: Vec<_> = runs.iter().map(|run| run["outcome"] == "FAILED").collect();
    assert_eq!(outcomes, [[true; 5], [false; 5]].concat());
    for job in &jobs[..3] {
        assert!(time(&job["nextRunAt"]) > now, "{job}");
    }
    assert_eq!(
        (&jobs[2]["statusSince"], &jobs[2]["lastRunAt"], &jobs[2]["runs"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    assert_eq!(jobs[3]["nextRunAt"], Value::Null, "nobody has planned it");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn checking_the_stored_keys_is_a_run() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let check = async || {
        assert_eq!(jira.control(Method::POST, "/checks", None).await.status, 204);
        job(&admin, "CONNECTIONS_SYNC").await
    };
    let nothing = check().await;
    assert_eq!(
        (&nothing["status"], &nothing["runs"][0]["message"]),
        (&json!("SUCCEEDED"), &json!("No key is stored"))
    );
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    let one = check().await;
    assert_eq!(one["runs"][0]["message"], "1 key accepted");
    assert_eq!(one["statusSince"], nothing["statusSince"], "it is as it was");
    let path = admin.connect("10000").await;
    admin.save(&path, json!({ "apiKey": ACME_US })).await;
    let revoked = json!({ "revoked": true });
    jira.control(Method::POST, "/accounts/ACME%20US", Some(revoked))
        .await;
    let other = check().await;
    assert_eq!(
        (&other["status"], &other["runs"][0]["message"]),
        (&json!("FAILED"), &json!("1 key accepted, 1 not"))
    );
    assert!(time(&other["statusSince"]) >= time(&other["runs"][0]["startedAt"]));
    assert_eq!(other["runs"].as_array().unwrap().len(), 3);
    assert_eq!(other["lastRunAt"], other["runs"][0]["startedAt"]);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn what_is_planned_is_told_and_done() {
    let jira = Jira::checking(Duration::from_millis(300)).await;
    let admin = jira.admin().await;
    let mut last = Value::Null;
    for _ in 0..2 {
        // A run is planned before each of them, whenever we ask.
        let found = loop {
            let job = job(&admin, "CONNECTIONS_SYNC").await;
            if job["lastRunAt"] != last && job["status"] != "RUNNING" {
                break job;
            }
        };
        last = found["lastRunAt"].clone();
        assert!(found["nextRunAt"].is_string(), "{found}");
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_job_can_be_made_to_run_and_to_fail() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let before = job(&admin, "ISSUES_SYNC").await;
    make(&jira, "ISSUES_SYNC", json!({ "status": "RUNNING" })).await;
    let running = job(&admin, "ISSUES_SYNC").await;
    assert_eq!(running["status"], "RUNNING");
    assert_eq!(running["runs"], before["runs"], "it is not over");
    assert_eq!(running["lastRunAt"], before["lastRunAt"]);
    assert!(time(&running["statusSince"]) > time(&before["statusSince"]));
    let failed = json!({ "status": "FAILED", "message": "Jira is read-only" });
    make(&jira, "ISSUES_SYNC", failed).await;
    let after = job(&admin, "ISSUES_SYNC").await;
    assert_eq!(after["status"], "FAILED");
    assert_eq!(after["runs"][0]["startedAt"], running["statusSince"]);
    assert_eq!(after["runs"][0]["message"], "Jira is read-only");
    assert!(time(&after["statusSince"]) >= time(&running["statusSince"]));
    for (id, body, status) in [
        ("NO_SUCH_JOB", json!({ "status": "RUNNING" }), 404),
        ("ISSUES_SYNC", json!({ "status": "NEVER_RUN" }), 400),
    ] {
        let answer = jira
            .control(Method::POST, &format!("/jobs/{id}"), Some(body))
            .await;
        assert_eq!(answer.status, status);
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn who_is_notified_is_kept_and_runs_survive_a_restart() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for _ in 0..2 {
        let answer = set_notify(&admin, "ISSUES_SYNC", json!(true)).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["notify"]),
            (200, &json!(true))
        );
    }
    let others = jobs(&admin)
        .await
        .iter()
        .filter(|job| job["notify"] == true)
        .count();
    assert_eq!(others, 1);
    jira.control(Method::POST, "/checks", None).await;
    make(&jira, "COMMENTS_SYNC", json!({ "status": "RUNNING" })).await;
    let (cookie, mut before) = (admin.cookie.clone(), jobs(&admin).await);
    let jira = jira.restart().await;
    let admin = jira.session(&cookie);
    // What was cut off does not run any more.
    before[2]["status"] = json!("NEVER_RUN");
    before[2]["statusSince"] = Value::Null;
    assert_eq!(jobs(&admin).await, before);
    let answer = set_notify(&admin, "ISSUES_SYNC", json!(false)).await;
    assert_eq!(answer.json()["notify"], false);
    assert_eq!(job(&admin, "ISSUES_SYNC").await["notify"], false);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn there_are_no_other_jobs() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for id in ["NO_SUCH_JOB", "issues_sync"] {
        set_notify(&admin, id, json!(true))
            .await
            .refused(404, "JOB_NOT_FOUND");
    }
    jira.assert_contract_kept().await;
    set_notify(&admin, "ISSUES_SYNC", json!("yes"))
        .await
        .refused(400, "INVALID_REQUEST");
    assert_eq!(job(&admin, "ISSUES_SYNC").await["notify"], false);
}

#[tokio::test]
async fn only_administrators_see_and_change_jobs() {
    let jira = Jira::with(SeedSize::default()).await;
    let user = jira.log_in("user").await;
    user.get(PATH).await.refused(403, "FORBIDDEN");
    for id in ["ISSUES_SYNC", "NO_SUCH_JOB"] {
        set_notify(&user, id, json!(true)).await.refused(403, "FORBIDDEN");
    }
    assert_eq!(jira.anonymous().get(PATH).await.status, 401);
    assert_eq!(job(&jira.admin().await, "ISSUES_SYNC").await["notify"], false);
    jira.assert_contract_kept().await;
}
