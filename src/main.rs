//! Mounts the page; everything else lives in the library, where tests can reach it.
fn main() {}
