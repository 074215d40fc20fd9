//! Login, the admin page, and our page's files.

use std::fs;

use crate::harness::Jira;

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'";
const PAGE: &str = "/plugins/servlet/testio/page/connection/";

fn build(jira: &Jira) {
    let dist = jira.dist();
    fs::create_dir_all(&dist).unwrap();
    fs::write(
        dist.join("index.html"),
        "<!DOCTYPE html><html><head><title>Connection</title></head></html>",
    )
    .unwrap();
    fs::write(dist.join("boot.js"), "export {};").unwrap();
    fs::write(dist.join("page-0123456789abcdef_bg.wasm"), "plain").unwrap();
    fs::write(dist.join("page-0123456789abcdef_bg.wasm.br"), "as brotli").unwrap();
    fs::write(dist.join("page-0123456789abcdef_bg.wasm.gz"), "as gzip").unwrap();
}

#[tokio::test]
async fn whoever_is_not_logged_in_goes_to_the_login_first() {
    let jira = Jira::start().await;
    let answer = jira
        .anonymous()
        .page("/plugins/servlet/testio/connection?x=1", &[])
        .await;
    assert_eq!(answer.status, 303);
    assert_eq!(
        answer.header("location"),
        "/jira/login.jsp?os_destination=%2Fplugins%2Fservlet%2Ftestio%2Fconnection%3Fx%3D1"
    );
    assert_eq!(jira.anonymous().page(PAGE, &[]).await.status, 303);
    let form = jira
        .anonymous()
        .page("/login.jsp?os_destination=%2Fa%22%3E%3Cb", &[])
        .await;
    assert!(
        form.text.contains("os_username") && !form.text.contains("\"><b"),
        "{}",
        form.text
    );
}

#[tokio::test]
async fn the_admin_page_holds_the_frame() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let page = admin.page("/plugins/servlet/testio/connection", &[]).await;
    assert!(
        page.text
            .contains(r#"title="Test IO connection" src="/jira/plugins/servlet/testio/page/connection/""#)
    );
    assert!(page.text.contains("Sandbox: not a real Jira"));
    assert!(page.text.contains(r#"data-color-mode="light""#));
    let cookie = format!("{}; sandbox.theme=dark; sandbox.locale=en_UK", admin.cookie);
    let dark = jira
        .session(&cookie)
        .page("/plugins/servlet/testio/connection", &[])
        .await;
    assert!(dark.text.contains(r#"<html lang="en-GB""#) && dark.text.contains(r#"data-color-mode="dark""#));
    let other = admin.page("/plugins/servlet/testio/maintenance", &[]).await;
    assert!(
        other
            .text
            .contains(r#"title="Test IO maintenance" src="/jira/plugins/servlet/testio/page/maintenance/""#)
    );
    let plain = admin.page("/plugins/servlet/testio/configuration", &[]).await;
    assert!(plain.text.contains("not part of the sandbox"));
    for path in ["", "/", "/sandbox", "/sandbox/"] {
        let answer = admin.page(path, &[]).await;
        assert!(
            [200, 303].contains(&answer.status.as_u16()),
            "{path}: {}",
            answer.status
        );
    }
}

#[tokio::test]
async fn our_document_has_its_policy_and_jiras_metas() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    assert_eq!(admin.page(PAGE, &[]).await.status, 404);
    build(&jira);
    let document = admin.page(PAGE, &[]).await;
    assert_eq!(document.status, 200);
    assert_eq!(document.header("content-security-policy"), CSP);
    assert_eq!(document.header("cache-control"), "no-cache");
    assert_eq!(document.header("content-type"), "text/html;charset=UTF-8");
    assert_eq!(document.header("x-content-type-options"), "nosniff");
    assert_eq!(document.header("referrer-policy"), "same-origin");
    assert_eq!(document.header("x-frame-options"), "SAMEORIGIN");
    assert!(document.text.contains(
        "<head><meta name=\"ajs-context-path\" content=\"/jira\"><meta name=\"ajs-user-locale\" content=\"en_US\"><title>"
    ));
    let german = jira
        .session(&format!("{}; sandbox.locale=de_DE", admin.cookie))
        .page(PAGE, &[])
        .await;
    assert!(german.text.contains("content=\"de_DE\""));
    assert_eq!(
        admin
            .page(PAGE.trim_end_matches('/'), &[])
            .await
            .header("location"),
        format!("/jira{PAGE}")
    );
}

#[tokio::test]
async fn each_page_of_the_bundle_is_the_same_document_at_its_own_address() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    build(&jira);
    let other = "/plugins/servlet/testio/page/maintenance/";
    assert_eq!(
        admin.page(other, &[]).await.text,
        admin.page(PAGE, &[]).await.text
    );
    assert_eq!(
        admin
            .page(&format!("{other}index.html"), &[])
            .await
            .header("location"),
        format!("/jira{other}")
    );
    assert_eq!(admin.page(&format!("{other}boot.js"), &[]).await.status, 200);
    for unknown in ["unknown", "unknown/", "unknown/boot.js"] {
        let path = format!("/plugins/servlet/testio/page/{unknown}");
        assert_eq!(admin.page(&path, &[]).await.status, 404, "{unknown}");
    }
}

#[tokio::test]
async fn files_are_compressed_and_kept_by_their_hash() {
    let jira = Jira::start().await;
    build(&jira);
    let nobody = jira.anonymous();
    let wasm = format!("{PAGE}page-0123456789abcdef_bg.wasm");
    for (accepted, encoding, text) in [
        ("br, gzip", "br", "as brotli"),
        ("gzip", "gzip", "as gzip"),
        ("", "", "plain"),
    ] {
        let file = nobody.page(&wasm, &[("accept-encoding", accepted)]).await;
        assert_eq!(
            (file.header("content-encoding"), file.text.as_str()),
            (encoding, text)
        );
        assert_eq!(file.header("content-type"), "application/wasm");
        assert_eq!(
            file.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert_eq!(file.header("vary"), "accept-encoding");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
    }
    let boot = nobody.page(&format!("{PAGE}boot.js"), &[]).await;
    assert_eq!(
        (boot.header("content-type"), boot.header("cache-control")),
        ("text/javascript", "no-cache")
    );
    assert_eq!(nobody.page(&format!("{PAGE}missing.js"), &[]).await.status, 404);
    assert_eq!(
        nobody.page(&format!("{PAGE}..%2Fsandbox.db"), &[]).await.status,
        404
    );
}
