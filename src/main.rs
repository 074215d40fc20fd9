//! Mounts the page; everything else lives in the library, where tests can reach it.

use testio_connection::app::{App, mount_point};

fn main() {
    if let Some(place) = mount_point() {
        place.replace_children_with_node_0();
        leptos::mount::mount_to(place, App).forget();
    }
}
