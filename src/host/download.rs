//! Files that the page makes and the browser saves.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Date, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Lets the browser save a table of `domain::csv` as a file, named by what it is of and by the day.
///
/// # Errors
/// The browser's, when it has no memory left for the file.
pub fn save_table(of: &str, text: &str) -> Result<(), JsValue> {
    save(&named(of, ".csv"), "text/csv;charset=utf-8", text)
}

/// Lets the browser save a text for people as a file, named by what it is of and by the day.
///
/// # Errors
/// The browser's, when it has no memory left for the file.
pub fn save_text(of: &str, text: &str) -> Result<(), JsValue> {
    save(&named(of, ".txt"), "text/plain;charset=utf-8", text)
}

fn named(of: &str, suffix: &str) -> String {
    let now = String::from(Date::new_0().to_iso_string());
    let day = now.split('T').next().unwrap_or_default();
    [of, "-", day, suffix].concat()
}

/// Lets the browser save a text as a file. Nothing is sent anywhere, and the page stays where it is.
///
/// # Errors
/// The browser's, when it has no memory left for the file.
fn save(file_name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &of_type(media_type))?;
    save_blob(file_name, &blob)
}

fn of_type(media_type: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    options
}

fn save_blob(file_name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", file_name)?;
    // A press on a link that is nowhere in the document saves the file all the same. The browser has taken hold of the
    // file when the press is over.
    link.click();
    Url::revoke_object_url(&url)
}

/// How much of a growing file is kept in the page's memory, in bytes. The rest is the browser's, which puts it on a disk
/// when it becomes too much.
const KEPT: u32 = 1 << 20;

/// A text file that grows piece by piece, and is never in memory as a whole.
#[derive(Default)]
pub struct GrowingFile {
    blobs: RefCell<Array>,
    pieces: RefCell<Array>,
    /// How much the pieces have, in bytes.
    size: Cell<u32>,
    /// The browser had no room for a piece.
    is_broken: Cell<bool>,
}

impl GrowingFile {
    /// Puts a piece at its end.
    pub fn add(&self, piece: &[u8]) {
        let piece = Uint8Array::from(piece);
        self.size.set(self.size.get().saturating_add(piece.length()));
        self.pieces.borrow().push(&piece);
        if self.size.get() >= KEPT {
            self.hand_over();
        }
    }

    /// Forgets all pieces.
    pub fn empty(&self) {
        self.blobs.take();
        self.pieces.take();
        self.size.set(0);
        self.is_broken.set(false);
    }

    /// Lets the browser save it under this name. Whether it could.
    pub fn save(&self, name: &str) -> bool {
        self.hand_over();
        let whole = Blob::new_with_blob_sequence_and_options(
            &self.blobs.borrow(),
            &of_type("text/plain;charset=utf-8"),
        );
        let saved = whole.and_then(|blob| save_blob(name, &blob));
        saved.is_ok() && !self.is_broken.get()
    }

    fn hand_over(&self) {
        match Blob::new_with_u8_array_sequence(&self.pieces.take()) {
            Ok(blob) => _ = self.blobs.borrow().push(&blob),
            Err(_) => self.is_broken.set(true),
        }
        self.size.set(0);
    }
}
