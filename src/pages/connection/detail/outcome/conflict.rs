//! Somebody else was faster.

use leptos::prelude::*;

use super::super::open::Open;
use crate::{
    components::{
        button::{Appearance, Button},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        connection::Connection,
        difference::{Difference, differences_within},
        draft::Reach,
    },
    i18n::{use_i18n, words},
    pages::shared::time::Time,
    state::editor::Attempt,
};

/// What somebody else has changed meanwhile: the admin decides whose change stays.
#[component]
pub fn Conflict(
    /// The open connection.
    open: Open,
    /// What was not done.
    attempt: Attempt,
    /// What the server has now.
    theirs: Connection,
) -> impl IntoView {
    let i18n = use_i18n();
    let when = view! { <Time time=theirs.updated_at.clone() /> };
    let text = match theirs.updated_by.clone() {
        Some(person) => {
            let [before, between, after] = i18n.conflict.by.around();
            let person = view! { <bdi>{person}</bdi> };
            (before, person, between, when, after).into_any()
        }
        None => {
            let [before, after] = i18n.conflict.by_unknown.around();
            (before, when, after).into_any()
        }
    };
    let reach = match attempt {
        Attempt::Save(_) => open.editor.last_reach(),
        _ => Reach::This,
    };
    // As it was shown when the attempt was made: the decision below is about that.
    let differences = open
        .connection
        .with_untracked(|shown| differences_within(reach, shown, &theirs));
    // How many others there are says nothing of who has changed this one last.
    let of_others = matches!(differences.as_slice(), [Difference::SameKey(_)]);
    let title = if of_others {
        i18n.conflict.title_others
    } else {
        i18n.conflict.title
    };
    let text = if of_others {
        i18n.conflict.nothing_saved.into_any()
    } else {
        text
    };
    let changes = differences
        .iter()
        .map(|change| {
            view! {
                <li>
                    <bdi>{words::difference(i18n, change)}</bdi>
                </li>
            }
        })
        .collect_view();
    let theirs = StoredValue::new(theirs);
    let keep_mine = move |()| {
        open.editor.rebase(theirs.get_value());
        open.attempt(attempt);
    };
    let take_theirs = move |()| {
        open.asking.set(None);
        open.editor.take_theirs(theirs.get_value());
    };
    let keep = match attempt {
        Attempt::Save(_) => i18n.conflict.keep_mine,
        _ => i18n.conflict.go_on,
    };
    let actions = move || {
        view! {
            <Button appearance=Appearance::Primary on_click=keep_mine>
                {keep}
            </Button>
            <Button on_click=take_theirs>{i18n.conflict.take_theirs}</Button>
        }
    };
    view! {
        <SectionMessage tone=Tone::Warning title actions>
            <p>{text}</p>
            <ul class="tio-message__list">{changes}</ul>
        </SectionMessage>
    }
}
