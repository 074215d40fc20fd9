//! Who is to blame for a function: the crate and the module that its name speaks of first.

/// Where functions go whose names speak of no crate: what wasm-bindgen adds, and C-like helpers of the compiler.
const NOBODY: &str = "(no crate)";

/// The functions of `core` that exist once for each type, which is the one to blame.
const GLUE: [&str; 2] = ["core::ptr::drop_in_place", "core::ptr::drop_glue"];

/// The module that a function belongs to, such as `crate::module::inner`.
///
/// A method belongs where its type is, a closure where the function around it is, and the code that drops a value
/// where the value's type is.
pub fn module(name: &str) -> String {
    let blamed = paths(name).find(|path| !GLUE.contains(&path.as_str()));
    blamed.map_or_else(|| NOBODY.to_owned(), |path| without_item(&path).to_owned())
}

/// The crate that a module is in.
pub fn crate_of(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}

/// Every path in a demangled name that starts at a crate, as `crate::module::item`.
///
/// Crates are told from everything else by the hash that follows their name: `core[5c3f0d5e6c2a1b90]::ptr`.
fn paths(name: &str) -> impl Iterator<Item = String> {
    let hashes = name.match_indices('[').filter_map(|(start, _)| {
        let (hash, rest) = name[start + 1..].split_once(']')?;
        // In `&[f32]`, nothing is before the bracket.
        let is_hash = name[..start].ends_with(is_word) && hash.chars().all(|c| c.is_ascii_hexdigit());
        is_hash.then_some((start, rest))
    });
    hashes.map(|(start, rest)| {
        let before = &name[..start];
        let root = before.rfind(|c: char| !is_word(c)).map_or(0, |end| end + 1);
        let end = rest.find(|c: char| !is_word(c) && c != ':').unwrap_or(rest.len());
        format!("{}{}", &before[root..], rest[..end].trim_end_matches(':'))
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A path without the type or, when there is none, the function at its end.
fn without_item(path: &str) -> &str {
    let mut end = path.rfind("::").unwrap_or(path.len());
    let mut start = 0;
    for segment in path.split("::") {
        if segment.starts_with(char::is_uppercase) {
            end = end.min(start.max(2) - 2);
        }
        start += segment.len() + 2;
    }
    &path[..end]
}

#[cfg(test)]
mod tests {
    use super::{NOBODY, crate_of, module, paths, without_item};

    fn first(name: &str) -> String {
        let path = paths(name).next().unwrap_or_default();
        without_item(&path).to_owned()
    }

    #[test]
    fn a_function_belongs_to_its_module() {
        assert_eq!(
            first("page[0123456789abcdef]::view::rows::mount"),
            "page::view::rows"
        );
        assert_eq!(first("page[0123456789abcdef]::main"), "page");
    }

    #[test]
    fn a_method_belongs_where_its_type_is() {
        for name in [
            "<page[0123456789abcdef]::state::Store>::load",
            "<page[0123456789abcdef]::state::Store as core[fedcba9876543210]::fmt::Debug>::fmt",
            "<&mut page[0123456789abcdef]::state::Store>::load::{closure#0}",
            "<[f32] as page[0123456789abcdef]::state::Store>::load",
            "page[0123456789abcdef]::state::Store::load",
        ] {
            assert_eq!(first(name), "page::state", "{name}");
        }
    }

    #[test]
    fn a_closure_belongs_to_the_function_around_it() {
        let name = "<page[0123456789abcdef]::view::show::{closure#0} as core[fedcba9876543210]::ops::function::\
            FnOnce<()>>::call_once::{shim:vtable#0}";
        assert_eq!(first(name), "page::view");
    }

    #[test]
    fn dropping_a_value_is_to_be_blamed_on_its_type() {
        let name = "core[0123456789abcdef]::ptr::drop_in_place::<page[fedcba9876543210]::state::Store>";
        assert_eq!(module(name), "page::state");
    }

    #[test]
    fn what_names_no_crate_is_kept_apart() {
        assert_eq!(module("__wbindgen_malloc"), NOBODY);
        assert_eq!(module("memcpy"), NOBODY);
    }

    #[test]
    fn a_crate_is_the_first_part_of_a_path() {
        assert_eq!(crate_of("page::view::rows"), "page");
        assert_eq!(crate_of(NOBODY), NOBODY);
    }
}
