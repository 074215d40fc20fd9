//! What `tracing` is told becomes lines of the log.

use std::fmt;

use jiff::Timestamp;
use tracing::{Dispatch, Event, Subscriber};
use tracing_subscriber::fmt::format::{FormatEvent, FormatFields, Writer, debug_fn};
use tracing_subscriber::fmt::{FmtContext, FormattedFields};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Registry, filter};

use super::{Level, Line, LogFiles};

/// A subscriber that writes to these files.
pub(super) fn to(files: LogFiles) -> Dispatch {
    // Only what is told in Jira's and the plugin's name; libraries have targets of their own.
    let loggers = filter::Targets::new()
        .with_target("io.test.jira", tracing::Level::DEBUG)
        .with_target("com.atlassian", tracing::Level::INFO);
    let lines = tracing_subscriber::fmt::layer()
        .event_format(JiraLine)
        // Of each field its value alone: the user and the path of a request, the message of an event.
        .fmt_fields(debug_fn(|to, field, value| {
            let space = if matches!(field.name(), "user" | "message") {
                ""
            } else {
                " "
            };
            write!(to, "{space}{value:?}")
        }))
        .with_ansi(false)
        .with_writer(files);
    Dispatch::new(Registry::default().with(loggers).with(lines))
}

struct JiraLine;

impl<S, N> FormatEvent<S, N> for JiraLine
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut to: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let line = Line {
            at: Timestamp::now(),
            level: Level::from(*event.metadata().level()),
            logger: event.metadata().target(),
        };
        match context.lookup_current() {
            Some(request) => {
                let extensions = request.extensions();
                let fields = extensions.get::<FormattedFields<N>>();
                line.write(&mut to, fields.map_or("", |fields| fields.as_str()))?;
            }
            None => line.write(&mut to, "")?,
        }
        context.format_fields(to.by_ref(), event)?;
        writeln!(to)
    }
}
