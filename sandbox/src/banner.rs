//! What the sandbox says when it has started.

use std::fmt::Write;

use crate::model::User;
use crate::test_io::accounts::{ACCOUNTS, REVOKED_KEY};
use crate::{Running, TestIoAt};

/// The address, the logins, and the demo keys.
#[must_use]
pub fn text(running: &Running) -> String {
    let url = running.url();
    let mut text =
        String::from("Sandbox: not a real Jira. For development only; it listens on this machine alone.\n\n");
    line(
        &mut text,
        "Connection page",
        &format!("{url}/plugins/servlet/testio/connection"),
    );
    line(&mut text, "Faults and data", &format!("{url}/sandbox"));
    for user in User::ALL {
        let (name, right) = (user.name.0, user.right.describe());
        line(
            &mut text,
            "Login",
            &format!("{name} / {name}  ({}, {right})", user.display_name),
        );
    }
    match running.test_io() {
        TestIoAt::BuiltIn(address) => {
            line(
                &mut text,
                "Test IO",
                &format!("built in, at {address}; API keys:"),
            );
            for account in ACCOUNTS {
                line(&mut text, &format!("  {}", account.name), account.key);
            }
            line(&mut text, "  revoked", REVOKED_KEY);
        }
        TestIoAt::Elsewhere(address) => line(&mut text, "Test IO", address.as_str()),
    }
    text.push('\n');
    text
}

fn line(text: &mut String, what: &str, value: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{what:<16}{value}");
}
