//! The API key: a mask with what is known of the stored one, or the field for a new one.

use web_sys::HtmlInputElement;

use super::{
    open::Open,
    services::{FocusWish, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        field::Frame,
        icon::IconName,
        secret_field::SecretField,
        secret_text::value_of,
    },
    domain::{
        api_key::{ApiKey, KeyProblem},
        connection::StoredKey,
        draft::KeyEntry,
        test_report::Tested,
    },
    i18n::{I18n, use_i18n, words},
    reactive::{RwSignal, Signal, effect, memo, watch},
    state::editor::{Attempt, KeyError},
    view::{
        El, View, dynamic,
        tags::{div, p, span},
        when,
    },
};

/// The key of the open connection.
pub fn key_section(open: Open) -> View {
    let kept = memo(move || open.editor.key.get() == KeyEntry::Kept);
    let stored = memo(move || open.editor.stored.with(|stored| stored.connection.key.clone()));
    // The field is kept whatever becomes of the stored key: what was typed into it is nowhere else.
    let masked = memo(move || if kept.get() { stored.get() } else { None });
    dynamic(move || match masked.get() {
        Some(key) => mask(open, &key),
        None => entry(open, Signal::derive(move || stored.get().is_some())),
    })
}

/// What is known of the stored key. The number of dots never depends on the key.
fn mask(open: Open, key: &StoredKey) -> El {
    let i18n = use_i18n();
    let services = use_services();
    let replace_reason = move || {
        services.read_only_reason(i18n.read_only_reason).or_else(|| {
            open.editor
                .busy
                .get()
                .is_some()
                .then(|| i18n.detail.busy_elsewhere.to_owned())
        })
    };
    let replace = Button::new(i18n.key.replace)
        .on_click(move |()| {
            services.focus.set(FocusWish::Key);
            open.editor.replace_key();
        })
        .disabled_reason(Signal::derive(replace_reason));
    let spoken = match &key.hint {
        Some(hint) => i18n.key.stored.with(hint),
        None => i18n.key.stored_no_hint.to_owned(),
    };
    let dots = ["••••\u{a0}", key.hint.as_deref().unwrap_or_default()].concat();
    div()
        .class("tio-key")
        .child(p().class("tio-field__label").child(i18n.key.label))
        .child(
            p().class("tio-key__mask")
                .child(
                    span()
                        .class("tio-key__dots")
                        .attr("aria-hidden", "true")
                        .child(dots),
                )
                .child(span().class("tio-visually-hidden").child(spoken))
                .child(span().class("tio-hint").child(saved_when(i18n, key))),
        )
        .child(
            div()
                .class("tio-key__actions")
                .child(replace)
                .child(test_button(open, Tested::Saved)),
        )
}

/// The field for a new key, which may replace a stored one.
fn entry(open: Open, replaces: Signal<bool>) -> El {
    let i18n = use_i18n();
    let services = use_services();
    let looks_odd = RwSignal::new(false);
    let error = move || {
        open.editor
            .key_error
            .get()
            .map(|error| words::key_error(i18n, error).to_owned())
    };
    let hint = move || {
        let hint = if looks_odd.get() {
            i18n.key.looks_odd
        } else {
            i18n.key.where_to_find
        };
        Some(hint.to_owned())
    };
    let on_typed = move |input: HtmlInputElement| {
        let text = value_of(&input);
        open.editor.key_typed(text.is_empty());
        looks_odd.set(ApiKey::parse(&text).is_ok_and(|key| key.looks_odd()));
    };
    effect(move || {
        open.editor.key_given_up.track();
        looks_odd.set(false);
    });
    watch(services.leaving.into(), move |()| {
        open.editor.key_typed(true);
        open.editor.key_given_up.set(());
    });
    move_focus(open);
    let can_keep = Signal::derive(move || replaces.get() && open.editor.key.get() == KeyEntry::Empty);
    let keep = when(can_keep, move || {
        Button::new(i18n.key.keep)
            .appearance(Appearance::Link)
            .on_click(move |()| open.editor.keep_key())
    });
    let frame = Frame::new(i18n.key.label)
        .required()
        .hint(Signal::derive(hint))
        .error(Signal::derive(error));
    let field = SecretField::new(frame, i18n.key.show, open.key_input)
        .on_typed(on_typed)
        .on_line_break(move |()| {
            open.editor
                .key_error
                .set(Some(KeyError::Problem(KeyProblem::LineBreak)))
        })
        .clear(open.editor.key_given_up)
        .read_only(Signal::derive(move || {
            open.editor.busy.get().is_some() || !services.store.can_manage.get()
        }));
    div().class("tio-key").child(field).child(
        div()
            .class("tio-key__actions")
            .child(test_button(open, Tested::Typed))
            .child(keep),
    )
}

/// Moves the focus into the key field when it is wished there, and when something is wrong with the key.
fn move_focus(open: Open) {
    let services = use_services();
    effect(move || {
        let Some(input) = open.key_input.get() else { return };
        if services.focus.get_untracked() == FocusWish::Key {
            services.focus.set(FocusWish::None);
            // A mounted input can take the focus.
            let _ = input.focus();
        }
    });
    effect(move || {
        if let (Some(_), Some(input)) = (open.editor.key_error.get(), open.key_input.get_untracked()) {
            let _ = input.focus();
        }
    });
}

/// Tests the key that is shown beside it, and says which one that is.
fn test_button(open: Open, tested: Tested) -> Button {
    let i18n = use_i18n();
    let services = use_services();
    let attempt = Attempt::Test(tested);
    let testing = Signal::derive(move || open.editor.busy.get() == Some(attempt));
    let no_key = move || tested == Tested::Typed && open.editor.key.get() != KeyEntry::Typed;
    let reason = move || {
        services
            .read_only_reason(i18n.read_only_reason)
            .or_else(|| no_key().then(|| i18n.test.no_key.to_owned()))
            .or_else(|| {
                (open.editor.busy.get().is_some() && !testing.get())
                    .then(|| i18n.detail.busy_elsewhere.to_owned())
            })
    };
    let label = match tested {
        Tested::Typed => i18n.test.test_typed,
        Tested::Saved => i18n.test.test_saved,
    };
    Button::new(label)
        .icon(IconName::Refresh)
        .busy(testing)
        .disabled_reason(Signal::derive(reason))
        .on_click(move |()| open.attempt(attempt))
}

fn saved_when(i18n: I18n, key: &StoredKey) -> Option<String> {
    let date = i18n.date(key.saved_at.as_ref()?);
    Some(match &key.saved_by {
        Some(person) => i18n.key.saved_at_by.with(&date, person),
        None => i18n.key.saved_at.with(&date),
    })
}
