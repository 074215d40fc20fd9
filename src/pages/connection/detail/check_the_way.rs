//! From a connection that is out of reach to the checks of the way to Test IO.

use leptos::prelude::*;

use super::{super::services::use_services, open::Open};
use crate::{
    domain::{maintenance::tab::Tab, status::Status},
    i18n::use_i18n,
};

/// The way to what finds out why Test IO is out of reach, for those who may use it.
#[component]
pub fn CheckTheWay(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let is_wanted = Memo::new(move |_| {
        let is_out_of_reach = open
            .connection
            .with(|connection| connection.status == Status::Unreachable);
        is_out_of_reach && services.can_manage()
    });
    let href = services
        .host
        .with_value(|host| [host.maintenance_url.as_str(), Tab::Health.fragment()].concat());
    view! {
        <Show when=move || is_wanted.get()>
            " "
            <a class="tio-link" href=href.clone() target="_top">
                {i18n.status.check_the_way}
            </a>
        </Show>
    }
}
