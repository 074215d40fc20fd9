//! Who may know whom.

use std::{collections::BTreeSet, path::Path};

use super::{
    Rule, assert_finds, assert_kept, forbids,
    source::{Source, files_under},
};

/// What each layer may call. Whoever is missing here wires the others together and may call all of them.
const LAYERS: [(&str, &[&str]); 5] = [
    ("src/domain", &["domain"]),
    ("src/api", &["api", "domain"]),
    ("src/state", &["api", "domain", "state"]),
    ("src/components", &["components", "domain"]),
    (
        "src/pages",
        &["components", "domain", "host", "i18n", "pages", "state"],
    ),
];

/// What would do by hand what Leptos does.
const OWN_MACHINERY: [&str; 8] = [
    "create_element",
    "append_child",
    "insert_before",
    "Box::leak",
    "thread_local!",
    "impl Render for",
    "impl IntoView for",
    "impl IntoRender for",
];

fn calls_only(layers: &'static [&'static str]) -> Rule {
    Box::new(move |source: &Source| {
        let strangers = source
            .own_modules()
            .into_iter()
            .filter(|module| !layers.contains(module));
        strangers.map(|module| ["crate::", module].concat()).collect()
    })
}

/// A path that climbs to the crate's root by `super` goes past the rule above.
fn climbs_to_the_root(source: &Source) -> Vec<String> {
    climbs(source, 0)
}

/// What stands beside the pages and belongs to all of them.
const BESIDE_PAGES: [&str; 2] = ["later", "shared"];

/// Names another page, by the way from the root or by one that climbs to the folder of all pages.
fn leaves_its_page(source: &Source) -> Vec<String> {
    let own = source.path.iter().nth(2).and_then(|name| name.to_str());
    let named = source.pages().into_iter();
    let named = named.filter(|page| Some(*page) != own && !BESIDE_PAGES.contains(page));
    let named = named.map(|page| ["crate::pages::", page].concat());
    named.chain(climbs(source, 1)).collect()
}

/// Climbs by `super` to what is so many folders below the crate's root.
fn climbs(source: &Source, depth: usize) -> Vec<String> {
    let path = source.path.with_extension("");
    let modules = path.iter().filter(|name| *name != "src" && *name != "mod");
    let climb = "super::".repeat(modules.count() - depth);
    source
        .code
        .contains(&climb)
        .then_some(climb)
        .into_iter()
        .collect()
}

#[test]
fn each_layer_calls_only_those_below_it() {
    for (folder, layers) in LAYERS {
        assert_kept(&[folder], &calls_only(layers));
        assert_kept(&[folder], &(Box::new(climbs_to_the_root) as Rule));
    }
}

/// What belongs to all pages lives beside them; a page can be taken out without a trace in any other.
#[test]
fn no_page_knows_another() {
    let pages = files_under("src/pages", "rs");
    let folders: BTreeSet<_> = pages
        .iter()
        .filter_map(|file| {
            file.parent()?
                .strip_prefix("src/pages")
                .ok()?
                .iter()
                .next()?
                .to_str()
        })
        .collect();
    assert!(folders.len() > 1, "{folders:?}");
    for folder in folders {
        let folder = ["src/pages", folder].join("/");
        let rule: Rule = Box::new(leaves_its_page);
        assert_kept(&[&folder], &rule);
    }
}

#[test]
fn a_way_to_another_page_is_found() {
    for (file, code, wrong) in [
        (
            "part.rs",
            "use crate::pages::other::part;",
            Some("crate::pages::other"),
        ),
        ("part.rs", "use crate::pages::one::services::Services;", None),
        ("part.rs", "use crate::pages::later::Part;", None),
        (
            "part.rs",
            "use crate::{\n    pages::{later::Part, shared::time::Time},\n    state::{add::Add, load::Load},\n};",
            None,
        ),
        (
            "part.rs",
            "use crate::{\n    i18n::use_i18n,\n    pages::Page,\n};",
            Some("crate::pages::Page"),
        ),
        ("part.rs", "use super::super::other;", Some("super::super::")),
        ("mod.rs", "use super::other;", Some("super::")),
        ("deep/part.rs", "use super::super::services::Services;", None),
        ("part.rs", "use super::row::row;\nuse crate::domain::route;", None),
    ] {
        let path = Path::new("src/pages/one").join(file);
        let found = leaves_its_page(&Source::new(&path, code));
        assert_eq!(found.first().map(String::as_str), wrong, "{file}: {code}");
    }
}

#[test]
fn a_call_to_a_layer_above_is_found_however_it_is_written() {
    let rule = calls_only(&["domain", "components"]);
    assert_finds(&rule, "use crate::state::store::Store;", &["crate::state"]);
    assert_finds(
        &rule,
        "use crate::{\n    domain::{ids::Id, status::Status},\n    api::client::Client,\n    host,\n};",
        &["crate::api", "crate::host"],
    );
    assert_finds(&rule, "let client = crate::api::client();", &["crate::api"]);
    assert_finds(
        &rule,
        "// crate::api\nuse crate::{domain::{a, b::{c, d}}, components::tone::Tone};",
        &[],
    );
    let climbs: Rule = Box::new(climbs_to_the_root);
    assert_finds(&climbs, "use super::super::api::Client;", &["super::super::"]);
    assert_finds(&climbs, "use super::store::Store;", &[]);
}

/// Whoever knows Leptos from its book can read every part of the page.
#[test]
fn views_and_signals_are_leptoss() {
    let folders = [
        "src/api",
        "src/app.rs",
        "src/components",
        "src/domain",
        "src/i18n",
        "src/pages",
        "src/state",
    ];
    assert_kept(&folders, &forbids(&OWN_MACHINERY));
}

#[test]
fn json_is_read_and_written_in_the_api_alone() {
    let folders = [
        "src/app.rs",
        "src/components",
        "src/domain",
        "src/host",
        "src/i18n",
        "src/pages",
        "src/state",
    ];
    assert_kept(&folders, &forbids(&["serde", "JSON::"]));
}

#[test]
fn only_the_api_knows_fetch_and_json() {
    let folders = [
        "src/app.rs",
        "src/components",
        "src/domain",
        "src/host",
        "src/i18n",
        "src/main.rs",
        "src/pages",
        "src/state",
    ];
    let words = ["gloo_net", "RequestInit", "XMLHttpRequest", "serde", "JSON::"];
    assert_kept(&folders, &forbids(&words));
}

#[test]
fn the_domain_is_pure() {
    assert_kept(
        &["src/domain"],
        &forbids(&["leptos", "web_sys", "js_sys", "wasm_bindgen"]),
    );
}

#[test]
fn the_state_knows_no_browser() {
    assert_kept(&["src/state"], &forbids(&["web_sys", "js_sys", "wasm_bindgen"]));
}

#[test]
fn components_know_nothing_of_test_io() {
    assert_kept(&["src/components"], &forbids(&["Test IO"]));
}
