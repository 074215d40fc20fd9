//! Mounts the page; everything else lives in the library, where tests can reach it.

use testio_connection::{
    app::{app, mount_point},
    view::mount_to,
};

fn main() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    if let Some(place) = mount_point() {
        // Takes the loading text's place.
        mount_to(place, app).forget();
    }
}
