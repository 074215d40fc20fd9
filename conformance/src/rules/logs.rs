//! What is given of the log. The rules go by what is in it: where nothing was logged for an hour, they can't be checked.

mod lines;

use jiff::{SignedDuration, Timestamp};

use self::lines::{get, read};
use super::instant;
use crate::exchange::Request;
use crate::kit::Kit;
use crate::rule::{Group, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "What the log tells";
const SCHEMA: &str = "schema `LogLines`";
const LINES: &str = "/maintenance/logs";
const DOWNLOAD: &str = "/maintenance/logs/download";

pub const GROUP: Group = Group {
    title: "The log",
    rules: &[
        Rule::act(
            "logs.usual-range",
            "Without `to` the range ends now, without `from` it begins an hour before its end.",
            SOURCE,
            &[],
            usual_range,
        ),
        Rule::act(
            "logs.range-told",
            "The answer tells the first and the last instant that were looked for.",
            SCHEMA,
            &[],
            range_told,
        ),
        Rule::act(
            "logs.from-after-to",
            "A range that ends before it begins is refused with 400 `INVALID_REQUEST` and a text in `errors.from`, the download's too.",
            SOURCE,
            &[],
            |kit| refused(kit, "from=2026-05-03T09:15:01Z&to=2026-05-03T09:15:00Z", "from"),
        ),
        Rule::act(
            "logs.too-long",
            "A range of more than 3 days is refused with 400 `INVALID_REQUEST` and a text in `errors.to`, the download's too.",
            SOURCE,
            &[],
            |kit| refused(kit, "from=2026-05-03T00:00:00Z&to=2026-05-06T00:00:01Z", "to"),
        ),
        Rule::act(
            "logs.three-days",
            "A range of just 3 days is given.",
            SOURCE,
            &[],
            three_days,
        ),
        Rule::act(
            "logs.inside",
            "All lines are of the range.",
            SOURCE,
            &[],
            lines::inside,
        ),
        Rule::act(
            "logs.ends-included",
            "A line that was written at the first or the last instant is of the range.",
            SOURCE,
            &[],
            lines::ends_included,
        ),
        Rule::act(
            "logs.oldest-first",
            "The lines come oldest first.",
            SCHEMA,
            &[],
            lines::oldest_first,
        ),
        Rule::act(
            "logs.tail",
            "Not more than `tail` lines are given, 200 if it is not said, and they are the newest.",
            "operation `getLogs`",
            &[],
            lines::tail,
        ),
        Rule::act(
            "logs.total",
            "`total` is how many lines the range has, however many are given.",
            SCHEMA,
            &[],
            lines::total,
        ),
        Rule::act(
            "logs.truncated",
            "`truncated` tells whether the range has lines older than those given.",
            SCHEMA,
            &[],
            lines::truncated,
        ),
        Rule::act(
            "logs.plugin",
            "`plugin=true` leaves some of the lines out and adds none.",
            SOURCE,
            &[],
            lines::plugin,
        ),
        Rule::act(
            "logs.redacted",
            "No line and no download has 20 letters and digits in a row with a digit among them.",
            SOURCE,
            &[],
            lines::redacted,
        ),
        Rule::act(
            "logs.bytes",
            "`bytes` is how much the download of the range has.",
            SCHEMA,
            &[],
            lines::bytes,
        ),
        Rule::act(
            "logs.download",
            "The download has all lines that are given, oldest first, and all lines of each message.",
            "operation `downloadLogs`",
            &[],
            lines::download,
        ),
    ],
};

fn usual_range(kit: &Kit) -> Verdict {
    let hour = SignedDuration::from_hours(1);
    let (answer, body) = read(kit, "tail=1")?;
    let near =
        |one: Timestamp, other: Timestamp| one.duration_since(other).abs() < SignedDuration::from_mins(10);
    let ends = instant(&body["from"]).zip(instant(&body["to"]));
    answer.must(
        ends.is_some_and(|(from, to)| to.duration_since(from) == hour && near(to, Timestamp::now())),
        "the hour before now",
    )?;
    let (answer, body) = read(kit, "to=2026-05-03T09:15:00Z&tail=1")?;
    let before: Option<Timestamp> = "2026-05-03T08:15:00Z".parse().ok();
    answer.must(instant(&body["from"]) == before, "from: 2026-05-03T08:15:00Z")
}

fn range_told(kit: &Kit) -> Verdict {
    let (from, to) = ("2026-05-03T09:15:00Z", "2026-05-03T09:45:00Z");
    let (answer, body) = read(kit, &format!("from={from}&to={to}"))?;
    let told = |field: &str, expected: &str| instant(&body[field]) == expected.parse().ok();
    answer.must(
        told("from", from) && told("to", to),
        format!("from: {from}, to: {to}"),
    )
}

fn refused(kit: &Kit, query: &str, field: &str) -> Verdict {
    for path in [LINES, DOWNLOAD] {
        let answer = kit.admin(Request::get(format!("{path}?{query}")))?;
        answer.must_blame(400, "INVALID_REQUEST", field)?;
    }
    Ok(())
}

fn three_days(kit: &Kit) -> Verdict {
    let answer = get(kit, "from=2026-05-03T00:00:00Z&to=2026-05-06T00:00:00Z")?;
    answer.must(answer.status == 200, "200")
}
