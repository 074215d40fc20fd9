//! What is quoted of a server's words.

use super::{classify, tests::json};
use crate::domain::failure::{Answer, Failure};

#[test]
fn a_part_of_the_key_that_was_sent_is_not_quoted() {
    let key = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";
    let quoted = r#""Unexpected end-of-input: {\"apiKey\":\"5e1f0a7c9b3d42e8\"[truncated 24 chars]""#;
    let message = Some(r#"Unexpected end-of-input: {"apiKey":"…"[truncated 24 chars]"#.to_owned());
    for body in [
        format!(r#"{{"errorMessages":[{quoted}]}}"#),
        format!(r#"{{"message":{quoted},"code":"BAD_REQUEST"}}"#),
        format!(r#"{{"errors":{{"projectId":{quoted}}}}}"#),
    ] {
        let answer = Answer {
            status: 400,
            message: message.clone(),
            request: None,
        };
        assert_eq!(
            classify(&json(400, &body), key),
            Failure::Refused(answer),
            "{body}"
        );
    }
    let label = format!(r#"{{"errors":{{"accountLabel":{quoted}}}}}"#);
    let Some(message) = message else { unreachable!() };
    assert_eq!(classify(&json(422, &label), key), Failure::LabelRefused(message));
}

#[test]
fn a_server_that_quotes_the_key_is_not_quoted() {
    let key = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";
    let quoted = format!(r#""Unexpected character in {{\"apiKey\":\"{key}\"}}""#);
    let message = "Unexpected character in {\"apiKey\":\"…\"}".to_owned();
    for body in [
        format!(r#"{{"errorMessages":[{quoted}]}}"#),
        format!(r#"{{"message":{quoted}}}"#),
    ] {
        let status = 500;
        let failure = Failure::Server(Answer {
            status,
            message: Some(message.clone()),
            request: None,
        });
        assert_eq!(classify(&json(status, &body), ""), failure, "{body}");
    }
    let label = format!(r#"{{"errors":{{"accountLabel":{quoted}}}}}"#);
    assert_eq!(classify(&json(400, &label), ""), Failure::LabelRefused(message));
}

#[test]
fn long_words_and_ids_of_a_server_message_stay() {
    let text = "java.lang.IndexOutOfBoundsException in request 1f0a7c9b-3d42-e8a6";
    let body = format!(r#"{{"errorMessages":["{text}"]}}"#);
    let message = Some(text.to_owned());
    assert_eq!(
        classify(&json(503, &body), ""),
        Failure::Server(Answer {
            status: 503,
            message,
            request: None,
        })
    );
}

// What may be secrets becomes short before the message is cut off, so that more of it is shown.
#[test]
fn words_behind_many_secrets_are_shown() {
    let secrets = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f ".repeat(7);
    let body = format!(r#"{{"errorMessages":["{secrets}are wrong"]}}"#);
    assert_eq!(
        classify(&json(500, &body), ""),
        Failure::Server(Answer {
            status: 500,
            message: Some(format!("{}are wrong", "… ".repeat(7))),
            request: None,
        })
    );
}
