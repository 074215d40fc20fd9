//! Files that the page makes and the browser saves.

use js_sys::{Array, Date};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Lets the browser save a table of `domain::csv` as a file, named by what it is of and by the day.
///
/// # Errors
/// The browser's, when it has no memory left for the file.
pub fn save_table(of: &str, text: &str) -> Result<(), JsValue> {
    let now = String::from(Date::new_0().to_iso_string());
    let day = now.split('T').next().unwrap_or_default();
    save(&[of, "-", day, ".csv"].concat(), "text/csv;charset=utf-8", text)
}

/// Lets the browser save a text as a file. Nothing is sent anywhere, and the page stays where it is.
///
/// # Errors
/// The browser's, when it has no memory left for the file.
fn save(file_name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Ok(());
    };
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", file_name)?;
    // A press on a link that is nowhere in the document saves the file all the same. The browser has taken hold of the
    // file when the press is over.
    link.click();
    Url::revoke_object_url(&url)
}
