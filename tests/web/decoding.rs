//! The fixtures, decoded by the browser's JSON, and the bodies that it writes.

use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../shared/decoding.rs"]
mod shared;

#[path = "../shared/tools_decoding.rs"]
mod tools;

#[path = "../shared/sending.rs"]
mod sending;

macro_rules! decodes {
    ($($name:ident),* $(,)?) => {
        $(#[wasm_bindgen_test] async fn $name() { shared::$name().await; })*
    };
}

shared::for_each_fixture!(decodes);

macro_rules! decodes_tools {
    ($($name:ident),* $(,)?) => {
        $(#[wasm_bindgen_test] async fn $name() { tools::$name().await; })*
    };
}

tools::for_each_tool!(decodes_tools);

#[wasm_bindgen_test]
async fn sent_bodies() {
    sending::bodies().await;
}
