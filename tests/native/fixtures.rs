//! The fixtures, decoded by `serde_json`.

use futures::executor::block_on;

use super::decoding;

macro_rules! decodes {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() { block_on(decoding::$name()); })*
    };
}

decoding::for_each_fixture!(decodes);
