//! The bodies that are sent. Written natively by `serde_json` and in the browser by its own JSON.

use std::{cell::RefCell, rc::Rc};

use testio_connection::{
    api::{NoAnswer, client::Client, connections, json::to_json, request::Cancel},
    domain::{
        api_key::ApiKey,
        draft::{Change, Reach, Verify},
        ids::{ConnectionId, ProjectId},
        new_connection::{FirstKey, NewConnection},
    },
};

/// What is sent has the contract's names, and nothing for what is absent.
pub async fn bodies() {
    let sent = Rc::new(RefCell::new(Vec::new()));
    let client = Client::new({
        let sent = sent.clone();
        move |request| {
            let body = request.body.as_ref().map(|body| to_json(body).unwrap());
            sent.borrow_mut()
                .push(body.map_or(String::new(), |body| ToString::to_string(&body)));
            Box::pin(async { Err(NoAnswer::Offline) })
        }
    });
    let (id, cancel) = (ConnectionId::global(), Cancel::default());
    let key = ApiKey::parse("\"quoted\\key").unwrap();
    let change = Change {
        api_key: Some(key.clone()),
        account_label: Some("متجر 🚀".into()),
        active: Some(true),
        verify: Verify::Skip,
        reach: Reach::SameKey(89),
    };
    let new = NewConnection::without_key(ProjectId::new("10017"));
    let with_key = NewConnection {
        key: FirstKey::Typed(key.clone()),
        account_label: Some("ACME".into()),
        verify: Verify::Skip,
        ..new.clone()
    };
    let with_other_key = NewConnection {
        key: FirstKey::Of(ConnectionId::new("42")),
        ..new.clone()
    };
    for new in [new, with_key, with_other_key] {
        let _ = connections::create(&client, &new).await;
    }
    let _ = connections::update(&client, &id, 7, &change, &cancel).await;
    let _ = connections::update(&client, &id, 7, &Change::default(), &cancel).await;
    let _ = connections::test(&client, &id, Some(&key), &cancel).await;
    let _ = connections::test(&client, &id, None, &cancel).await;
    let _ = connections::delete(&client, &id, 7, &cancel).await;
    let key = r#""apiKey":"\"quoted\\key""#;
    let expected = [
        r#"{"projectId":"10017"}"#.to_owned(),
        format!(r#"{{"projectId":"10017",{key},"accountLabel":"ACME","verify":false}}"#),
        r#"{"projectId":"10017","keyOf":"42"}"#.to_owned(),
        format!(
            r#"{{{key},"accountLabel":"متجر 🚀","active":true,"verify":false,"everywhere":true,"sameKey":89}}"#
        ),
        "{}".to_owned(),
        format!("{{{key}}}"),
        "{}".to_owned(),
        String::new(),
    ];
    assert_eq!(*sent.borrow(), expected);
}
