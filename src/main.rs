//! Mounts the page; everything else lives in the library, where tests can reach it.

use std::panic::{self, PanicHookInfo};

use leptos::logging::error;
#[cfg(not(rules_alone))]
use leptos::mount::mount_to;
#[cfg(not(rules_alone))]
use testio_connection::app::{App, mount_point};

fn main() {
    panic::set_hook(Box::new(report));
    #[cfg(not(rules_alone))]
    if let Some(place) = mount_point() {
        // The loading text has done its work.
        place.replace_children_with_node_0();
        mount_to(place, App).forget();
    }
}

/// Says on the console that the page has broken down, and where. What a panic says may hold what a person typed, so that
/// only builds for development repeat it.
fn report(panic: &PanicHookInfo<'_>) {
    if cfg!(debug_assertions) {
        error!("{panic}");
    } else if let Some(place) = panic.location() {
        error!("panicked at {place}");
    }
}
