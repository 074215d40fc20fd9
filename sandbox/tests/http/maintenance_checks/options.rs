//! The way that the sandbox is started with: a proxy, and a certificate that is trusted.

use std::net::Ipv4Addr;

use sandbox::faults::Faults;
use sandbox::serve::Server;
use sandbox::test_io::{self, Revoked};
use sandbox::ways::{Identity, ProxyRule, ProxyServer};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{outcomes, run, step, take};
use crate::harness::{ACME_EU, Jira};

const ALL_PASS: [&str; 6] = [
    "DATABASE PASSED",
    "NAME PASSED",
    "CONNECT PASSED",
    "TLS PASSED",
    "API PASSED",
    "KEYS PASSED",
];

#[tokio::test]
async fn through_tls_with_a_certificate_from_a_file() {
    let identity = Identity::make().unwrap();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let server = Server::start_tls(
        identity.acceptor().unwrap(),
        listener,
        test_io::router(Revoked::default()),
        Faults::default().keep_alive(),
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ca.pem");
    std::fs::write(&file, identity.pem()).unwrap();
    for (ca, tls) in [(Some(file), "TLS PASSED"), (None, "TLS FAILED CERTIFICATE")] {
        let jira = Jira::asking(|options| {
            options.test_io_url = Some(url.parse().unwrap());
            options.test_io_ca = ca;
        })
        .await;
        let admin = jira.admin().await;
        let key = json!({ "apiKey": ACME_EU, "verify": false });
        admin.save("/connections/global", key).await;
        let report = run(&admin).await;
        assert_eq!(outcomes(&report)[3], tls);
        if tls == "TLS PASSED" {
            assert_eq!(outcomes(&report), ALL_PASS);
            assert_eq!(step(&report, "TLS")["detail"], "TLS 1.3");
        }
        jira.assert_contract_kept().await;
        jira.stop().await;
    }
    server.stop().await;
}

#[tokio::test]
async fn through_a_proxy_that_is_given_its_password_or_another() {
    let right = ProxyServer::start(ProxyRule::Password).await.unwrap();
    let wrong = ProxyServer::start(ProxyRule::AnotherPassword).await.unwrap();
    let refusing = ProxyServer::start(ProxyRule::Nobody).await.unwrap();
    for (proxy, connect, api) in [
        (&right, "CONNECT PASSED", "API PASSED"),
        (
            &wrong,
            "CONNECT FAILED PROXY_AUTHENTICATION",
            "API SKIPPED EARLIER_STEP_FAILED",
        ),
        // What a proxy answers to a plain request may as well be Test IO's answer.
        (&refusing, "CONNECT PASSED", "API FAILED HTTP_STATUS"),
    ] {
        let url = proxy.url().unwrap();
        let jira = Jira::asking(|options| options.test_io_proxy = Some(url.clone())).await;
        let admin = jira.admin().await;
        let key = json!({ "apiKey": ACME_EU, "verify": false });
        admin.save("/connections/global", key).await;
        let report = run(&admin).await;
        let seen = outcomes(&report);
        assert_eq!((seen[2].as_str(), seen[4].as_str()), (connect, api), "{report:#}");
        assert_eq!(step(&report, "NAME")["address"], "127.0.0.1");
        let named = format!("127.0.0.1:{}", url.port().unwrap());
        assert_eq!(step(&report, "CONNECT")["proxy"], named.as_str());
        assert_eq!(step(&report, "CONNECT")["address"], address(&jira).as_str());
        let text = report.to_string();
        for secret in [url.password().unwrap(), "jira:", "Basic", ACME_EU, "4a2f"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        jira.assert_contract_kept().await;
        jira.stop().await;
    }
}

/// Test IO's host and port.
fn address(jira: &Jira) -> String {
    let url = jira.test_io_url();
    format!("{}:{}", url.host_str().unwrap(), url.port().unwrap())
}

#[tokio::test]
async fn the_ways_that_pass_while_it_runs() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (way, through) in [("TLS", false), ("PROXY", true)] {
        take(&jira, way).await;
        admin
            .save("/connections/global", json!({ "apiKey": ACME_EU }))
            .await;
        let report = run(&admin).await;
        assert_eq!(outcomes(&report), ALL_PASS, "{report:#}");
        for name in ["CONNECT", "TLS", "API", "KEYS"] {
            assert_eq!(
                step(&report, name)["proxy"] != Value::Null,
                through,
                "{way} {name}"
            );
        }
        assert_eq!(report["keys"], json!({ "accepted": 1, "failed": [] }));
    }
    jira.assert_contract_kept().await;
}
