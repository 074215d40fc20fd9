//! The page on which a person makes faults and looks at what has been going on.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::auth::access::Protected;
use crate::auth::answers::{AnonymousAnswer, WebSudoAnswer};
use crate::host::preferences::{Locale, Theme};
use crate::host::{Preferences, page};
use crate::model::User;
use crate::test_io::accounts::{ALL_ACCOUNTS, Account, REVOKED_KEY};
use crate::ways::Way;

#[derive(Template)]
#[template(path = "control.html")]
struct ControlPage {
    preferences: Preferences,
    user: Option<User>,
    accounts: &'static [Account],
    revoked_key: &'static str,
    projects: usize,
    connections: usize,
}

pub(super) async fn show(State(app): State<App>, preferences: Preferences) -> Response {
    page(&ControlPage {
        preferences,
        user: None,
        accounts: &ALL_ACCOUNTS,
        revoked_key: REVOKED_KEY,
        projects: app.seed.projects,
        connections: app.seed.connections,
    })
}
