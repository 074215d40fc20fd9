//! The field for a new key, which may replace a stored one.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{super::open::Open, test_button::TestButton};
use crate::{
    components::{
        button::{Appearance, Button},
        checkbox::Checkbox,
        dom::focus,
        field::Requirement,
        secret_field::{KeptOut, SecretField},
        secret_text::value_of,
        subscription,
    },
    domain::{
        api_key::{ApiKey, KeyProblem},
        draft::KeyEntry,
        test_report::Tested,
    },
    i18n::{use_i18n, words},
    pages::connection::services::{FocusTarget, Services, use_services},
    state::editor::KeyError,
};

/// How many characters a key of Test IO has.
const KEY_LENGTH: usize = 40;

/// The field for a new key, with what can be done about it.
#[component]
pub fn Entry(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let editor = open.editor;
    let typing = Typing::new(open);
    // Once the input is given up, nothing of it looks odd any more.
    let warns = Memo::new(move |_| typing.looks_odd.get() && editor.key.get() == KeyEntry::Typed);
    let hint_of = move |warns: bool| {
        let hint = if warns {
            i18n.key.looks_odd
        } else {
            i18n.key.where_to_find
        };
        Some(hint.to_owned())
    };
    let error = move || editor.key_error.get().map(|error| words::key_error(i18n, error));
    let can_keep = move || open.has_key() && editor.key.get() == KeyEntry::Empty;
    let others = Memo::new(move |_| editor.others_with_the_key());
    give_up_on_leaving(open, services);
    move_focus(open, services);
    view! {
        <div class="tio-key" on:focusout=move |_| typing.left()>
            <SecretField
                label=i18n.key.label
                reveal_label=i18n.key.show
                on_typed=move |input| typing.typed(&input)
                on_kept_out=move |reason| typing.kept_out(reason)
                clear=editor.key_given_up
                requirement=Requirement::Required
                hint=move || hint_of(warns.get())
                hint_to_come=move || hint_of(!warns.get())
                error
                read_only=move || editor.busy.get().is_some() || !services.can_manage()
                node_ref=open.key_input
            />
            <Show when=move || { others.get() > 0 }>
                <Checkbox
                    label=move || i18n.count(i18n.key.everywhere, others.get())
                    checked=editor.everywhere
                    on_change=move |everywhere| editor.everywhere.set(everywhere)
                    disabled=Signal::derive(move || editor.busy.get().is_some())
                />
            </Show>
            <div class="tio-key__actions">
                <TestButton open tested=Tested::Typed />
                <Show when=can_keep>
                    <Button appearance=Appearance::Link on_click=move |()| editor.keep_key()>
                        {i18n.key.keep}
                    </Button>
                </Show>
            </div>
        </div>
    }
}

/// What is known of a key while it is typed.
#[derive(Clone, Copy)]
struct Typing {
    open: Open,
    /// Whether it is as no key of Test IO is.
    looks_odd: RwSignal<bool>,
    /// How long it was before, in bytes.
    length: StoredValue<usize>,
}

impl Typing {
    fn new(open: Open) -> Self {
        Self {
            open,
            looks_odd: RwSignal::new(false),
            length: StoredValue::new(0),
        }
    }

    fn typed(self, input: &HtmlInputElement) {
        let text = value_of(input);
        self.open.editor.key_typed(text.is_empty());
        let before = self.length.get_value();
        self.length.set_value(text.len());
        if let Err(problem @ KeyProblem::TooLong) = ApiKey::parse(&text) {
            // What else is wrong may still come right while it is being typed.
            self.is_wrong(problem);
        }
        // While it is typed, letter by letter, every key looks odd.
        let is_whole = text.len() != before + 1 || text.len() >= KEY_LENGTH || self.looks_odd.get_untracked();
        self.looks_odd.set(is_whole && is_odd(&text));
    }

    fn left(self) {
        // It may have lost the focus by leaving the page.
        if let Some(input) = self.open.key_input.try_get_untracked().flatten() {
            self.looks_odd.try_set(is_odd(&value_of(&input)));
        }
    }

    fn kept_out(self, reason: KeptOut) {
        self.is_wrong(reason.into());
    }

    fn is_wrong(self, problem: KeyProblem) {
        self.open.editor.key_error.set(Some(KeyError::Problem(problem)));
    }
}

fn is_odd(text: &str) -> bool {
    ApiKey::parse(text).is_ok_and(|key| key.looks_odd())
}

/// Empties the field when the browser leaves the page, which it may keep as it is.
fn give_up_on_leaving(open: Open, services: Services) {
    let give_up = move || {
        open.editor.key_typed(true);
        open.editor.key_given_up.set(());
    };
    let leaving = move || {
        subscription::end_on_cleanup();
        services.leaving.track();
    };
    Effect::watch(leaving, move |(), _, _| give_up(), false);
}

/// Moves the focus into the key field when it is wished there, and when something is wrong with the key.
fn move_focus(open: Open, services: Services) {
    Effect::new(move |_| {
        if let Some(input) = open.key_input.get() {
            services.grant_focus(FocusTarget::Key, &open.id(), &input);
        }
    });
    Effect::new(move |_| {
        if open.editor.key_error.get().is_some() {
            focus(open.key_input);
        }
    });
}
