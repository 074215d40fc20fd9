//! Paths with what people typed in them.

/// A path that asks for a page, with the search words if there are any.
pub fn page_query(path: &str, query: &str, start_at: usize, max_results: usize) -> String {
    let query = query.trim();
    let mut text = [
        path,
        "?startAt=",
        &start_at.to_string(),
        "&maxResults=",
        &max_results.to_string(),
    ]
    .concat();
    if !query.is_empty() {
        text.push_str("&query=");
        text.push_str(&escape(query));
    }
    text
}

/// Percent-encodes everything but RFC 3986's unreserved characters, so that no text can change a URL's structure.
pub fn escape(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(byte.into());
        } else {
            escaped.push('%');
            escaped.push(HEX[usize::from(byte >> 4)].into());
            escaped.push(HEX[usize::from(byte & 15)].into());
        }
    }
    escaped
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{escape, page_query};

    #[test]
    fn typed_text_can_not_change_the_structure_of_a_url() {
        assert_eq!(escape("a b&c=d/../?#%"), "a%20b%26c%3Dd%2F..%2F%3F%23%25");
        assert_eq!(escape("Ü🚀"), "%C3%9C%F0%9F%9A%80");
    }

    #[test]
    fn a_blank_query_is_left_out() {
        assert_eq!(
            page_query("/projects", "  ", 0, 50),
            "/projects?startAt=0&maxResults=50"
        );
        assert_eq!(
            page_query("/projects", " web ", 50, 50),
            "/projects?startAt=50&maxResults=50&query=web"
        );
    }
}
