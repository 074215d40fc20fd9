//! What the browser remembers of this page for the person: whether a panel is folded, and nothing else.

use web_sys::Storage;

/// What was kept under a name, if anything was.
pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a word under a name. A browser that keeps nothing forgets it.
pub fn keep(name: &str, word: &str) {
    if let Some(storage) = storage() {
        // It may be full.
        let _ = storage.set_item(name, word);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
