//! The plugin's servlet: it gives out the built page, as the real plugin would from its own resources.

use std::fs;
use std::path::Path as FilePath;

use axum::body::Body;
use axum::extract::{OriginalUri, Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::files::serve;
use super::login::detour;
use super::{Preferences, to_context};
use crate::app::App;
use crate::control::Reload;
use crate::model::{CONTEXT_PATH, User};

/// The policy of our document: nothing but its own files, and WebAssembly; no script may turn text into markup or code.
const PAGE_CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// The pages of the bundle. All are the same document, which looks at its address.
const PAGES: [&str; 2] = ["connection", "maintenance"];

/// The page's files are relative to its address, which must therefore end in a slash.
pub(super) async fn add_slash(Path(page): Path<String>) -> Response {
    if PAGES.contains(&page.as_str()) {
        to_document(&page).into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

fn to_document(page: &str) -> Redirect {
    Redirect::permanent(&to_context(&format!("/plugins/servlet/testio/page/{page}/")))
}

/// The page's document, with what Jira's decorator adds to every head.
pub(super) async fn document(
    State(app): State<App>,
    Path(page): Path<String>,
    preferences: Preferences,
    user: Option<User>,
    uri: OriginalUri,
) -> Response {
    if !PAGES.contains(&page.as_str()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if user.is_none() {
        return detour(&uri).into_response();
    }
    let mut response = match built_page(&app.dist) {
        Some(html) => {
            let html = Html(decorate(&html, preferences));
            ([(header::CONTENT_TYPE, "text/html;charset=UTF-8")], html).into_response()
        }
        None => {
            let why = match app.reload {
                Reload::Never => {
                    "The page has not been built. `cargo xtask run` builds it and starts the sandbox.\n"
                }
                Reload::WhenBuilt => "The page is being built. It will appear here.\n",
            };
            (StatusCode::NOT_FOUND, why).into_response()
        }
    };
    for (name, value) in [
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, PAGE_CSP),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

fn built_page(dist: &FilePath) -> Option<String> {
    fs::read_to_string(dist.join("index.html")).ok()
}

/// Puts Jira's `<meta>` elements at the beginning of the head.
fn decorate(html: &str, preferences: Preferences) -> String {
    let metas = format!(
        r#"<meta name="ajs-context-path" content="{CONTEXT_PATH}"><meta name="ajs-user-locale" content="{}">"#,
        preferences.locale.0
    );
    let end_of_tag = html
        .find("<head")
        .and_then(|start| html[start..].find('>').map(|length| start + length + 1));
    match end_of_tag {
        Some(position) => format!("{}{metas}{}", &html[..position], &html[position..]),
        None => format!("{metas}{html}"),
    }
}

/// The page's other files. They need no login, as no resource of a plugin does.
pub(super) async fn file(
    State(app): State<App>,
    Path((page, file)): Path<(String, String)>,
    request: Request,
) -> Response {
    if !PAGES.contains(&page.as_str()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if file == "index.html" {
        return to_document(&page).into_response();
    }
    let mut response: Response<Body> = serve(&app.dist, &file, request).await;
    let lifetime = if has_content_hash(&file) && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(lifetime));
    response
}

/// Whether a file's name changes with its content: `name-0123456789abcdef.js`, `name-0123456789abcdef_bg.wasm`.
fn has_content_hash(file: &str) -> bool {
    file.split(['-', '_', '.', '/'])
        .any(|part| part.len() >= 8 && part.chars().all(|c| c.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::super::preferences::{Locale, Preferences, Theme};
    use super::{decorate, has_content_hash};

    #[test]
    fn metas_come_first_in_the_head() {
        let preferences = Preferences {
            theme: Theme::Light,
            locale: Locale("de_DE"),
        };
        let html = decorate(
            "<!DOCTYPE html><html><head lang=\"x\"><title>T</title>",
            preferences,
        );
        assert_eq!(
            html,
            "<!DOCTYPE html><html><head lang=\"x\"><meta name=\"ajs-context-path\" content=\"/jira\">\
             <meta name=\"ajs-user-locale\" content=\"de_DE\"><title>T</title>"
        );
    }

    #[test]
    fn hashed_names_are_recognised() {
        assert!(has_content_hash("testio-connection-1f0a7c9b3d42e8a6.js"));
        assert!(has_content_hash("testio-connection-1f0a7c9b3d42e8a6_bg.wasm"));
        assert!(!has_content_hash("boot.js"));
        assert!(!has_content_hash("feedback.css"));
    }
}
