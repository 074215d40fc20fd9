//! The fixtures, decoded by `serde_json`, and the bodies that it writes.

use futures::executor::block_on;

use super::{decoding, sending, tools_decoding};

macro_rules! decodes {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() { block_on(decoding::$name()); })*
    };
}

decoding::for_each_fixture!(decodes);

macro_rules! decodes_tools {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() { block_on(tools_decoding::$name()); })*
    };
}

tools_decoding::for_each_tool!(decodes_tools);

#[test]
fn sent_bodies() {
    block_on(sending::bodies());
}
