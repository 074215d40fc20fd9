//! A combobox on a page, and what a person can tell of it.

use std::ops::Range;

use leptos::prelude::*;
use testio_connection::components::combobox::{Combobox, ComboboxTexts, OptionRow, Options, OptionsState};
use web_sys::{HtmlElement, HtmlInputElement};

use crate::common::{Mounted, mount, press, text_of};

pub struct Picker {
    pub page: Mounted,
    pub input: HtmlInputElement,
    pub chosen: RwSignal<Option<OptionRow>>,
    pub options: RwSignal<Options>,
    pub state: RwSignal<OptionsState>,
    pub queries: RwSignal<Vec<String>>,
    pub range: RwSignal<Range<usize>>,
    pub retries: RwSignal<u32>,
}

pub fn row(index: usize, name: &str) -> OptionRow {
    OptionRow {
        id: index.to_string(),
        label: name.to_owned(),
        detail: format!("KEY{index}"),
        avatar_url: None,
        disabled_reason: None,
    }
}

/// Options with these names, all loaded; one that ends in `!` is disabled.
pub fn named(names: &'static [&'static str]) -> Options {
    let get = move |index: usize| {
        let name = names.get(index)?;
        let label = name.trim_end_matches('!');
        let disabled_reason = (label.len() < name.len()).then(|| "already connected".to_owned());
        Some(OptionRow {
            disabled_reason,
            ..row(index, label)
        })
    };
    Options {
        total: names.len(),
        get: Callback::new(get),
    }
}

pub async fn picker(options: Options) -> Picker {
    picker_with(options, None).await
}

/// A picker in which this is chosen already.
pub async fn picker_with(options: Options, beforehand: Option<OptionRow>) -> Picker {
    let chosen = RwSignal::new(beforehand);
    let options = RwSignal::new(options);
    let state = RwSignal::new(OptionsState::Ready);
    let queries = RwSignal::new(Vec::new());
    let range = RwSignal::new(0..0);
    let retries = RwSignal::new(0);
    let page = mount(move || {
        let texts = ComboboxTexts {
            toggle: "Show projects".to_owned(),
            clear: "Clear".to_owned(),
            loading: "Loading projects…".to_owned(),
            nothing_found: "No project matches".to_owned(),
            retry: "Try again".to_owned(),
            count: Callback::new(|count: usize| format!("{count} projects")),
        };
        view! {
            <button>"Elsewhere"</button>
            <Combobox
                label="Jira project"
                chosen=chosen
                options=options
                state=state
                on_query=move |query| queries.update(|queries: &mut Vec<_>| queries.push(query))
                on_range=move |rows| range.set(rows)
                on_retry=move |()| retries.update(|count| *count += 1)
                texts=texts
                max_length=255
                hint="Each project has at most one connection.".to_owned()
            />
        }
    })
    .await;
    let input = page.field("Jira project");
    input.focus().unwrap();
    Picker {
        page,
        input,
        chosen,
        options,
        state,
        queries,
        range,
        retries,
    }
}

impl Picker {
    pub fn is_open(&self) -> bool {
        let open = self.input.get_attribute("aria-expanded").as_deref() == Some("true");
        assert_eq!(
            open,
            !self.page.all("listbox").is_empty(),
            "what is said and what is shown differ"
        );
        open
    }

    /// The text of the option that `aria-activedescendant` names.
    pub fn active(&self) -> Option<String> {
        let id = self.input.get_attribute("aria-activedescendant")?;
        let option = document()
            .get_element_by_id(&id)
            .unwrap_or_else(|| panic!("{id} is not mounted"));
        assert_eq!(option.get_attribute("aria-selected").as_deref(), Some("true"));
        Some(text_of(&option))
    }

    pub fn chosen_id(&self) -> Option<String> {
        self.chosen
            .with_untracked(|chosen| chosen.as_ref().map(|row| row.id.clone()))
    }

    pub fn option(&self, name: &str) -> HtmlElement {
        let named = |option: &HtmlElement| text_of(option).starts_with(name);
        let found = self.page.all("option").into_iter().find(named);
        found.unwrap_or_else(|| panic!("no option {name}"))
    }

    pub async fn press(&self, key: &str) -> bool {
        press(&self.input, key).await
    }

    pub fn announced(&self) -> String {
        text_of(&self.page.all("status")[0])
    }
}
