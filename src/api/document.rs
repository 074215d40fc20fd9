//! The page's own document, as the server has it now.

use gloo_net::http::RequestBuilder;
use web_sys::{RequestCache, RequestCredentials, RequestRedirect};

/// What every version of the document has.
const MOUNT_POINT: &str = "id=\"testio-connection\"";

/// Whether the document at `url` starts another module than `module` by now, because the plugin was updated. It is not
/// if there is no telling: without an answer, or with another one than the document, such as a login page.
pub async fn is_replaced(url: &str, module: &str) -> bool {
    let request = RequestBuilder::new(url)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::SameOrigin)
        .redirect(RequestRedirect::Manual);
    let Ok(response) = request.send().await else {
        return false;
    };
    let document = response.text().await.unwrap_or_default();
    document.contains(MOUNT_POINT) && !document.contains(module)
}
