//! `/connections/{id}`: one connection, and what can be changed about it.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rusqlite::Transaction;
use serde::Deserialize;

use super::RestError;
use super::extract::{Body, Manager};
use super::precondition::IfMatch;
use super::reach::Reach;
use super::verification::Verification;
use crate::app::App;
use crate::log;
use crate::model::{ApiKey, Connection, ConnectionId, Malformed, TypedKey, User};
use crate::store::connections::{self, Change};

/// The longest account label, in characters.
const MAX_LABEL_CHARS: usize = 60;

pub(super) async fn get(State(app): State<App>, _: User, id: ConnectionId) -> Result<Response, RestError> {
    app.store.transact(move |tx| load(tx, id)).await.map(with_etag)
}

/// The body of a PUT. What is absent stays as it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UpdateConnection {
    api_key: Option<TypedKey>,
    account_label: Option<String>,
    active: Option<bool>,
    verify: Option<bool>,
    everywhere: Option<bool>,
    same_key: Option<usize>,
}

pub(super) async fn update(
    State(app): State<App>,
    Manager(user): Manager,
    id: ConnectionId,
    if_match: IfMatch,
    Body(body): Body<UpdateConnection>,
) -> Result<Response, RestError> {
    let wanted = Wanted::from_request(id, body)?;
    let reach = wanted.reach;
    let current = app
        .store
        .transact(move |tx| {
            let current = load(tx, id)?;
            if_match.check(&current)?;
            reach.check(&current)?;
            Ok::<_, RestError>(current)
        })
        .await?;
    let change = wanted.into_change(&app, &current).await?;
    app.store
        .transact(move |tx| {
            // Asking Test IO takes a while, so the connection may have been changed meanwhile, or those with its key.
            let latest = load(tx, id)?;
            if latest.version != current.version {
                return Err(RestError::Stale(Box::new(latest)));
            }
            reach.check(&latest)?;
            let elsewhere = Change {
                active: None,
                ..change.clone()
            };
            for other in reach.others(tx, id, &change)? {
                connections::change(tx, other, &elsewhere, user)?;
            }
            connections::change(tx, id, &change, user)?;
            load(tx, id)
        })
        .await
        .inspect(|_| log::changed(user, &format!("has changed the connection {id}")))
        .map(with_etag)
}

/// A PUT whose form is right.
struct Wanted {
    key: Option<Result<ApiKey, Malformed>>,
    verification: Verification,
    account_label: Option<Option<String>>,
    active: Option<bool>,
    reach: Reach,
}

impl Wanted {
    fn from_request(id: ConnectionId, body: UpdateConnection) -> Result<Self, RestError> {
        if body.active.is_some() && id != ConnectionId::Global {
            return Err(RestError::InvalidField(
                "active",
                "Only the Global connection can be switched on and off.",
            ));
        }
        Ok(Self {
            key: body.api_key.map(|key| key.check()),
            verification: Verification::of(body.verify),
            account_label: body.account_label.as_deref().map(check_label).transpose()?,
            active: body.active,
            reach: Reach::of(body.everywhere, body.same_key)?,
        })
    }

    /// Checks it against the connection, and the key with Test IO.
    async fn into_change(self, app: &App, current: &Connection) -> Result<Change, RestError> {
        if self.active == Some(true) && self.key.is_none() && !current.has_key {
            return Err(RestError::KeyMissing);
        }
        let first_key = self.key.is_some() && !current.has_key;
        let key = match self.key.transpose().map_err(RestError::KeyMalformed)? {
            Some(key) => Some(self.verification.pass(app, key).await?),
            None => None,
        };
        let switched_on_by_key = (first_key && current.id == ConnectionId::Global).then_some(true);
        Ok(Change {
            key,
            account_label: self.account_label,
            active: self.active.or(switched_on_by_key),
        })
    }
}

/// The label without what nobody sees around it; `None` takes the label away.
pub(super) fn check_label(label: &str) -> Result<Option<String>, RestError> {
    let label = label.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter));
    if label.chars().count() > MAX_LABEL_CHARS {
        Err(RestError::InvalidField(
            "accountLabel",
            "An account label has at most 60 characters.",
        ))
    } else if label.chars().any(char::is_control) {
        Err(RestError::InvalidField(
            "accountLabel",
            "An account label has no line breaks or control characters.",
        ))
    } else {
        Ok((!label.is_empty()).then(|| label.to_owned()))
    }
}

pub(super) async fn delete_key(
    State(app): State<App>,
    Manager(user): Manager,
    id: ConnectionId,
    if_match: IfMatch,
) -> Result<Response, RestError> {
    app.store
        .transact(move |tx| {
            let current = load(tx, id)?;
            if_match.check(&current)?;
            if !current.has_key {
                return Ok(current);
            }
            connections::remove_key(tx, id, user)?;
            load(tx, id)
        })
        .await
        .inspect(|_| log::changed(user, &format!("has removed the key of the connection {id}")))
        .map(with_etag)
}

pub(super) async fn delete(
    State(app): State<App>,
    Manager(user): Manager,
    id: ConnectionId,
    if_match: IfMatch,
) -> Result<StatusCode, RestError> {
    if id == ConnectionId::Global {
        return Err(RestError::GlobalStays);
    }
    app.store
        .transact(move |tx| {
            if_match.check(&load(tx, id)?)?;
            connections::delete(tx, id).map_err(RestError::from)
        })
        .await?;
    log::changed(user, &format!("has deleted the connection {id}"));
    Ok(StatusCode::NO_CONTENT)
}

/// The connection, or the contract's 404.
pub(super) fn load(tx: &Transaction<'_>, id: ConnectionId) -> Result<Connection, RestError> {
    connections::get(tx, id)?.ok_or(RestError::ConnectionNotFound)
}

fn with_etag(connection: Connection) -> Response {
    ([(header::ETAG, connection.etag())], Json(connection)).into_response()
}

/// Unicode's `Default_Ignorable_Code_Point`, and the empty Braille pattern.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

    use super::check_label;

    #[test]
    fn a_label_of_invisible_characters_is_none() {
        for (sent, stored) in [
            ("\u{200b}", None),
            (" \u{feff}\u{2800}", None),
            ("\u{200b}ACME EU\u{feff} ", Some("ACME EU")),
            ("👩\u{200d}💻", Some("👩\u{200d}💻")),
        ] {
            let label = check_label(sent).unwrap();
            assert_eq!(label.as_deref(), stored, "{sent:?}");
        }
    }
}
