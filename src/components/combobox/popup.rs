//! The list that a combobox opens.

use std::ops::Range;

use web_sys::{Event, HtmlElement, MouseEvent};

use super::{
    super::{
        button::{Appearance, Button},
        dom::{aria_flag, aria_state},
        windowing::{Windowing, with_pinned},
    },
    options::{ComboboxTexts, OptionRow, Options, OptionsState},
};
use crate::{
    domain::text_match::find_match,
    reactive::{Callback, Signal, StoredValue, effect, memo},
    view::{
        Child as _, El, NodeRef, View, dynamic, fragment, mount_rows,
        tags::{bdi, div, img, mark, span},
    },
};

/// How high an option is, in CSS pixels.
const ROW_HEIGHT: f64 = 40.0;

/// What the list shows and whom it tells.
#[derive(Clone, Copy)]
pub(super) struct PopupModel {
    pub options: Signal<Options>,
    pub state: Signal<OptionsState>,
    pub active: Signal<Option<usize>>,
    pub query: Signal<String>,
    pub texts: StoredValue<ComboboxTexts>,
    pub list_id: StoredValue<String>,
    pub on_press: Callback<usize>,
    pub on_range: Callback<Range<usize>>,
    pub on_retry: Callback<()>,
}

impl PopupModel {
    /// The id of the option at `index`, for `aria-activedescendant`.
    pub fn option_id(self, index: usize) -> String {
        self.list_id
            .with_value(|list_id| [list_id, "-", &index.to_string()].concat())
    }
}

/// The list of options with a line below it about those that are not there.
pub(super) fn popup(model: PopupModel, label: &str) -> El {
    let container = NodeRef::<HtmlElement>::new();
    let total = Signal::derive(move || model.options.with(|options| options.total));
    let windowing = Windowing::new(container, total, ROW_HEIGHT);
    effect(move || model.on_range.run(windowing.rows.get()));
    effect(move || {
        // Another query starts at the top again, even if nothing was active before.
        model.query.track();
        if container.get().is_some() {
            windowing.reveal(model.active.get().unwrap_or(0));
        }
    });
    let rows = NodeRef::new();
    let wanted = move || with_pinned(windowing.rows.get(), model.active.get(), total.get());
    let option = move |index| option_view(model, windowing, total, index);
    mount_rows(rows, Signal::derive(wanted), Callback::new(option));
    let loading = Signal::derive(move || model.state.with(|state| *state == OptionsState::Loading));
    div()
        .class("tio-combobox__popup")
        .on("mousedown", move |ev: MouseEvent| ev.prevent_default())
        .child(
            div()
                .class("tio-windowed tio-combobox__list")
                .attr("role", "listbox")
                .attr("tabindex", "-1")
                .attr("id", model.list_id.get_value())
                .attr("aria-label", label.to_owned())
                .attr("aria-busy", aria_flag(loading))
                .node_ref(container)
                .on("scroll", move |_: Event| windowing.scrolled())
                .child(
                    div()
                        .class("tio-windowed__rows")
                        .attr("role", "presentation")
                        .style("height", windowing.total_height)
                        .node_ref(rows),
                ),
        )
        .child(dynamic(move || status_view(model, total)))
}

fn option_view(model: PopupModel, windowing: Windowing, total: Signal<usize>, index: usize) -> El {
    let row = memo(move || model.options.with(|options| (options.get)(index)));
    let active = Signal::derive(move || model.active.get() == Some(index));
    let disabled =
        Signal::derive(move || row.with(|row| row.as_ref().is_some_and(|row| row.disabled_reason.is_some())));
    let content = move || match row.get() {
        Some(row) => row_view(row, &model.query.get()),
        None => unloaded_view(model),
    };
    div()
        .class("tio-windowed__row tio-combobox__option")
        .attr("role", "option")
        .attr("id", model.option_id(index))
        .attr("aria-selected", aria_state(active))
        .attr("aria-disabled", aria_flag(disabled))
        .attr("aria-setsize", Signal::derive(move || total.get().to_string()))
        .attr("aria-posinset", (index + 1).to_string())
        .style("transform", windowing.row_transform(index))
        .style("height", windowing.row_height())
        .on("click", move |_: MouseEvent| model.on_press.run(index))
        .child(dynamic(content))
}

fn unloaded_view(model: PopupModel) -> View {
    let loading = model.texts.with_value(|texts| texts.loading.clone());
    fragment([
        span()
            .class("tio-skeleton__line")
            .attr("aria-hidden", "true")
            .into(),
        span().class("tio-visually-hidden").child(loading).into(),
    ])
}

fn row_view(row: OptionRow, query: &str) -> View {
    let avatar = |url| {
        img()
            .class("tio-combobox__avatar")
            .attr("src", url)
            .attr("alt", "")
            .attr("width", "24")
            .attr("height", "24")
    };
    let reason = |reason| span().class("tio-combobox__reason").child(reason);
    fragment([
        row.avatar_url.map(avatar).into_view(),
        highlighted(bdi().class("tio-combobox__label"), &row.label, query).into(),
        highlighted(span().class("tio-combobox__detail"), &row.detail, query).into(),
        row.disabled_reason.map(reason).into_view(),
    ])
}

/// Puts the text into an element, with the part that matches the query marked.
fn highlighted(element: El, text: &str, query: &str) -> El {
    match find_match(text, query) {
        None => element.child(text),
        Some(found) => element
            .child(&text[..found.start])
            .child(mark().child(&text[found.clone()]))
            .child(&text[found.end..]),
    }
}

/// What is to be said instead of options; none of it can be chosen, so it stands outside the list.
fn status_view(model: PopupModel, total: Signal<usize>) -> Option<El> {
    let status = div().class("tio-combobox__status");
    let texts = model.texts.get_value();
    match model.state.get() {
        OptionsState::Ready | OptionsState::Loading if total.get() > 0 => None,
        OptionsState::Ready => Some(status.child(texts.nothing_found)),
        OptionsState::Loading => Some(status.child(texts.loading)),
        OptionsState::Failed(reason) => Some(
            status.child(span().child(reason)).child(
                Button::new(texts.retry)
                    .appearance(Appearance::Link)
                    .on_click(model.on_retry),
            ),
        ),
    }
}
