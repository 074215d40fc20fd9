//! The open connection: what it is, its form, and what it gives access to.

use leptos::prelude::{on_cleanup, request_animation_frame};
use web_sys::HtmlElement;

use super::{
    form::form,
    global_switch::global_switch,
    help::{first_steps, is_first_run, panels},
    menu::connection_menu,
    open::Open,
    outcome::outcome_messages,
    pane::gone,
    products::products,
    removal::removal,
    services::{FocusWish, use_services},
    status::status_lozenge,
};
use crate::{
    components::{dom::focused_element, flags::Flags, tone::Tone},
    domain::{
        connection::{Connection, Versioned},
        ids::ConnectionId,
    },
    i18n::{use_i18n, words},
    reactive::{Callback, RwSignal, Signal, effect, memo, watch},
    state::editor::Editor,
    view::{
        NodeRef, View, dynamic,
        tags::{article, bdi, h2, header, p},
        when,
    },
};

/// The open connection with everything that can be done to it.
///
/// `shown` is what is known of it already.
pub fn detail(shown: Versioned) -> View {
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
        open.editor.refresh();
    }
    watch(services.returned.into(), move |()| open.editor.refresh());
    effect(move || {
        // What a flag said of the last step is over with the next one.
        if open.editor.busy.get().is_some() {
            flags.clear();
        }
    });
    effect(move || {
        services
            .navigation
            .unsaved
            .set(open.editor.is_dirty() && !open.editor.gone.get())
    });
    on_cleanup(move || services.navigation.unsaved.set(false));

    let asking = RwSignal::new(None);
    let heading = NodeRef::<HtmlElement>::new();
    effect(move || {
        if let (Some(heading), FocusWish::Heading) = (heading.get(), services.focus.get_untracked()) {
            services.focus.set(FocusWish::None);
            // A heading that was just mounted can take the focus.
            let _ = heading.focus();
        }
    });
    keep_focus(open, heading);
    let connection = Signal::derive(move || open.editor.stored.with(|stored| stored.connection.clone()));
    let advice = Signal::derive(move || connection.with(|connection| words::status(i18n, connection).advice));
    let first_run = memo(move || is_first_run(services));
    let purpose = if is_global {
        i18n.global.purpose
    } else {
        i18n.detail.own_account
    };
    dynamic(move || {
        if open.editor.gone.get() {
            return gone();
        }
        let title = title(&name, &connection.get_untracked());
        article()
            .class("tio-detail")
            .attr("aria-label", title.clone())
            .child(
                header()
                    .class("tio-detail__header")
                    .child(
                        h2().attr("tabindex", "-1")
                            .node_ref(heading)
                            .child(bdi().child(title)),
                    )
                    .child(status_lozenge(connection))
                    .child(connection_menu(open, &name, asking)),
            )
            .child(p().class("tio-detail__purpose").child(purpose))
            .child(p().class("tio-detail__advice").child(advice))
            .child(is_global.then(|| when(first_run, first_steps)))
            .child(is_global.then(|| global_switch(open)))
            .child(form(open))
            .child(outcome_messages(open, asking))
            .child(products(connection))
            .child(panels())
            .child(removal(open, &name, asking))
    })
}

/// Brings the focus back to the heading when the control that had it is gone, as after a save from the key field.
fn keep_focus(open: Open, heading: NodeRef<HtmlElement>) {
    let step = Signal::derive(move || {
        open.editor.busy.track();
        open.editor.outcome.track();
        open.editor.key.track();
    });
    watch(step, move |()| {
        request_animation_frame(move || {
            if let (None, Some(heading)) = (focused_element(), heading.get_untracked()) {
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
