//! The elements in the views of a file, read as Leptos's `view!` reads them.

use rstml::{
    Infallible,
    node::{
        KVAttributeValue, KeyedAttribute, Node as AnyNode, NodeAttribute, NodeBlock,
        NodeElement as AnyElement,
    },
};
use syn::visit::{self, Visit};

use super::source::Source;

type Node = AnyNode<Infallible>;
type NodeElement = AnyElement<Infallible>;

/// An element of a view, or a component.
pub struct Element {
    /// Its tag.
    pub name: String,
    /// The texts that are written in it.
    pub texts: Vec<String>,
    /// Its attributes that have a text as their value.
    pub constant_attributes: Vec<(String, String)>,
    /// Whether another element is around it in the same view.
    is_inside: bool,
    /// Whether nothing in it can change.
    is_inert: bool,
}

impl Element {
    /// Whether Leptos writes it by `innerHTML`, after `is_inert_element` of `leptos_macro`.
    pub fn is_written_as_html(&self) -> bool {
        self.is_inside && self.is_inert
    }
}

/// All elements of all views of a file, those around others first.
pub fn elements_of(source: &Source) -> Vec<Element> {
    let Ok(file) = syn::parse_file(&source.code) else {
        // What is no whole file has no view either.
        return Vec::new();
    };
    let mut reader = Reader::default();
    reader.visit_file(&file);
    reader.elements
}

#[derive(Default)]
struct Reader {
    elements: Vec<Element>,
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        if called.path.is_ident("view") {
            let config = rstml::ParserConfig::default().recover_block(true);
            let nodes = rstml::Parser::new(config).parse_simple(called.tokens.clone());
            self.read(&nodes.unwrap(), false);
        }
        visit::visit_macro(self, called);
    }
}

impl Reader {
    fn read(&mut self, nodes: &[Node], is_inside: bool) {
        for node in nodes {
            match node {
                Node::Element(element) => self.read_element(element, is_inside),
                Node::Fragment(fragment) => self.read(&fragment.children, is_inside),
                Node::Block(NodeBlock::ValidBlock(block)) => self.visit_block(block),
                _ => {}
            }
        }
    }

    fn read_element(&mut self, element: &NodeElement, is_inside: bool) {
        let is_bare = element.attributes().is_empty() && element.children.is_empty();
        let attributes = element.attributes().iter().filter_map(keyed);
        self.elements.push(Element {
            name: element.name().to_string(),
            texts: element.children.iter().filter_map(text_of).collect(),
            constant_attributes: attributes.filter_map(constant).collect(),
            is_inside,
            is_inert: !is_bare && is_inert(element),
        });
        for attribute in element.attributes() {
            match attribute {
                NodeAttribute::Attribute(attribute) => {
                    if let Some(value) = attribute.value() {
                        self.visit_expr(value);
                    }
                }
                NodeAttribute::Block(NodeBlock::ValidBlock(block)) => self.visit_block(block),
                NodeAttribute::Block(_) => {}
            }
        }
        self.read(&element.children, !is_component(element));
    }
}

fn is_component(element: &NodeElement) -> bool {
    element.name().to_string().starts_with(char::is_uppercase)
}

fn is_inert(element: &NodeElement) -> bool {
    let children = || {
        element.children.iter().all(|child| match child {
            Node::Element(child) => is_inert(child),
            Node::Text(_) | Node::RawText(_) => true,
            _ => false,
        })
    };
    !is_component(element) && element.attributes().iter().all(is_constant) && children()
}

fn is_constant(attribute: &NodeAttribute) -> bool {
    keyed(attribute).is_some_and(|attribute| attribute.value().is_none() || constant(attribute).is_some())
}

fn keyed(attribute: &NodeAttribute) -> Option<&KeyedAttribute> {
    match attribute {
        NodeAttribute::Attribute(attribute) => Some(attribute),
        NodeAttribute::Block(_) => None,
    }
}

/// The name and the value, if the value is a text that stands in the HTML.
fn constant(attribute: &KeyedAttribute) -> Option<(String, String)> {
    let name = attribute.key.to_string();
    let is_set_by_call = ["style:", "prop:", "on:", "use:", "bind"]
        .iter()
        .any(|prefix| name.starts_with(prefix));
    match attribute.possible_value.to_value().map(|value| &value.value) {
        Some(KVAttributeValue::Expr(syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }))) if !is_set_by_call => Some((name, text.value())),
        _ => None,
    }
}

fn text_of(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.value_string()),
        Node::RawText(text) => Some(text.to_string_best()),
        _ => None,
    }
}
