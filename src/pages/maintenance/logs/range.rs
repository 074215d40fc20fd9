//! Which part of the log is looked at.

use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        field::Field,
        select::{Choice, Select},
    },
    domain::{
        failure::Failure,
        log_range::{End, Origin, RangeProblem, Span, Wanted, between},
    },
    host::clock,
    i18n::{I18n, use_i18n},
    state::{load::Load, maintenance::logs::Logs},
};

/// How long the range is that the fields begin with, in minutes.
const FIRST_RANGE: u32 = 60;

/// Which range a person wants to enter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    LastHour,
    Between,
}

impl Kind {
    const fn value(self) -> &'static str {
        match self {
            Self::LastHour => "hour",
            Self::Between => "between",
        }
    }
}

/// The range, and whose lines. The last hour, and another choice of lines, are asked for at once; from–to when it is entered.
#[component]
pub fn RangeForm(
    /// The lines.
    logs: Logs,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let kind = RwSignal::new(Kind::LastHour);
    let plugin_only = move || logs.wanted.with(|wanted| wanted.origin == Origin::Plugin);
    let choose_lines = move |plugin_only| {
        let origin = if plugin_only { Origin::Plugin } else { Origin::Jira };
        logs.ask(Wanted {
            origin,
            ..logs.wanted.get_untracked()
        });
    };
    let show_span = move |span| {
        logs.ask(Wanted {
            span,
            ..logs.wanted.get_untracked()
        });
    };
    let choose = move |value: String| {
        if value == Kind::Between.value() {
            kind.set(Kind::Between);
        } else {
            kind.set(Kind::LastHour);
            show_span(Span::LastHour);
        }
    };
    let choices =
        [(Kind::LastHour, texts.last_hour), (Kind::Between, texts.between)].map(|(kind, label)| Choice {
            value: kind.value().to_owned(),
            label: label.to_owned(),
        });
    view! {
        <div class="tio-logs__range">
            <div class="tio-logs__choice">
                <Select
                    label=texts.range
                    choices=choices.to_vec()
                    value=Signal::derive(move || kind.get().value().to_owned())
                    on_change=choose
                />
                <Checkbox
                    label=texts.plugin_only
                    checked=plugin_only
                    on_change=choose_lines
                />
            </div>
            <Show when=move || kind.get() == Kind::Between>
                <FromTo logs on_range=show_span />
            </Show>
        </div>
    }
}

/// The two ends of a range.
#[component]
fn FromTo(
    /// The lines.
    logs: Logs,
    /// Called with a range that can be asked for.
    #[prop(into)]
    on_range: Callback<Span>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().logs;
    let from = RwSignal::new(clock::field_value(FIRST_RANGE));
    let to = RwSignal::new(clock::field_value(0));
    let problem = RwSignal::new(None::<RangeProblem>);
    let show = move |ev: SubmitEvent| {
        ev.prevent_default();
        let range = from.with_untracked(|from| to.with_untracked(|to| between(from, to, clock::moment)));
        problem.set(range.err());
        if let Ok(span) = range {
            on_range.run(span);
        }
    };
    let error = move |end| {
        Signal::derive(move || {
            let own = problem.get().filter(|problem| problem.end() == end);
            own.map(|problem| words(i18n, problem))
                .or_else(|| refused(logs, end))
        })
    };
    let zone = clock::time_zone().map(|zone| texts.zone.with(&zone));
    view! {
        <form class="tio-logs__ends" novalidate=true on:submit=show>
            <Moment label=texts.from value=from error=error(End::From) hint=zone />
            <Moment label=texts.to value=to error=error(End::To) hint=None />
            <Button kind=ButtonKind::Submit>{texts.show}</Button>
        </form>
    }
}

/// A field for a date and a time.
#[component]
fn Moment(
    /// What is to be filled in.
    label: &'static str,
    /// What is in the field.
    value: RwSignal<String>,
    /// What is wrong with it.
    error: Signal<Option<String>>,
    /// In which time zone it is, and what can be asked for.
    hint: Option<String>,
) -> impl IntoView {
    view! {
        <Field label error hint=Signal::stored(hint) let:control>
            <input
                type="datetime-local"
                class="tio-input"
                id=control.id
                aria-describedby=control.described_by
                aria-invalid=control.invalid
                prop:value=value
                on:input=move |ev| value.set(event_target_value(&ev))
            />
        </Field>
    }
}

fn words(i18n: I18n, problem: RangeProblem) -> String {
    let texts = &i18n.maintenance().logs;
    let text = match problem {
        RangeProblem::NoTime(_) => texts.no_time,
        RangeProblem::FromAfterTo => texts.from_after_to,
        RangeProblem::TooLong => texts.too_long,
    };
    text.to_owned()
}

/// What the server says of this end, where it sees it otherwise.
fn refused(logs: Logs, of: End) -> Option<String> {
    logs.lines.with(|lines| match lines {
        Load::Failed(Failure::RangeRefused(end, text)) if *end == of => Some(text.clone()),
        _ => None,
    })
}
