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
        services::{Column, FocusTarget, Services, use_services},
    },
    Gone,
    check_the_way::CheckTheWay,
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
    components::{
        dom::{focus, focused_element},
        flags::Flags,
        in_view::bring_into_view,
        subscription,
        tone::Tone,
    },
    domain::{
        connection::Connection,
        draft::KeyEntry,
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
    let heading = NodeRef::<html::H2>::new();
    take_focus(heading, open, services);
    keep_focus(open, heading);
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

/// As long as nothing is set up, the key field is what the page is opened for: it is in view, also where a narrow window
/// shows one column, and a low one little of that.
fn begin_with_the_key(open: Open, set_up: Memo<SetUp>, services: Services) {
    Effect::new(move |_| {
        let (SetUp::Nothing, Some(input)) = (set_up.get(), open.key_input.get_untracked()) else {
            return;
        };
        services.column.set(Column::Detail);
        // With the next frame the column is there.
        request_animation_frame(move || {
            let field = input.closest(".tio-key").ok().flatten();
            field.iter().for_each(bring_into_view);
        });
    });
}

/// Takes the focus to the heading when it is wished there.
fn take_focus(heading: NodeRef<html::H2>, open: Open, services: Services) {
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            services.grant_focus(FocusTarget::Heading, &open.id(), &heading);
        }
    });
}

/// Brings the focus back when the control that had it is gone: to the button that opened the key field once that is
/// given up, else to the heading, as after a save from the key field.
fn keep_focus(open: Open, heading: NodeRef<html::H2>) {
    let step = move || {
        open.editor.busy.track();
        open.editor.outcome.track();
        open.editor.key.get()
    };
    // Told to whichever frame comes first: one that was asked for before the key field was given up may find the focus gone.
    let given_up = StoredValue::new(false);
    let bring_back = move || {
        let given_up = given_up.try_update_value(std::mem::take).unwrap_or_default();
        if focused_element().is_some() {
            return;
        }
        if given_up {
            focus(open.replace_button);
        }
        if focused_element().is_none() {
            focus(heading);
        }
    };
    let follow = move |key: &KeyEntry, before: Option<&KeyEntry>, _| {
        let is_back = *key == KeyEntry::Kept && before.is_some_and(|before| *before != KeyEntry::Kept);
        if is_back && open.editor.outcome.with_untracked(Option::is_none) {
            given_up.set_value(true);
        }
        request_animation_frame(bring_back);
    };
    Effect::watch(step, follow, false);
}

/// The project's name and key, or what Global is called.
fn title(i18n: I18n, connection: &Connection) -> String {
    let name = words::name(i18n, connection);
    match connection.project() {
        Some(project) => [&name, " (", project.key.as_str(), ")"].concat(),
        None => name,
    }
}
