//! The bodies that are sent. What is absent is left out of them.

use serde::{Serialize, Serializer};

use crate::domain::{
    api_key::ApiKey,
    draft::{Change, Reach, Verify},
    new_connection::{FirstKey, NewConnection},
};

/// A body. The key is kept as an [`ApiKey`], so it is wiped with the request.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Body {
    /// Adds a connection.
    Create(CreateConnection),
    /// Changes a connection.
    Update(UpdateConnection),
    /// Tests a connection.
    Test(TestConnection),
    /// Changes a job.
    Job(UpdateJob),
    /// Clears all data.
    Clear(ClearData),
}

impl Body {
    /// The key that is sent, if one is.
    pub fn key(&self) -> Option<&str> {
        let key = match self {
            Self::Create(create) => create.api_key.as_ref(),
            Self::Update(update) => update.api_key.as_ref(),
            Self::Test(test) => test.api_key.as_ref(),
            Self::Job(_) | Self::Clear(_) => None,
        };
        key.map(ApiKey::expose)
    }
}

/// `CreateConnection`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateConnection {
    project_id: String,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain")]
    api_key: Option<ApiKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verify: Option<bool>,
}

/// `UpdateConnection`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateConnection {
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain")]
    api_key: Option<ApiKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verify: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    everywhere: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_key: Option<u32>,
}

/// `TestConnection`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TestConnection {
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain")]
    api_key: Option<ApiKey>,
}

/// `UpdateJob`.
#[derive(Serialize)]
pub struct UpdateJob {
    /// Whether administrators are notified when it fails.
    pub notify: bool,
}

/// `ClearData`.
#[derive(Serialize)]
pub struct ClearData {
    confirm: &'static str,
}

impl ClearData {
    /// Says what the server wants to hear before it clears everything.
    pub fn confirmed() -> Self {
        Self { confirm: "CLEAR" }
    }
}

impl From<&NewConnection> for CreateConnection {
    fn from(new: &NewConnection) -> Self {
        let (api_key, key_of) = match &new.key {
            FirstKey::None => (None, None),
            FirstKey::Typed(key) => (Some(key.clone()), None),
            FirstKey::Of(other) => (None, Some(other.as_str().to_owned())),
        };
        Self {
            project_id: new.project.as_str().to_owned(),
            api_key,
            key_of,
            account_label: new.account_label.clone(),
            verify: (new.verify == Verify::Skip).then_some(false),
        }
    }
}

impl From<&Change> for UpdateConnection {
    fn from(change: &Change) -> Self {
        let same_key = match change.reach {
            Reach::This => None,
            Reach::SameKey(others) => Some(others),
        };
        Self {
            api_key: change.api_key.clone(),
            account_label: change.account_label.clone(),
            active: change.active,
            verify: (change.verify == Verify::Skip).then_some(false),
            everywhere: same_key.map(|_| true),
            same_key,
        }
    }
}

impl From<Option<&ApiKey>> for TestConnection {
    fn from(key: Option<&ApiKey>) -> Self {
        Self {
            api_key: key.cloned(),
        }
    }
}

/// Writes the plain key. The type itself writes nothing, so that it gets nowhere by accident.
fn plain<S: Serializer>(key: &Option<ApiKey>, serializer: S) -> Result<S::Ok, S::Error> {
    key.as_ref().map(ApiKey::expose).serialize(serializer)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test states what must hold")]

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{Body, CreateConnection, TestConnection, UpdateConnection};
    use crate::{
        api::json::{from_json, to_json},
        domain::{
            api_key::ApiKey,
            draft::{Change, Reach, Verify},
            ids::{ConnectionId, ProjectId},
            new_connection::{FirstKey, NewConnection},
        },
    };

    fn written(body: Body) -> String {
        to_json(&body).unwrap()
    }

    #[test]
    fn what_is_not_there_is_not_written() {
        let change = Change {
            account_label: Some(String::new()),
            active: Some(true),
            ..Change::default()
        };
        let update = UpdateConnection::from(&change);
        assert_eq!(
            written(Body::Update(update)),
            r#"{"accountLabel":"","active":true}"#
        );
        assert_eq!(written(Body::Test(TestConnection::from(None))), "{}");
    }

    // What an answer quotes of the key is blacked out by that.
    #[test]
    fn a_body_knows_the_key_in_it() {
        let key = ApiKey::parse("5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f").unwrap();
        let test = Body::Test(TestConnection::from(Some(&key)));
        assert_eq!(test.key(), Some(key.expose()));
        assert_eq!(Body::Test(TestConnection::from(None)).key(), None);
    }

    #[test]
    fn a_body_says_all_that_there_is_by_the_contracts_names() {
        let key = ApiKey::parse("5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f").unwrap();
        let test = TestConnection::from(Some(&key));
        let change = Change {
            api_key: Some(key.clone()),
            account_label: Some("ACME".into()),
            active: Some(false),
            verify: Verify::Skip,
            reach: Reach::SameKey(89),
        };
        let update = UpdateConnection::from(&change);
        let plain = key.expose();
        let create = |key, account_label, verify| {
            let project = ProjectId::new("10017");
            Body::Create(CreateConnection::from(&NewConnection {
                project,
                key,
                account_label,
                verify,
            }))
        };
        for (body, says) in [
            (
                create(FirstKey::None, None, Verify::First),
                json!({"projectId": "10017"}),
            ),
            (
                create(
                    FirstKey::Typed(key.clone()),
                    Some("ACME".to_owned()),
                    Verify::Skip,
                ),
                json!({"projectId": "10017", "apiKey": plain, "accountLabel": "ACME", "verify": false}),
            ),
            (
                create(FirstKey::Of(ConnectionId::new("42")), None, Verify::First),
                json!({"projectId": "10017", "keyOf": "42"}),
            ),
            (Body::Test(test), json!({"apiKey": plain})),
            (
                Body::Update(update),
                json!({"apiKey": plain, "accountLabel": "ACME", "active": false, "verify": false,
                    "everywhere": true, "sameKey": 89}),
            ),
        ] {
            assert_eq!(from_json::<Value>(&written(body)), Some(says));
        }
    }

    proptest! {
        #[test]
        fn any_text_survives_the_way(text in any::<String>()) {
            let change = Change { account_label: Some(text.clone()), ..Change::default() };
            let body = written(Body::Update(UpdateConnection::from(&change)));
            prop_assert_eq!(from_json::<Value>(&body), Some(json!({"accountLabel": text})));
        }
    }
}
