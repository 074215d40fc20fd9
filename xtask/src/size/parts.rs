//! What the page's WebAssembly module consists of, before compression.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

use super::symbol;
use crate::cli::Kind;

/// Parts below this share of the module are printed as one.
const SMALL: f64 = 0.001;

/// The sections that are not code.
const DATA: &str = "(data)";
const REST: &str = "(imports, tables and the like)";

/// The parts of the module in this file, which must still have the names of its functions, the largest first.
pub fn table(wasm: &Path, kind: Kind) -> Result<String> {
    let context = || format!("reading {}", wasm.display());
    let parts = parts(&fs::read(wasm).with_context(context)?, kind).with_context(context)?;
    Ok(print(parts))
}

/// The bytes of each part.
fn parts(wasm: &[u8], kind: Kind) -> Result<BTreeMap<String, u64>> {
    let mut names = HashMap::new();
    let mut functions = Vec::new();
    let mut imported = 0;
    let mut data = 0;
    let mut total = wasm.len() as u64;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => functions.push(length(&body.range())),
            Payload::DataSection(section) => data = length(&section.range()),
            Payload::CustomSection(section) => {
                // Not in what is shipped.
                total -= length(&section.range());
                if let KnownCustom::Name(subsections) = section.as_known() {
                    names.extend(function_names(subsections)?);
                }
            }
            _ => {}
        }
    }
    let mut parts = BTreeMap::new();
    for (index, size) in (imported..).zip(&functions) {
        let module = symbol::module(names.get(&index).copied().unwrap_or_default());
        let part = match kind {
            Kind::Crate => symbol::crate_of(&module).to_owned(),
            Kind::Module => module,
        };
        *parts.entry(part).or_default() += size;
    }
    let code: u64 = functions.iter().sum();
    parts.insert(DATA.to_owned(), data);
    parts.insert(REST.to_owned(), total - code - data);
    Ok(parts)
}

/// The name of each function, by its index.
fn function_names(subsections: NameSectionReader<'_>) -> Result<HashMap<u32, &str>> {
    let mut names = HashMap::new();
    for subsection in subsections {
        if let Name::Function(functions) = subsection? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name);
            }
        }
    }
    Ok(names)
}

fn length(range: &Range<u64>) -> u64 {
    range.end - range.start
}

fn print(parts: BTreeMap<String, u64>) -> String {
    let total: u64 = parts.values().sum();
    let share = |size: u64| size as f64 / total as f64;
    let (mut large, small): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, size)| share(*size) >= SMALL);
    large.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    if !small.is_empty() {
        let name = format!("({} smaller ones)", small.len());
        large.push((name, small.iter().map(|(_, size)| size).sum()));
    }
    large.push(("total".to_owned(), total));
    let mut text = String::new();
    for (name, size) in large {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{size:>8} {:>6.1} % {name}", 100.0 * share(size));
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use super::{parts, print};
    use crate::cli::Kind;

    /// A module with a function of 2 bytes and one of 6, by their names `page[2]::a::f` and `memcpy`, and data of 3.
    fn module() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            wasm.extend([id, u8::try_from(content.len()).unwrap()]);
            wasm.extend(content);
        };
        section(1, &[1, 0x60, 0, 0]);
        section(3, &[2, 0, 0]);
        section(5, &[1, 0, 1]);
        section(10, &[2, 2, 0, 0x0b, 6, 0, 1, 1, 1, 1, 0x0b]);
        section(11, &[1, 0, 0x41, 0, 0x0b, 3, 7, 7, 7]);
        let (first, second) = ("page[2]::a::f", "memcpy");
        let mut names = vec![2, 0, u8::try_from(first.len()).unwrap()];
        names.extend(first.as_bytes());
        names.extend([1, u8::try_from(second.len()).unwrap()]);
        names.extend(second.as_bytes());
        let mut custom = b"\x04name\x01".to_vec();
        custom.push(u8::try_from(names.len()).unwrap());
        custom.extend(names);
        section(0, &custom);
        wasm
    }

    #[test]
    fn each_function_counts_for_its_module_and_names_count_for_nothing() {
        let found = parts(&module(), Kind::Module).unwrap();
        assert_eq!(found["page::a"], 2);
        assert_eq!(found["(no crate)"], 6);
        let found = parts(&module(), Kind::Crate).unwrap();
        assert_eq!(found["page"], 2);
    }

    #[test]
    fn the_largest_come_first_and_the_smallest_together() {
        let parts = [("a", 800), ("b", 398_800), ("c", 300), ("d", 100)];
        let text = print(parts.map(|(name, size)| (name.to_owned(), size)).into());
        assert_eq!(
            text,
            "  398800   99.7 % b\n     800    0.2 % a\n     400    0.1 % (2 smaller ones)\n  400000  100.0 % total\n"
        );
    }
}
