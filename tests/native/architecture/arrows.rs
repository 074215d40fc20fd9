//! Who may know whom.

use std::{collections::BTreeSet, path::Path};

use super::{
    Rule, assert_finds, assert_kept, forbids,
    source::{Source, files_under},
};

/// What each layer may call. Whoever is missing here wires the others together and may call all of them.
const LAYERS: [(&str, &[&str]); 7] = [
    ("src/domain", &["domain"]),
    ("src/reactive", &["reactive"]),
    ("src/view", &["reactive", "view"]),
    ("src/api", &["api", "domain"]),
    ("src/state", &["api", "domain", "reactive", "state"]),
    ("src/components", &["components", "domain", "reactive", "view"]),
    (
        "src/pages",
        &[
            "components",
            "domain",
            "host",
            "i18n",
            "pages",
            "reactive",
            "state",
            "view",
        ],
    ),
];

/// What `crate::reactive` has in place of Leptos's own.
const HANDLES: [&str; 19] = [
    "ArcMemo",
    "ArcRwSignal",
    "ArcSignal",
    "ArcTrigger",
    "Callback",
    "Effect",
    "ImmediateEffect",
    "LocalStorage",
    "Memo",
    "ReadSignal",
    "RenderEffect",
    "RwSignal",
    "Signal",
    "StoredValue",
    "Trigger",
    "WriteSignal",
    "signal",
    "signal_local",
    "*",
];

/// What `crate::view` has in place of Leptos's own.
const VIEW_MACHINERY: [&str; 14] = [
    "AnyView",
    "For",
    "IntoAny",
    "IntoView",
    "NodeRef",
    "Show",
    "component",
    "ev",
    "html",
    "island",
    "mount",
    "svg",
    "tachys",
    "view",
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

/// Names another page, by the way from the root or by one that climbs to the folder of all pages.
fn leaves_its_page(source: &Source) -> Vec<String> {
    let named = source.own_modules().contains("pages");
    let named = named.then(|| "crate::pages".to_owned());
    named.into_iter().chain(climbs(source, 1)).collect()
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

fn takes_of_leptos(names: &'static [&'static str]) -> Rule {
    Box::new(move |source: &Source| {
        let forbidden = BTreeSet::from_iter(names.iter().copied());
        let taken = source.names_of("leptos::");
        taken
            .intersection(&forbidden)
            .map(|name| (*name).to_owned())
            .collect()
    })
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
        ("part.rs", "use crate::pages::other::part;", Some("crate::pages")),
        (
            "part.rs",
            "use crate::{\n    i18n::use_i18n,\n    pages::Page,\n};",
            Some("crate::pages"),
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
    let rule = calls_only(&["domain", "reactive"]);
    assert_finds(&rule, "use crate::state::store::Store;", &["crate::state"]);
    assert_finds(
        &rule,
        "use crate::{\n    domain::{ids::Id, status::Status},\n    api::client::Client,\n    view,\n};",
        &["crate::api", "crate::view"],
    );
    assert_finds(&rule, "let client = crate::api::client();", &["crate::api"]);
    assert_finds(
        &rule,
        "// crate::api\nuse crate::{domain::{a, b::{c, d}}, reactive::Signal};",
        &[],
    );
    let climbs: Rule = Box::new(climbs_to_the_root);
    assert_finds(&climbs, "use super::super::api::Client;", &["super::super::"]);
    assert_finds(&climbs, "use super::store::Store;", &[]);
}

#[test]
fn signals_are_our_own() {
    let folders = [
        "src/api",
        "src/app.rs",
        "src/components",
        "src/host",
        "src/i18n",
        "src/main.rs",
        "src/pages",
        "src/state",
        "src/view",
    ];
    assert_kept(&folders, &takes_of_leptos(&HANDLES));
}

#[test]
fn views_are_our_own() {
    assert_kept(&["src"], &takes_of_leptos(&VIEW_MACHINERY));
    assert_kept(&["src"], &forbids(&["view!", "#[component", "#[island"]));
}

#[test]
fn leptoss_own_signals_and_views_are_found() {
    let signals = takes_of_leptos(&HANDLES);
    assert_finds(&signals, "use leptos::prelude::*;", &["*"]);
    assert_finds(&signals, "use leptos::prelude::{Owner, RwSignal};", &["RwSignal"]);
    assert_finds(
        &signals,
        "use leptos::{\n    prelude::{Memo, document},\n    task::spawn_local,\n};",
        &["Memo"],
    );
    assert_finds(
        &signals,
        "let it = leptos::prelude::Signal::derive(|| 1);",
        &["Signal"],
    );
    assert_finds(
        &signals,
        "use crate::reactive::{RwSignal, Signal};\nuse leptos::prelude::{Owner, on_cleanup};",
        &[],
    );
    let views = takes_of_leptos(&VIEW_MACHINERY);
    assert_finds(
        &views,
        "use leptos::{html, tachys::view::any_view::AnyViewState};",
        &["html", "tachys", "view"],
    );
    assert_finds(
        &views,
        "#[leptos::component]\nfn greeting() -> impl leptos::IntoView {}",
        &["IntoView", "component"],
    );
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
        "src/reactive",
        "src/state",
        "src/view",
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
    assert_kept(
        &["src/components", "src/view", "src/reactive"],
        &forbids(&["Test IO"]),
    );
}
