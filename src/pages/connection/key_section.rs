//! The API key: a mask with what is known of the stored one, or the field for a new one.

use leptos::prelude::*;
use web_sys::HtmlInputElement;
use zeroize::Zeroizing;

use super::{
    open::Open,
    services::{FocusWish, use_services},
};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button},
        dynamic::{dynamic, dynamic_if, effect},
        field::Requirement,
        icon::IconName,
        secret_field::SecretField,
    },
    domain::{
        api_key::{ApiKey, KeyProblem},
        connection::StoredKey,
        draft::KeyEntry,
        test_report::Tested,
    },
    i18n::{I18n, use_i18n, words},
    state::editor::{Attempt, KeyError},
};

/// The key of the open connection.
#[component]
pub fn KeySection(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let kept = Memo::new(move |_| open.key.get() == KeyEntry::Kept);
    let stored = Memo::new(move |_| open.stored.with(|stored| stored.connection.key.clone()));
    dynamic(move || match (kept.get(), stored.get()) {
        (true, Some(key)) => view! { <Mask open=open key=key /> }.built(),
        (_, stored) => view! { <Entry open=open replaces=stored.is_some() /> }.built(),
    })
}

/// What is known of the stored key. The number of dots never depends on the key.
#[component]
fn Mask(open: Open, key: StoredKey) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let replace_reason = move || {
        services.read_only_reason(i18n.read_only_reason).or_else(|| {
            open.busy
                .get()
                .is_some()
                .then(|| i18n.detail.busy_elsewhere.to_owned())
        })
    };
    let replace = Callback::new(move |()| {
        services.focus.set(FocusWish::Key);
        open.replace_key();
    });
    let spoken = match &key.hint {
        Some(hint) => i18n.key.stored.with(hint),
        None => i18n.key.stored_no_hint.to_owned(),
    };
    let mask = ["••••\u{a0}", key.hint.as_deref().unwrap_or_default()].concat();
    view! {
        <div class="tio-key">
            <p class="tio-field__label">{i18n.key.label}</p>
            <p class="tio-key__mask">
                <span class="tio-key__dots" aria-hidden="true">{mask}</span>
                <span class="tio-visually-hidden">{spoken}</span>
                <span class="tio-hint">{saved_when(i18n, &key)}</span>
            </p>
            <div class="tio-key__actions">
                <Button on_click=replace disabled_reason=Signal::derive(replace_reason)>{i18n.key.replace}</Button>
                <TestButton open=open tested=Tested::Saved />
            </div>
        </div>
    }
    .built()
}

/// The field for a new key.
#[component]
fn Entry(open: Open, replaces: bool) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let looks_odd = RwSignal::new(false);
    let error = move || {
        open.key_error
            .get()
            .map(|error| words::key_error(i18n, error).to_owned())
    };
    let hint = move || {
        if looks_odd.get() {
            i18n.key.looks_odd
        } else {
            i18n.key.where_to_find
        }
    };
    let on_typed = Callback::new(move |input: HtmlInputElement| {
        let text = Zeroizing::new(input.value());
        open.key_typed(text.is_empty());
        looks_odd.set(ApiKey::parse(&text).is_ok_and(|key| key.looks_odd()));
    });
    let on_line_break =
        Callback::new(move |()| open.key_error.set(Some(KeyError::Problem(KeyProblem::LineBreak))));
    effect(move || {
        let Some(input) = open.key_input.get() else { return };
        if services.focus.get_untracked() == FocusWish::Key {
            services.focus.set(FocusWish::None);
            // A mounted input can take the focus.
            let _ = input.focus();
        }
    });
    effect(move || {
        if let (Some(_), Some(input)) = (open.key_error.get(), open.key_input.get_untracked()) {
            let _ = input.focus();
        }
    });
    effect(move || {
        open.key_given_up.track();
        looks_odd.set(false);
    });
    let keep = dynamic_if(
        Signal::derive(move || replaces && open.key.get() == KeyEntry::Empty),
        move || {
            view! {
                <Button appearance=Appearance::Link on_click=Callback::new(move |()| open.keep_key())>
                    {i18n.key.keep}
                </Button>
            }
            .built()
        },
    );
    view! {
        <div class="tio-key">
            <SecretField
                label=i18n.key.label
                reveal_label=i18n.key.show
                on_typed=on_typed
                on_line_break=on_line_break
                clear=open.key_given_up
                requirement=Requirement::Required
                hint=Signal::derive(move || Some(hint().to_owned()))
                error=Signal::derive(error)
                read_only=Signal::derive(move || open.busy.get().is_some() || !services.store.can_manage.get())
                input_ref=open.key_input
            />
            <div class="tio-key__actions">
                <TestButton open=open tested=Tested::Typed /> {keep}
            </div>
        </div>
    }
    .built()
}

/// Tests the key that is shown beside it, and says which one that is.
#[component]
fn TestButton(open: Open, tested: Tested) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let attempt = Attempt::Test(tested);
    let testing = Signal::derive(move || open.busy.get() == Some(attempt));
    let no_key = move || tested == Tested::Typed && open.key.get() != KeyEntry::Typed;
    let reason = move || {
        services
            .read_only_reason(i18n.read_only_reason)
            .or_else(|| no_key().then(|| i18n.test.no_key.to_owned()))
            .or_else(|| {
                (open.busy.get().is_some() && !testing.get()).then(|| i18n.detail.busy_elsewhere.to_owned())
            })
    };
    view! {
        <Button
            icon=IconName::Refresh
            busy=testing
            disabled_reason=Signal::derive(reason)
            on_click=Callback::new(move |()| open.attempt(attempt))
        >
            {match tested {
                Tested::Typed => i18n.test.test_typed,
                Tested::Saved => i18n.test.test_saved,
            }}
        </Button>
    }
    .built()
}

fn saved_when(i18n: I18n, key: &StoredKey) -> Option<String> {
    let date = i18n.date(key.saved_at.as_ref()?);
    Some(match &key.saved_by {
        Some(person) => i18n.key.saved_at_by.with(&date, person),
        None => i18n.key.saved_at.with(&date),
    })
}
