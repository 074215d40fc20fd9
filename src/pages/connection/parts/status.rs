//! A connection's state as a lozenge, and since when it is in it.

use leptos::prelude::*;

use crate::{
    components::{icon::IconName, lozenge::Lozenge, tone::Tone},
    domain::{connection::Connection, status::Status},
    i18n::{use_i18n, words},
    pages::shared::time::{Time, Told},
};

/// The state of a connection: icon, words and colour.
#[component]
pub fn StatusLozenge(
    /// The connection.
    #[prop(into)]
    connection: Signal<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let look = Memo::new(move |_| connection.with(|connection| look(connection.status)));
    let text =
        Signal::derive(move || connection.with(|connection| words::status(i18n, connection).word.to_owned()));
    move || {
        let (tone, icon) = look.get();
        view! { <Lozenge tone icon text /> }
    }
}

/// For how long the connection has been in its state. Nothing where that is not known.
#[component]
pub fn StatusSince(
    /// The connection.
    #[prop(into)]
    connection: Signal<Connection>,
) -> impl IntoView {
    let since = Memo::new(move |_| connection.with(|connection| connection.status_since.clone()));
    move || {
        let time = since.get()?;
        Some(view! {
            <span class="tio-hint">
                <Time time told=Told::Since />
            </span>
        })
    }
}

/// How a state looks. The icon differs wherever the colour does, so that neither is needed to tell states apart.
pub fn look(status: Status) -> (Tone, IconName) {
    match status {
        Status::Connected => (Tone::Success, IconName::CheckCircle),
        Status::Inactive => (Tone::Neutral, IconName::Pause),
        Status::KeyMissing => (Tone::Warning, IconName::Key),
        Status::Unverified => (Tone::Info, IconName::Question),
        Status::KeyRejected => (Tone::Danger, IconName::Error),
        Status::Unreachable => (Tone::Warning, IconName::Warning),
        Status::ProjectUnavailable => (Tone::Danger, IconName::Warning),
        Status::Unknown => (Tone::Neutral, IconName::Question),
    }
}
