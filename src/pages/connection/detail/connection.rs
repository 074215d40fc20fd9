//! The open connection: what it is, its form, and what it gives access to.

use leptos::{html, prelude::*};

use super::{
    super::{
        help::{Aside, SetUp},
        later::use_later_parts,
        parts::{
            status::{StatusLozenge, StatusSince},
            walk::{self, WalkOn},
        },
        services::{FocusTarget, Services, use_services},
    },
    Gone,
    check_the_way::CheckTheWay,
    focus::{begin_with_the_key, keep_focus, take_focus},
    form::ConnectionForm,
    global_switch::GlobalSwitch,
    last_check::LastCheck,
    menu::{ConnectionMenu, DeleteUnneeded},
    open::Open,
    outcome::{About, Messages},
    products::Products,
    read_view::ReadView,
    removal,
};
use crate::{
    components::{flags::Flags, subscription, tone::Tone},
    domain::{
        connection::Connection,
        own_account::{OwnAccount, own_account},
    },
    i18n::{I18n, use_i18n, words},
    pages::later::LaterDialog,
    state::{editor::Editor, load::Load},
};

/// The open connection with everything that can be done to it.
#[component]
pub fn ConnectionDetail(
    /// What is known of it already.
    shown: Connection,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let open = open(services, shown);
    // The questions come later than the page, and nobody can give them a prop (`../later.rs`).
    provide_context(open);
    let editor = open.editor;
    let unsaved = Memo::new(move |_| editor.is_dirty() && !editor.gone.get());
    services.navigation.guard(unsaved.into());
    replace_when_asked(open, services);
    let is_global = open.is_global();
    let set_up = Memo::new(move |_| SetUp::of(services, is_global));
    begin_with_the_key(open, set_up, services);
    let title = Memo::new(move |_| open.connection.with(|connection| title(i18n, connection)));
    let id = open.id();
    let is_unavailable = Memo::new(move |_| open.is_unavailable());
    let reads = reads(open, services);
    let purpose = move || {
        if is_global {
            i18n.global.purpose
        } else {
            purpose(i18n, services, open)
        }
    };
    let advice = move || {
        open.connection
            .with(|connection| words::status(i18n, connection).advice)
    };
    view! {
        <Show when=move || !open.editor.gone.get() fallback=|| view! { <Gone /> }>
            <article class="tio-detail" aria-label=title data-connection=id.as_str().to_owned()>
                <div class="tio-detail__main">
                    <Header open title reads />
                    // A project that is gone uses nothing.
                    <Show when=move || !is_unavailable.get()>
                        <p class="tio-detail__purpose">{purpose}</p>
                    </Show>
                    <p class="tio-detail__advice">
                        {advice}
                        <LastCheck connection=open.connection />
                        <CheckTheWay open />
                    </p>
                    <WalkOn connection=open.connection />
                    <Show when=move || is_unavailable.get() && !reads.get()>
                        <DeleteUnneeded open />
                    </Show>
                    <Show when=move || !reads.get() fallback=move || view! { <ReadOnly open /> }>
                        {is_global.then(|| view! { <GlobalSwitch open /> })}
                        <ConnectionForm open />
                    </Show>
                    <Messages open about=About::Changes />
                    <Products connection=open.connection />
                </div>
                // After the form, and beside it where there is room: what is to be done comes before how to do it.
                <Aside set_up />
                <LaterDialog
                    part=use_later_parts().removal
                    wanted=Memo::new(move |_| open.asking.with(Option::is_some))
                    title=move || open.asking.get().map(|about| removal::title(i18n, open, about)).unwrap_or_default()
                    on_close=move |()| open.asking.set(None)
                />
            </article>
        </Show>
    }
}

/// What is open, and how it is.
#[component]
fn Header(
    /// The open connection.
    open: Open,
    /// What it is called.
    title: Memo<String>,
    /// Whether it is there to be read alone.
    reads: Memo<bool>,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    take_focus(heading, open, use_services());
    keep_focus(open, heading);
    view! {
        <header class="tio-detail__header">
            <h2 tabindex="-1" node_ref=heading>
                <bdi>{title}</bdi>
            </h2>
            <StatusLozenge connection=open.connection />
            <StatusSince connection=open.connection />
            <Show when=move || !reads.get()>
                <ConnectionMenu open />
            </Show>
        </header>
    }
}

/// Whether the connection is there to be read alone. What was typed before the right was taken away stays in its form.
fn reads(open: Open, services: Services) -> Memo<bool> {
    let editor = open.editor;
    Memo::new(move |_| !services.can_manage() && !editor.is_dirty() && editor.busy.with(Option::is_none))
}

/// What is shown in place of the form, with what a test came to that was the last to be allowed.
#[component]
fn ReadOnly(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    view! {
        <ReadView connection=open.connection />
        <Messages open about=About::Tests />
    }
}

/// What a project's connection uses in place of Global.
fn purpose(i18n: I18n, services: Services, open: Open) -> &'static str {
    let texts = &i18n.detail;
    let account = open.connection.with(|own| {
        let of = |global: &Load<Connection>| own_account(own, global.ready());
        subscription::end_on_cleanup();
        services.store.global.with(of)
    });
    match account {
        OwnAccount::None => texts.own_without_key,
        OwnAccount::Unknown => texts.own_key,
        OwnAccount::SameAsGlobal => texts.own_same_account,
        OwnAccount::Other => texts.own_account,
    }
}

/// Opens a connection, and keeps it in step with the server.
fn open(services: Services, shown: Connection) -> Open {
    let i18n = use_i18n();
    let flags = Flags::expect();
    let is_fresh = services.opening.is_fresh(&shown.id);
    let on_deleted = Callback::new(move |deleted: Connection| {
        let name = words::name(i18n, &deleted);
        flags.show(Tone::Success, i18n.removal.deleted.with(&name), None);
        let then = walk::after_deletion(services, |other| other.id == deleted.id);
        services.navigation.forget_unsaved();
        services.open(then, Some(FocusTarget::Heading));
    });
    let editor = Editor::new(services.store, shown, on_deleted);
    if !is_fresh {
        editor.refresh();
    }
    let returned = move || {
        subscription::end_on_cleanup();
        services.returned.track();
    };
    Effect::watch(returned, move |(), _, _| editor.refresh(), false);
    Open::new(editor)
}

/// Takes a new key for all connections that hold the present one, when that was asked for elsewhere.
fn replace_when_asked(open: Open, services: Services) {
    Effect::new(move |_| {
        subscription::end_on_cleanup();
        let asked = services.replacing.get();
        if asked == Some(open.id()) {
            services.replacing.set(None);
            open.editor.replace_everywhere();
        }
    });
}

/// The project's name and key, or what Global is called.
fn title(i18n: I18n, connection: &Connection) -> String {
    let name = words::name(i18n, connection);
    match connection.project() {
        Some(project) => [&name, " (", project.key.as_str(), ")"].concat(),
        None => name,
    }
}
