//! The right column: the open connection, or why it can't be shown.

use super::{
    copy_details::copy_details,
    detail::detail,
    jira_page::jira_page,
    services::{Column, FocusWish, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        dom::focus_around,
        icon::IconName,
        progress::{skeleton, spinner},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{failure::Failure, ids::ConnectionId},
    i18n::{use_i18n, words},
    state::load::Load,
    view::{Child as _, El, View, dynamic, fragment, tags::div},
};

/// The open connection.
pub fn pane() -> View {
    let i18n = use_i18n();
    let services = use_services();
    let content = dynamic(move || match services.opening.state.get() {
        (_, Load::Loading) => waiting().into(),
        (_, Load::Failed(Failure::ConnectionGone)) => gone().into(),
        (id, Load::Failed(failure)) => not_loaded(id, &failure).into(),
        (id, Load::Ready(())) => services.opening.shown(&id).map_or_else(View::empty, detail),
    });
    let back = Button::new(i18n.list.back)
        .appearance(Appearance::Link)
        .icon(IconName::ArrowLeft)
        .on_click(move |()| services.column.set(Column::List));
    fragment([div().class("tio-back").child(back).into(), content])
}

fn waiting() -> El {
    div()
        .class("tio-detail")
        .child(spinner(use_i18n().loading))
        .child(skeleton(6))
}

fn not_loaded(id: ConnectionId, failure: &Failure) -> El {
    let i18n = use_i18n();
    let services = use_services();
    let retry = Button::new(i18n.retry).on_click(move |()| {
        focus_around();
        services.focus.set(FocusWish::Heading);
        services.opening.retry(id.clone());
    });
    div().class("tio-detail").attr("role", "alert").child(
        SectionMessage::new(Tone::Danger, i18n.failure.not_loaded)
            .body(words::failure(i18n, failure))
            .actions(fragment([
                jira_page(failure.remedy()).into_view(),
                retry.into_view(),
                copy_details(i18n.failure.not_loaded, failure),
            ])),
    )
}

/// The connection was deleted, here or by somebody else, or the link to it is out of date.
pub fn gone() -> El {
    let i18n = use_i18n();
    let services = use_services();
    let to_global = Button::new(i18n.detail.gone_action)
        .on_click(move |()| services.open(ConnectionId::global(), FocusWish::Heading));
    div().class("tio-detail").attr("role", "alert").child(
        SectionMessage::new(Tone::Warning, i18n.detail.gone_title)
            .body(i18n.detail.gone_text)
            .actions(to_global),
    )
}
