//! Reads a body piece by piece, so that none of it but the piece at hand is in memory.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::request::Sink;

/// Hands a response's body to a sink, and calls `on_piece` for each piece. Nothing if the body broke off.
pub(super) async fn pour(response: &Response, sink: &dyn Sink, on_piece: impl Fn()) -> Option<()> {
    sink.begin();
    let reader: ReadableStreamDefaultReader = response.body()?.get_reader().unchecked_into();
    loop {
        let read = JsFuture::from(reader.read()).await.ok()?;
        if property(&read, "done")?.is_truthy() {
            return Some(());
        }
        on_piece();
        let piece: Uint8Array = property(&read, "value")?.dyn_into().ok()?;
        sink.take(&piece.to_vec());
    }
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
