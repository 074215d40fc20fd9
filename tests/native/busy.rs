//! Jira asks to wait, and does not say how long in a way that makes sense.

use testio_connection::{api::request::Cancel, domain::barrier::Barrier};

use super::{
    gate::{busy, read},
    server::{Server, runtime},
};

/// It used to ask again every second, for as long as the page was open.
#[test]
fn a_wait_of_unknown_length_grows_with_each_attempt_in_vain() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    read(&client, &Cancel::default());
    for (wait, seconds) in [("0", 10), ("-1", 20), ("1.5", 40), ("7", 7), ("0", 160)] {
        server.next().raw(busy(wait));
        assert_eq!(client.gate().barrier(), Some(Barrier::Busy(seconds)), "{wait}");
        client.gate().send_again();
    }
}
