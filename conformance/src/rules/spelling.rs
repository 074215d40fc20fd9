//! Searching for what looks alike, however it is written.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::search::{LISTS, ask, word_that};
use crate::exchange::Exchange;
use crate::kit::Kit;
use crate::rule::{Group, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "Search";

pub const GROUP: Group = Group {
    title: "Spelling in searches",
    rules: &[
        Rule::act(
            "spelling.composed",
            "A letter is found whether it is one character or composed of two (NFC and NFD).",
            SOURCE,
            &[],
            composed,
        ),
        Rule::act(
            "spelling.invisible",
            "Characters that nobody sees do not count, around and inside a word.",
            SOURCE,
            &[],
            invisible,
        ),
        Rule::act(
            "spelling.full-folding",
            "Letters that become two in upper case are found by them, as “ß” by “SS”.",
            SOURCE,
            &[],
            full_folding,
        ),
    ],
};

/// Another way to write a word must find what the word itself finds.
fn finds_the_same(kit: &Kit, word: &str, written: &str) -> Verdict {
    let found = |answer: &Exchange| (answer.json()["total"].clone(), answer.json()["values"].clone());
    for (list, _) in LISTS {
        let expected = ask(kit, list, word)?;
        expected.ready(200)?;
        let answer = ask(kit, list, written)?;
        answer.must(
            answer.status == 200 && found(&answer) == found(&expected),
            format!("what {} finds: {}", expected.request, expected.came),
        )?;
    }
    Ok(())
}

fn composed(kit: &Kit) -> Verdict {
    let all = kit.all("/projects", &[])?;
    let apart = |word: &str| {
        DecomposingNormalizerBorrowed::new_nfd()
            .normalize(word)
            .into_owned()
    };
    let Some(word) = word_that(&all, |word| apart(word) != word) else {
        return not_checked("no project has a letter in its name that can be composed of two");
    };
    finds_the_same(kit, word, &apart(word))
}

fn invisible(kit: &Kit) -> Verdict {
    let all = kit.all("/projects", &[])?;
    let Some(word) = word_that(&all, |word| word.chars().count() > 2) else {
        return not_checked("no project has a word in its name");
    };
    let middle = word.char_indices().nth(1).map_or(0, |(index, _)| index);
    let (begin, end) = word.split_at(middle);
    for written in [
        format!("\u{feff}{word}\u{200b}"),
        format!("{begin}\u{200b}{end}"),
        format!("{begin}\u{2060}{end}\u{ad}"),
    ] {
        finds_the_same(kit, word, &written)?;
    }
    Ok(())
}

fn full_folding(kit: &Kit) -> Verdict {
    let all = kit.all("/projects", &[])?;
    let becomes_more = |word: &str| word.chars().any(|c| c.to_uppercase().count() > 1);
    let Some(word) = word_that(&all, becomes_more) else {
        return not_checked("no project has a letter in its name that becomes two in upper case");
    };
    finds_the_same(kit, word, &word.to_uppercase())
}
