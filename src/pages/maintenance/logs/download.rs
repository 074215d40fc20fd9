//! A download that is under way. It stands above the tabs, because it goes on while another one is looked at.

use leptos::prelude::*;

use super::{super::use_log_download, file};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
        flags::Flags,
        progress::{Progress, ProgressBar},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::failure::Failure,
    host::location,
    i18n::use_i18n,
    pages::shared::failed::Failed,
    state::maintenance::{
        Maintenance,
        log_download::{LogDownload, Stage},
    },
};

/// What downloads the log, for as long as the page lives.
pub fn log_download(maintenance: Maintenance) -> LogDownload {
    let download = LogDownload::new(maintenance, file::empty_file);
    // Whoever leaves the page loses it.
    location::guard(Signal::derive(move || download.is_running()));
    download
}

/// How far the download is, and what came of it.
#[component]
pub fn DownloadBar() -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let download = use_log_download();
    let flags = Flags::expect();
    Effect::new(move |_| {
        if let Stage::Saved(name) = download.stage.get() {
            flags.show(Tone::Success, texts.saved.to_owned(), Some(name));
        }
    });
    let is_running = Memo::new(move |_| download.is_running());
    let came_of_it = move || match download.stage.get() {
        Stage::Failed(failure) => Some(view! { <NotDownloaded failure /> }.into_any()),
        Stage::NoRoom => Some(view! { <NoRoom /> }.into_any()),
        Stage::Idle | Stage::Asking | Stage::Running | Stage::Saved(_) => None,
    };
    view! {
        <div class="tio-download">
            <p class="tio-visually-hidden" role="status">
                {move || is_running.get().then_some(texts.downloading)}
            </p>
            <Show when=move || is_running.get()>
                <Running />
            </Show>
            <div role="alert">{came_of_it}</div>
        </div>
        <Large />
    }
}

/// The bar, the figures, and the way to give it up.
#[component]
fn Running() -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let download = use_log_download();
    let total = move || download.of.with(|of| of.as_ref().map_or(0, |of| of.bytes));
    let progress = Memo::new(move |_| {
        let (received, total) = (download.received.get(), total());
        // The log may have grown, and what is blacked out is of another length.
        let percent = received
            .saturating_mul(100)
            .checked_div(total)
            .unwrap_or(0)
            .min(99);
        Progress {
            done: usize::try_from(percent).unwrap_or(99),
            total: 100,
        }
    });
    let figures = move || {
        let (received, total) = (download.received.get(), total());
        texts
            .received
            .with(&i18n.size(received), &i18n.size(total.max(received)))
    };
    view! {
        <div class="tio-download__running">
            <p>{texts.downloading} ": " {figures}</p>
            <ProgressBar label=texts.downloading progress />
            <Button on_click=move |()| download.stop()>{texts.stop}</Button>
        </div>
    }
}

/// Why there is no file, and another attempt.
#[component]
fn NotDownloaded(
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let download = use_log_download();
    let title = if download.received.get_untracked() > 0 {
        texts.broken_off
    } else {
        texts.not_downloaded
    };
    view! {
        <Failed title failure on_retry=move |()| download.start() />
        <Button appearance=Appearance::Link on_click=move |()| download.stop()>
            {i18n.dismiss}
        </Button>
    }
}

#[component]
fn NoRoom() -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let download = use_log_download();
    let actions = move || view! { <Button on_click=move |()| download.stop()>{i18n.dismiss}</Button> };
    view! {
        <SectionMessage tone=Tone::Danger title=texts.no_room actions>
            {texts.no_room_text}
        </SectionMessage>
    }
}

/// The question before very much is downloaded.
#[component]
fn Large() -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let download = use_log_download();
    let title = Signal::derive(move || {
        let bytes = download.of.with(|of| of.as_ref().map_or(0, |of| of.bytes));
        texts.large.with(&i18n.size(bytes))
    });
    let footer = move || {
        view! {
            <Button kind=ButtonKind::Submit>{texts.large_anyway}</Button>
            <Button appearance=Appearance::Link on_click=move |()| download.stop() autofocus=true>
                {i18n.cancel}
            </Button>
        }
    };
    view! {
        <Dialog
            open=move || download.stage.with(|stage| *stage == Stage::Asking)
            on_close=move |()| download.stop()
            title
            role=DialogRole::AlertDialog
            on_submit=move |()| download.start()
            footer
        >
            <p>{texts.large_text}</p>
        </Dialog>
    }
}
