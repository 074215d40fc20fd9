//! The bodies that are sent. What is absent is left out of them.

use serde::{Serialize, Serializer};

use crate::domain::{
    api_key::ApiKey,
    draft::{Change, Verify},
    ids::ProjectId,
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
}

impl Body {
    /// The key that is sent, if one is.
    pub fn key(&self) -> Option<&str> {
        let key = match self {
            Self::Create(_) => None,
            Self::Update(update) => update.api_key.as_ref(),
            Self::Test(test) => test.api_key.as_ref(),
        };
        key.map(ApiKey::expose)
    }
}

/// `CreateConnection`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateConnection {
    project_id: String,
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
}

/// `TestConnection`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TestConnection {
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain")]
    api_key: Option<ApiKey>,
}

impl From<&ProjectId> for CreateConnection {
    fn from(project: &ProjectId) -> Self {
        Self {
            project_id: project.as_str().to_owned(),
        }
    }
}

impl From<&Change> for UpdateConnection {
    fn from(change: &Change) -> Self {
        Self {
            api_key: change.api_key.clone(),
            account_label: change.account_label.clone(),
            active: change.active,
            verify: (change.verify == Verify::Skip).then_some(false),
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

/// Writes the plain key. The domain knows nothing of the wire, so it is done here.
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
            draft::{Change, Verify},
            ids::ProjectId,
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

    #[test]
    fn a_body_says_all_that_there_is_by_the_contracts_names() {
        let key = ApiKey::parse("5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f").unwrap();
        let test = TestConnection::from(Some(&key));
        let change = Change {
            api_key: Some(key.clone()),
            account_label: Some("ACME".into()),
            active: Some(false),
            verify: Verify::Skip,
        };
        let update = UpdateConnection::from(&change);
        let create = CreateConnection::from(&ProjectId::new("10017"));
        let plain = key.expose();
        for (body, says) in [
            (Body::Create(create), json!({"projectId": "10017"})),
            (Body::Test(test), json!({"apiKey": plain})),
            (
                Body::Update(update),
                json!({"apiKey": plain, "accountLabel": "ACME", "active": false, "verify": false}),
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
