//! The lines that are given, and the download of the same range.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::{DOWNLOAD, LINES, instant};
use crate::exchange::{Exchange, Request};
use crate::kit::Kit;
use crate::verdict::{Verdict, not_checked};

/// How many letters and digits in a row could be a key.
const KEY: usize = 20;

/// A range in which nothing is written any more, because it has ended.
struct Past {
    query: String,
    from: Timestamp,
    to: Timestamp,
}

pub(super) fn get(kit: &Kit, query: &str) -> Verdict<Exchange> {
    kit.admin(Request::get(format!("{LINES}?{query}")))
}

pub(super) fn read(kit: &Kit, query: &str) -> Verdict<(Exchange, Value)> {
    let answer = get(kit, query)?;
    let body = answer.ready(200)?;
    Ok((answer, body))
}

/// The hour before the last second, by the server's own clock.
fn past(kit: &Kit) -> Verdict<Past> {
    let (_, now) = read(kit, "tail=1")?;
    let Some(to) = instant(&now["to"]).and_then(|now| Timestamp::from_second(now.as_second() - 1).ok())
    else {
        return not_checked("the server does not tell its time");
    };
    let from = to - SignedDuration::from_hours(1);
    Ok(Past {
        query: format!("from={from}&to={to}"),
        from,
        to,
    })
}

fn lines(body: &Value) -> &[Value] {
    body["lines"].as_array().map_or(&[], Vec::as_slice)
}

/// As many lines of the last hour as can be had, at least so many.
fn some_lines(kit: &Kit, at_least: usize) -> Verdict<(Past, Exchange, Value)> {
    let past = past(kit)?;
    let (answer, body) = read(kit, &format!("{}&tail=1000", past.query))?;
    if lines(&body).len() < at_least {
        return not_checked(format!(
            "fewer than {at_least} lines were logged in the last hour"
        ));
    }
    Ok((past, answer, body))
}

fn download_of(kit: &Kit, query: &str) -> Verdict<Exchange> {
    let answer = kit.admin(Request::get(format!("{DOWNLOAD}?{query}")).with("accept", "text/plain"))?;
    answer.ready(200)?;
    Ok(answer)
}

pub(super) fn inside(kit: &Kit) -> Verdict {
    let (past, answer, body) = some_lines(kit, 1)?;
    let all = lines(&body)
        .iter()
        .all(|line| instant(&line["at"]).is_some_and(|at| past.from <= at && at <= past.to));
    answer.must(all, "no line of another time")
}

pub(super) fn ends_included(kit: &Kit) -> Verdict {
    let (_, _, body) = some_lines(kit, 1)?;
    for line in [&lines(&body)[0], &lines(&body)[lines(&body).len() - 1]] {
        let at = line["at"].as_str().unwrap_or_default();
        let (answer, just) = read(kit, &format!("from={at}&to={at}&tail=1000"))?;
        answer.must(lines(&just).contains(line), "the line that was written then")?;
    }
    Ok(())
}

pub(super) fn oldest_first(kit: &Kit) -> Verdict {
    let (_, answer, body) = some_lines(kit, 2)?;
    let times: Vec<Timestamp> = lines(&body)
        .iter()
        .filter_map(|line| instant(&line["at"]))
        .collect();
    // Of two threads, the one that looks at the clock first may write last.
    let moment = SignedDuration::from_secs(1);
    let in_order = times
        .windows(2)
        .all(|pair| pair[1].duration_since(pair[0]) > -moment);
    answer.must(in_order, "oldest first")
}

pub(super) fn tail(kit: &Kit) -> Verdict {
    let (past, _, all) = some_lines(kit, 2)?;
    for (query, most) in [("&tail=1", 1), ("", 200)] {
        let (answer, body) = read(kit, &format!("{}{query}", past.query))?;
        let (given, all) = (lines(&body), lines(&all));
        answer.must(given.len() <= most, format!("{most} lines at most"))?;
        answer.must(!given.is_empty() && all.ends_with(given), "the newest lines")?;
    }
    Ok(())
}

pub(super) fn total(kit: &Kit) -> Verdict {
    let (past, answer, all) = some_lines(kit, 2)?;
    let given = lines(&all).len() as u64;
    let total = &all["total"];
    let holds = if all["truncated"] == true {
        total.as_u64() > Some(given)
    } else {
        total == given
    };
    answer.must(holds, "total: as many as there are")?;
    let (answer, body) = read(kit, &format!("{}&tail=1", past.query))?;
    answer.must(
        body["total"] == *total,
        format!("total: {total}, as with another tail"),
    )
}

pub(super) fn truncated(kit: &Kit) -> Verdict {
    let (past, answer, all) = some_lines(kit, 2)?;
    let older = all["total"].as_u64() > Some(lines(&all).len() as u64);
    answer.must(all["truncated"] == older, format!("truncated: {older}"))?;
    let (answer, body) = read(kit, &format!("{}&tail=1", past.query))?;
    answer.must(body["truncated"] == true, "truncated: true")
}

pub(super) fn plugin(kit: &Kit) -> Verdict {
    let (past, _, mut all) = some_lines(kit, 1)?;
    let mut query = past.query;
    if all["truncated"] == true {
        // The newer half of what is given is a range that is given whole.
        let given = lines(&all);
        let from = given[given.len() / 2]["at"].as_str().unwrap_or_default();
        query = format!("from={from}&to={}", past.to);
        all = read(kit, &format!("{query}&tail=1000"))?.1;
    }
    let (answer, body) = read(kit, &format!("{query}&plugin=true&tail=1000"))?;
    let among = lines(&body).iter().all(|line| lines(&all).contains(line));
    answer.must(among, "none but lines that are there without it, too")?;
    let fewer = body["total"].as_u64() < all["total"].as_u64();
    let is_jiras = |line: &Value| {
        line["logger"]
            .as_str()
            .is_some_and(|logger| logger.starts_with("com.atlassian"))
    };
    let foreign = lines(&all).iter().any(is_jiras);
    answer.must(fewer || !foreign, "not the lines of Jira's own loggers")
}

pub(super) fn redacted(kit: &Kit) -> Verdict {
    let (past, answer, body) = some_lines(kit, 1)?;
    let texts = lines(&body)
        .iter()
        .flat_map(|line| [line["message"].as_str(), line["logger"].as_str()])
        .flatten();
    let expected = "no 20 letters and digits in a row with a digit among them";
    answer.must(!texts.into_iter().any(could_have_a_key), expected)?;
    let file = download_of(kit, &past.query)?;
    file.must(!could_have_a_key(&file.text), expected)
}

fn could_have_a_key(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .any(|row| row.len() >= KEY && row.contains(|letter: char| letter.is_ascii_digit()))
}

pub(super) fn bytes(kit: &Kit) -> Verdict {
    let (past, _, _) = some_lines(kit, 1)?;
    let (answer, body) = read(kit, &past.query)?;
    let file = download_of(kit, &past.query)?;
    let had = file.text.len();
    answer.must(
        body["bytes"] == had,
        format!("bytes: {had}, as {} has", file.request),
    )
}

pub(super) fn download(kit: &Kit) -> Verdict {
    let (past, _, body) = some_lines(kit, 1)?;
    let file = download_of(kit, &past.query)?;
    let mut rest = file.text.as_str();
    for text in lines(&body).iter().filter_map(|line| line["message"].as_str()) {
        for part in text.lines() {
            match rest.find(part) {
                Some(at) => rest = &rest[at + part.len()..],
                None => return file.must(false, format!("the line {part:?}, behind those before it")),
            }
        }
    }
    Ok(())
}
