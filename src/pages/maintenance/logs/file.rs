//! The file that a download becomes.

use std::rc::Rc;

use crate::{host::download::GrowingFile, state::maintenance::log_download::LogFile};

struct BrowserFile(GrowingFile);

impl LogFile for BrowserFile {
    fn add(&self, piece: &[u8]) {
        self.0.add(piece);
    }

    fn empty(&self) {
        self.0.empty();
    }

    fn save(&self, name: &str) -> bool {
        self.0.save(name)
    }
}

/// An empty file in the browser.
pub fn empty_file() -> Rc<dyn LogFile> {
    Rc::new(BrowserFile(GrowingFile::default()))
}
