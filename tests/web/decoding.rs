//! The fixtures, decoded by the browser's JSON.

use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../shared/decoding.rs"]
mod shared;

macro_rules! decodes {
    ($($name:ident),* $(,)?) => {
        $(#[wasm_bindgen_test] async fn $name() { shared::$name().await; })*
    };
}

shared::for_each_fixture!(decodes);
