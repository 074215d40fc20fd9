//! The newest lines of the range.

use leptos::prelude::*;

use crate::{
    components::{
        button::{Appearance, Button},
        icon::IconName,
        lozenge::Lozenge,
        progress::{Skeleton, Spinner},
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{
        failure::Failure,
        log::{Level, LineFilter, LogLine},
        log_range::Origin,
    },
    i18n::{I18n, use_i18n},
    pages::shared::failed::Failed,
    state::{load::Load, maintenance::logs::Logs},
};

/// The lines, or what stands in their place.
#[component]
pub fn Lines(
    /// The lines.
    logs: Logs,
    /// Which of them are shown.
    filter: RwSignal<LineFilter>,
) -> impl IntoView {
    let texts = &use_i18n().maintenance().logs;
    let progress = Memo::new(move |_| logs.lines.with(Load::progress));
    let failed = move || match progress.get() {
        // That is said beside the field.
        Load::Failed(Failure::RangeRefused(..)) => None,
        Load::Failed(failure) => Some(view! {
            <Failed title=texts.not_loaded failure on_retry=move |()| logs.refresh() />
        }),
        Load::Loading | Load::Ready(()) => None,
    };
    let loading =
        move || (progress.get() == Load::Loading).then(|| view! { <Spinner label=texts.loading /> });
    let content = move || match progress.get() {
        Load::Loading => view! { <Skeleton lines=6 /> }.into_any(),
        Load::Ready(()) => view! { <Found logs filter /> }.into_any(),
        Load::Failed(_) => ().into_any(),
    };
    view! {
        <div role="alert">{failed}</div>
        <div role="status">{loading}</div>
        {content}
    }
}

/// What was found.
#[component]
fn Found(
    /// The lines.
    logs: Logs,
    /// Which of them are shown.
    filter: RwSignal<LineFilter>,
) -> impl IntoView {
    let texts = &use_i18n().maintenance().logs;
    let nothing = Memo::new(move |_| {
        logs.lines.with(|lines| {
            let lines = lines.ready().filter(|lines| lines.lines.is_empty())?;
            Some(lines.origin)
        })
    });
    let shown = Memo::new(move |_| {
        logs.lines.with(|lines| {
            lines
                .ready()
                .map_or_else(Vec::new, |lines| filter.with(|filter| filter.apply(&lines.lines)))
        })
    });
    let rows = move || {
        let indices = shown.get();
        logs.lines.with(|lines| {
            let lines = lines.ready().map_or(&[][..], |lines| &lines.lines);
            let rows = indices.iter().filter_map(|index| lines.get(*index));
            rows.map(|line| view! { <Line line=line.clone() /> })
                .collect_view()
        })
    };
    move || match nothing.get() {
        Some(origin) => view! {
            <SectionMessage tone=Tone::Info title=texts.none>
                {match origin {
                    Origin::Plugin => texts.none_of_plugin,
                    Origin::Jira => texts.none_of_jira,
                }}
            </SectionMessage>
        }
        .into_any(),
        None => view! {
            // It is scrolled by keyboard, so it takes the focus.
            <div class="tio-log" role="region" tabindex="0" aria-label=texts.region>
                <ol class="tio-log__lines">{rows}</ol>
                <Show when=move || shown.with(Vec::is_empty)>
                    <p class="tio-log__none">
                        {texts.no_match} " "
                        <Button
                            appearance=Appearance::Link
                            on_click=move |()| filter.set(LineFilter::default())
                        >
                            {texts.show_all}
                        </Button>
                    </p>
                </Show>
            </div>
        }
        .into_any(),
    }
}

/// A line of the log.
#[component]
fn Line(
    /// What was logged.
    line: LogLine,
) -> impl IntoView {
    let i18n = use_i18n();
    let (tone, icon) = look(line.level);
    let LogLine {
        at,
        level,
        logger,
        message,
    } = line;
    view! {
        <li class="tio-log__line">
            <time class="tio-log__time" datetime=at.as_str().to_owned() title=i18n.exact(&at)>
                {i18n.to_the_second(&at)}
            </time>
            <Lozenge tone icon text=word(i18n, level) />
            <span class="tio-log__logger">{logger}</span>
            <span class="tio-log__message">{message}</span>
        </li>
    }
}

/// How a level looks. The icon differs wherever the colour does.
fn look(level: Level) -> (Tone, IconName) {
    match level {
        Level::Trace | Level::Debug => (Tone::Neutral, IconName::More),
        Level::Info => (Tone::Info, IconName::Info),
        Level::Warn => (Tone::Warning, IconName::Warning),
        Level::Error | Level::Fatal => (Tone::Danger, IconName::Error),
        Level::Unknown => (Tone::Neutral, IconName::Question),
    }
}

fn word(i18n: I18n, level: Level) -> &'static str {
    let texts = &i18n.maintenance().logs;
    match level {
        Level::Trace => texts.trace,
        Level::Debug => texts.debug,
        Level::Info => texts.info,
        Level::Warn => texts.warning,
        Level::Error => texts.error,
        Level::Fatal => texts.fatal,
        Level::Unknown => texts.other_level,
    }
}
