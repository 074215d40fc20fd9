//! What may stand in a view.

use super::{
    Rule, assert_finds, assert_kept, forbids,
    source::{Source, literals},
};

/// Where words are written into the page.
const VIEWS: [&str; 3] = ["src/app.rs", "src/components", "src/pages"];

/// The attributes that are read out or shown.
const TEXT_ATTRIBUTES: [&str; 5] = ["alt", "aria-description", "aria-label", "placeholder", "title"];

/// Names that the browser gives keys and elements.
const BROWSERS_NAMES: [&str; 9] = [
    "ArrowDown",
    "ArrowUp",
    "End",
    "Enter",
    "Escape",
    "Home",
    "PageDown",
    "PageUp",
    "Tab",
];

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

/// Texts that are given to an element as they are.
fn texts_of_elements(source: &Source) -> Vec<String> {
    let is_child = |before: &str| {
        let before = ["[", "vec!", "format!(", "String::from(", "Some("]
            .into_iter()
            .fold(before, |before, opened| {
                before.trim_end_matches(opened).trim_end()
            });
        before.ends_with(".child(")
    };
    source
        .literals()
        .into_iter()
        .filter(|literal| has_letters(literal.text) && is_child(literal.before))
        .map(|literal| literal.text.to_owned())
        .collect()
}

/// Texts in the attributes that a person gets to hear or see.
fn texts_of_attributes(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for arguments in source.arguments_of(".attr") {
        let mut literals = literals(arguments).into_iter();
        let name = literals.next().map(|name| name.text);
        if name.is_some_and(|name| TEXT_ATTRIBUTES.contains(&name)) {
            let texts = literals.filter(|literal| has_letters(literal.text));
            found.extend(texts.map(|literal| literal.text.to_owned()));
        }
    }
    found
}

/// Whatever reads like words, wherever it goes: several of them, or one with a capital letter.
fn words(source: &Source) -> Vec<String> {
    let is_reason = |before: &str| before.ends_with("reason =");
    let is_markup = |text: &str| text.starts_with("tio-") || text.starts_with("noopener");
    source
        .literals()
        .into_iter()
        .filter(|literal| !is_reason(literal.before) && !is_markup(literal.text))
        .map(|literal| literal.text)
        .filter(|text| is_sentence(text) || is_capitalised(text))
        .map(ToOwned::to_owned)
        .collect()
}

fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| word.chars().all(char::is_alphabetic);
    text.split_whitespace().filter(is_word).count() >= 2
}

fn is_capitalised(text: &str) -> bool {
    let mut letters = text.chars();
    let starts =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    starts && !BROWSERS_NAMES.contains(&text)
}

/// Styles whose name is computed, or that are no properties.
fn computed_styles(source: &Source) -> Vec<String> {
    let is_property = |arguments: &&str| {
        let name = literals(arguments).into_iter().find(|name| name.before == "(");
        name.is_some_and(|name| {
            !name.text.is_empty() && name.text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        })
    };
    let arguments = source.arguments_of(".style").into_iter();
    // Without arguments it is the browser's own, which the view sets by CSSOM.
    let strange = arguments.filter(|arguments| *arguments != "()" && !is_property(arguments));
    strange.map(ToOwned::to_owned).collect()
}

/// A text that is written in a view is a text that no translator sees.
#[test]
fn texts_live_in_i18n_alone() {
    let rules: [Rule; 3] = [
        Box::new(texts_of_elements),
        Box::new(texts_of_attributes),
        Box::new(words),
    ];
    for rule in rules {
        assert_kept(&VIEWS, &rule);
    }
}

#[test]
fn texts_in_views_are_found() {
    let elements: Rule = Box::new(texts_of_elements);
    assert_finds(&elements, r#"span().child("loading")"#, &["loading"]);
    assert_finds(
        &elements,
        "p().child(\n    [\"project \", &key].concat(),\n)",
        &["project "],
    );
    assert_finds(
        &elements,
        r#"p().child(format!("{count} projects"))"#,
        &["{count} projects"],
    );
    assert_finds(
        &elements,
        r#"p().child(" ").child(span().class("tio-icon"))"#,
        &[],
    );
    let attributes: Rule = Box::new(texts_of_attributes);
    assert_finds(
        &attributes,
        r#"button().attr("type", "button").attr("aria-label", "close")"#,
        &["close"],
    );
    assert_finds(
        &attributes,
        r#"input().attr("placeholder", open.then_some("search (all)")).attr("title", x)"#,
        &["search (all)"],
    );
    assert_finds(&attributes, r#"img().attr("alt", "").attr("src", "a.png")"#, &[]);
    let anywhere: Rule = Box::new(words);
    assert_finds(&anywhere, r#"Button::new("Save")"#, &["Save"]);
    assert_finds(&anywhere, r#"spinner("still loading")"#, &["still loading"]);
    assert_finds(
        &anywhere,
        r##"#[expect(lint, reason = "it has to be")] if key == "Escape" { el.class("tio-a tio-b") }"##,
        &[],
    );
}

/// Markup from data would be a way in.
#[test]
fn nothing_makes_markup_of_text() {
    let ways = [
        "inner_html",
        "innerHTML",
        "outer_html",
        "outerHTML",
        "insert_adjacent_html",
        "insertAdjacentHTML",
        "create_contextual_fragment",
        "parse_from_string",
        "document.write",
    ];
    assert_kept(&["src"], &forbids(&ways));
}

/// The page's Content Security Policy blocks inline styles.
#[test]
fn no_view_has_an_inline_style() {
    let attribute = [
        "attr(\"style\"",
        "set_attribute(\"style\"",
        "css_text",
        "cssText",
        " style=\"",
    ];
    assert_kept(&["src"], &forbids(&attribute));
    assert_kept(&["src"], &(Box::new(computed_styles) as Rule));
}

#[test]
fn styles_that_are_no_properties_are_found() {
    let rule: Rule = Box::new(computed_styles);
    assert_finds(&rule, r#"div().style(name, "4px")"#, &[r#"(name, "4px")"#]);
    assert_finds(
        &rule,
        r#"div().style("height: 4px; color", red)"#,
        &[r#"("height: 4px; color", red)"#],
    );
    assert_finds(&rule, r#"div().style("max-height", height)"#, &[]);
    assert_finds(&rule, "element.style().set_property(name, value)", &[]);
}
