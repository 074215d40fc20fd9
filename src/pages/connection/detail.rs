//! The open connection: what it is, its form, and what it gives access to.

use leptos::{html, prelude::*};

use super::{
    form::Form,
    global_switch::GlobalSwitch,
    menu::ConnectionMenu,
    open::Open,
    outcome::OutcomeMessages,
    pane::Gone,
    products::Products,
    removal::Removal,
    services::{FocusWish, use_services},
    status::StatusLozenge,
};
use crate::{
    components::{
        built::Build as _,
        dom::focused_element,
        dynamic::{dynamic, effect},
        flags::Flags,
        tone::Tone,
    },
    domain::{
        connection::{Connection, Versioned},
        ids::ConnectionId,
    },
    i18n::{use_i18n, words},
    state::editor::Editor,
};

/// The open connection with everything that can be done to it.
#[component]
pub fn Detail(
    /// What is known of it already.
    shown: Versioned,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let flags = Flags::expect();
    let name = words::name(i18n, &shown.connection);
    let is_global = shown.connection.id.is_global();
    let has_tag = shown.etag.is_some();
    let on_deleted = Callback::new({
        let name = name.clone();
        move |()| {
            flags.show(Tone::Success, i18n.removal.deleted.with(&name), None);
            services.navigation.unsaved.set(false);
            services.open(ConnectionId::global(), FocusWish::Heading);
        }
    });
    let open = Open::new(Editor::new(services.store, shown, on_deleted));
    if !has_tag {
        open.refresh();
    }
    effect(move || {
        // What a flag said of the last step is over with the next one.
        if open.busy.get().is_some() {
            flags.clear();
        }
    });
    effect(move || services.navigation.unsaved.set(open.is_dirty()));
    on_cleanup(move || services.navigation.unsaved.set(false));

    let asking = RwSignal::new(None);
    let heading = NodeRef::<html::H2>::new();
    effect(move || {
        if let (Some(heading), FocusWish::Heading) = (heading.get(), services.focus.get_untracked()) {
            services.focus.set(FocusWish::None);
            // A heading that was just mounted can take the focus.
            let _ = heading.focus();
        }
    });
    keep_focus(open, heading);
    let connection = Signal::derive(move || open.stored.with(|stored| stored.connection.clone()));
    dynamic(move || {
        if open.gone.get() {
            return view! { <Gone /> }.built();
        }
        let title = title(&name, &connection.get_untracked());
        let label = title.clone();
        view! {
            <article class="tio-detail" aria-label=label>
                <header class="tio-detail__header">
                    <h2 tabindex="-1" node_ref=heading>
                        <bdi>{title}</bdi>
                    </h2>
                    <StatusLozenge connection=connection />
                    <ConnectionMenu open=open name=name.clone() asking=asking />
                </header>
                <p class="tio-detail__purpose">
                    {if is_global { i18n.global.purpose } else { i18n.detail.own_account }}
                </p>
                <p class="tio-detail__advice">
                    {Signal::derive(move || connection.with(|connection| words::status(i18n, connection).advice))}
                </p>
                {is_global.then(|| view! { <GlobalSwitch open=open /> })}
                <Form open=open />
                <OutcomeMessages open=open />
                <Products connection=connection />
                <Removal open=open name=name.clone() asking=asking />
            </article>
        }
        .built()
    })
}

/// Brings the focus back to the heading when the control that had it is gone, as after a save from the key field.
fn keep_focus(open: Open, heading: NodeRef<html::H2>) {
    Effect::new(move |ran: Option<()>| {
        open.busy.track();
        open.outcome.track();
        open.key.track();
        if ran.is_none() {
            // Opening a page or a row moves no focus.
            return;
        }
        request_animation_frame(move || {
            if let (None, Some(heading)) = (focused_element(), heading.try_get_untracked().flatten()) {
                // A mounted heading can take the focus.
                let _ = heading.focus();
            }
        });
    });
}

fn title(name: &str, connection: &Connection) -> String {
    match connection.project() {
        Some(project) => [name, " (", project.key.as_str(), ")"].concat(),
        None => name.to_owned(),
    }
}
