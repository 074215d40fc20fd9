//! The fixtures, decoded by `serde_json`.

use futures::executor::block_on;

use super::decoding;

macro_rules! decodes {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() { block_on(decoding::$name()); })*
    };
}

decodes!(
    inactive_global,
    project_connection,
    connection_page,
    figures,
    project_page,
    effective_none,
    test_reports,
    connection_exists,
    wrong_shapes,
);
