//! The Maintenance page: for now, where to find what an administrator looks for here.

use crate::{
    host::context::Host,
    i18n::use_i18n,
    view::{
        View,
        tags::{a, h1, h2, main, p},
    },
};

/// The page. It asks the server for nothing.
pub fn maintenance_page(host: &Host) -> View {
    let texts = use_i18n().maintenance;
    main()
        .class("tio-maintenance")
        .child(h1().child(texts.title))
        .child(h2().child(texts.test_title))
        .child(p().child(texts.test_text))
        .child(
            p().child(
                a().class("tio-link")
                    .attr("href", host.connection_url.clone())
                    .attr("target", "_top")
                    .child(texts.open_connection),
            ),
        )
        .into()
}
