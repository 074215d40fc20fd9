//! Where the focus is in the open connection, and what of it is in view.

use leptos::{html, prelude::*};

use super::{
    super::{
        help::SetUp,
        services::{Column, FocusTarget, Services},
    },
    open::Open,
};
use crate::{
    components::{
        dom::{focus, focused_element},
        in_view::bring_into_view,
    },
    domain::draft::KeyEntry,
};

/// As long as nothing is set up, the key field is what the page is opened for: it is in view, also where a narrow window
/// shows one column, and a low one little of that.
pub fn begin_with_the_key(open: Open, set_up: Memo<SetUp>, services: Services) {
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
pub fn take_focus(heading: NodeRef<html::H2>, open: Open, services: Services) {
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            services.grant_focus(FocusTarget::Heading, &open.id(), &heading);
        }
    });
}

/// Brings the focus back when the control that had it is gone: to the button that opened the key field once that is
/// given up, else to the heading, as after a save from the key field.
pub fn keep_focus(open: Open, heading: NodeRef<html::H2>) {
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
