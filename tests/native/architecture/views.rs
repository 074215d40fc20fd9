//! What may stand in a view.

use super::{
    Rule, assert_finds, assert_kept, forbids,
    markup::{Element, elements_of},
    source::Source,
};

/// Where words are written into the page.
const VIEWS: [&str; 3] = ["src/app.rs", "src/components", "src/pages"];

/// The attributes that are read out or shown.
const TEXT_ATTRIBUTES: [&str; 5] = ["alt", "aria-description", "aria-label", "placeholder", "title"];

/// Names that the browser gives keys and elements.
const BROWSERS_NAMES: [&str; 11] = [
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
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
    let elements = elements_of(source).into_iter();
    let texts = elements.flat_map(|element| element.texts);
    texts.filter(|text| has_letters(text)).collect()
}

/// Texts in the attributes that a person gets to hear or see.
fn texts_of_attributes(source: &Source) -> Vec<String> {
    let elements = elements_of(source).into_iter();
    let attributes = elements.flat_map(|element| element.constant_attributes);
    attributes
        .filter(|(name, text)| TEXT_ATTRIBUTES.contains(&name.as_str()) && has_letters(text))
        .map(|(_, text)| text)
        .collect()
}

/// Elements that Leptos would write as HTML, which the page's policy on Trusted Types refuses: there is nothing in them
/// that could change, and they are not the root of their view. One class of such an element is written
/// `class:name=true`.
fn written_as_html(source: &Source) -> Vec<String> {
    let elements = elements_of(source).into_iter();
    let written = elements.filter(Element::is_written_as_html);
    written.map(|element| element.name).collect()
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
    assert_finds(
        &elements,
        r#"fn a() { view! { <p>{name}<span class="tio-icon">"loading"</span></p> } }"#,
        &["loading"],
    );
    assert_finds(
        &elements,
        r#"fn a() { view! { <p>{move || view! { <b>"still " {name}</b> }}" *"</p> } }"#,
        &["still "],
    );
    let attributes: Rule = Box::new(texts_of_attributes);
    assert_finds(
        &attributes,
        r#"fn a() { view! { <Part label=x><button type="button" aria-label="close" title=x></button></Part> } }"#,
        &["close"],
    );
    assert_finds(
        &attributes,
        r#"fn a() { view! { <img alt="" src="a.png" /> } }"#,
        &[],
    );
    let anywhere: Rule = Box::new(words);
    assert_finds(
        &anywhere,
        r#"fn a() { view! { <Button>"Save"</Button> } }"#,
        &["Save"],
    );
    assert_finds(&anywhere, r#"Spinner("still loading")"#, &["still loading"]);
    assert_finds(
        &anywhere,
        r##"#[expect(lint, reason = "it has to be")] if key == "Escape" { "tio-a tio-b" }"##,
        &[],
    );
}

#[test]
fn no_element_is_written_as_html() {
    assert_kept(&VIEWS, &(Box::new(written_as_html) as Rule));
}

#[test]
fn elements_that_would_be_written_as_html_are_found() {
    let rule: Rule = Box::new(written_as_html);
    for (view, found) in [
        (r#"<p><span class="tio-track"></span>{label}</p>"#, &["span"][..]),
        (
            r#"<p><b class="a"><i aria-hidden="true">"*"</i></b>{label}</p>"#,
            &["b", "i"],
        ),
        (
            r#"<Part><p>{a}</p>{move || view! { <p><i class="a" />{b}</p> }}</Part>"#,
            &["i"],
        ),
        // The root of a view, and what stands directly in a component.
        (r#"<span class="tio-track"></span>"#, &[]),
        (r#"<Part><span class="tio-track"></span></Part>"#, &[]),
        // Something in it may change, or it is nothing but its name.
        (r#"<p><span class:tio-track=true></span></p>"#, &[]),
        (r#"<p><span class="a">{label}</span><hr /></p>"#, &[]),
        (r#"<p><span class="a"><Icon name=x /></span></p>"#, &[]),
    ] {
        assert_finds(&rule, &["fn a() { view! { ", view, " } }"].concat(), found);
    }
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

/// The page's Content Security Policy blocks inline styles. `style:name=` sets a property by CSSOM, which it allows.
#[test]
fn no_view_has_an_inline_style() {
    let attribute = ["set_attribute(\"style\"", "css_text", "cssText", " style="];
    assert_kept(&["src"], &forbids(&attribute));
}
