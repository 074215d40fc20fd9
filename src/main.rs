//! Mounts the page; everything else lives in the library, where tests can reach it.

use testio_connection::app::{App, mount_point};

fn main() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    if let Some(place) = mount_point() {
        // Takes the loading text's place.
        place.replace_children_with_node_0();
        leptos::mount::mount_to(place, App).forget();
    }
}
