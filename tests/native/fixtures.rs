//! The fixtures, decoded by `serde_json`, and the bodies that it writes.

use futures::executor::block_on;

use super::{decoding, sending};

macro_rules! decodes {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() { block_on(decoding::$name()); })*
    };
}

decoding::for_each_fixture!(decodes);

#[test]
fn sent_bodies() {
    block_on(sending::bodies());
}
