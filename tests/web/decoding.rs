//! The fixtures, decoded by the browser's JSON and `serde-wasm-bindgen`.

use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../shared/decoding.rs"]
mod shared;

macro_rules! decodes {
    ($($name:ident),* $(,)?) => {
        $(#[wasm_bindgen_test] async fn $name() { shared::$name().await; })*
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
