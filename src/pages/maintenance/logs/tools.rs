//! What can be done with the lines at hand, and with all of the range.

use leptos::prelude::*;

use super::{super::use_log_download, counts::Counts};
use crate::{
    components::{
        button::Button,
        field::{LabelVisibility, TextField, TextFieldKind},
        icon::IconName,
        select::{Choice, Select},
    },
    domain::log::{Level, LineFilter},
    i18n::{I18n, use_i18n},
    state::{load::Load, maintenance::logs::Logs},
};

/// The least levels that can be chosen, with their values in the select.
const LEAST: [(&str, Option<Level>); 4] = [
    ("all", None),
    ("info", Some(Level::Info)),
    ("warning", Some(Level::Warn)),
    ("error", Some(Level::Error)),
];

/// The filter, *Refresh* and *Download*, and how many lines there are.
#[component]
pub fn Tools(
    /// The lines.
    logs: Logs,
    /// Which of them are shown.
    filter: RwSignal<LineFilter>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let value = move || {
        let least = filter.with(|filter| filter.least);
        let known = LEAST.into_iter().find(|(_, level)| *level == least);
        known.map_or("", |(value, _)| value).to_owned()
    };
    let choose = move |value: String| {
        let least = LEAST.into_iter().find(|(known, _)| *known == value);
        filter.update(|filter| filter.least = least.and_then(|(_, level)| level));
    };
    let choices = LEAST.map(|(value, least)| Choice {
        value: value.to_owned(),
        label: word(i18n, least).to_owned(),
    });
    view! {
        <div class="tio-logs__tools">
            <TextField
                label=texts.filter
                label_visibility=LabelVisibility::Hidden
                kind=TextFieldKind::Search
                placeholder=Some(texts.filter.to_owned())
                value=Signal::derive(move || filter.with(|filter| filter.text.clone()))
                on_input=move |text| filter.update(|filter| filter.text = text)
            />
            <Select
                label=texts.least
                choices=choices.to_vec()
                value=Signal::derive(value)
                on_change=choose
            />
            <Button icon=IconName::Refresh busy=logs.busy on_click=move |()| logs.refresh()>
                {texts.refresh}
            </Button>
            <DownloadButton logs />
        </div>
        <Counts logs filter />
    }
}

/// Downloads all lines of the range that is shown, and says how much that is.
#[component]
fn DownloadButton(
    /// The lines.
    logs: Logs,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let download = use_log_download();
    let bytes = Memo::new(move |_| {
        logs.lines
            .with(|lines| lines.ready().map(|lines| lines.bytes).filter(|bytes| *bytes > 0))
    });
    let is_loading = Memo::new(move |_| logs.lines.with(|lines| *lines == Load::Loading));
    let reason = move || {
        let reason = if download.is_running() {
            texts.under_way
        } else if is_loading.get() {
            texts.wait_for_lines
        } else if bytes.get().is_none() {
            texts.no_lines
        } else {
            return None;
        };
        Some(reason.to_owned())
    };
    let label = move || match bytes.get() {
        Some(bytes) => texts.download.with(&i18n.size(bytes)),
        None => texts.download_alone.to_owned(),
    };
    let start = move |()| {
        if let Some(lines) = logs.lines.with_untracked(|lines| lines.ready().cloned()) {
            download.want(lines);
        }
    };
    view! {
        <Button icon=IconName::Download disabled_reason=Signal::derive(reason) on_click=start>
            {label}
        </Button>
    }
}

fn word(i18n: I18n, least: Option<Level>) -> &'static str {
    let texts = &i18n.maintenance().logs;
    match least {
        None => texts.all_levels,
        Some(Level::Trace | Level::Debug | Level::Info) => texts.from_info,
        Some(Level::Warn) => texts.from_warning,
        Some(Level::Error | Level::Fatal | Level::Unknown) => texts.from_error,
    }
}
