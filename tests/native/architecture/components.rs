//! How a component is declared.

use std::fs;

use syn::{Attribute, FnArg, ItemFn, Pat, visit::Visit};

use super::source::{files_under, root};

/// The props that say nothing of what they are, each after its component's name.
fn undocumented_props(code: &str) -> Vec<String> {
    let mut props = Props::default();
    props.visit_file(&syn::parse_file(code).unwrap());
    props.undocumented
}

#[derive(Default)]
struct Props {
    undocumented: Vec<String>,
}

impl<'ast> Visit<'ast> for Props {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        if !has(&function.attrs, "component") {
            return;
        }
        for input in &function.sig.inputs {
            if let FnArg::Typed(prop) = input
                && !has(&prop.attrs, "doc")
                && let Pat::Ident(name) = &*prop.pat
            {
                self.undocumented
                    .push(format!("{} {}", function.sig.ident, name.ident));
            }
        }
    }
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(name))
}

#[test]
fn every_prop_is_documented() {
    let silent: Vec<String> = files_under("src", "rs")
        .iter()
        .flat_map(|path| {
            let props = undocumented_props(&fs::read_to_string(root().join(path)).unwrap());
            props
                .into_iter()
                .map(move |prop| format!("{}: {prop}", path.display()))
        })
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn props_that_are_not_documented_are_found() {
    let code = "
        #[component]
        fn Part(
            /// What it is called.
            label: String,
            #[prop(optional)] hint: String,
        ) -> impl IntoView {}
        fn helper(text: String) {}
    ";
    assert_eq!(undocumented_props(code), ["Part hint"]);
}
