//! Which crates are compiled into the page's module.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use spdx::Expression;

use crate::process::describe;
use crate::project::Project;
use crate::setup::wasm_target;

/// The page's own package.
const PAGE: &str = "testio-connection";

/// What the page consists of.
#[derive(Debug)]
pub struct Shipped {
    /// The page's version.
    pub version: String,
    /// Every crate but the page's own, by name and version.
    pub crates: Vec<Crate>,
    /// Those of them that the page's own code uses.
    pub direct: Vec<String>,
}

/// A crate that is compiled into the page's module.
#[derive(Debug, Clone)]
pub struct Crate {
    /// Its name on crates.io.
    pub name: String,
    /// Its exact version.
    pub version: String,
    /// Its licence, as a valid SPDX expression.
    pub licence: Expression,
    /// Whom its manifest names.
    pub authors: Vec<String>,
    /// Where its source is developed.
    pub repository: Option<String>,
    /// Its source on this machine.
    pub folder: PathBuf,
    /// The crates among the shipped ones that it uses itself, as [`Crate::id`] names them.
    pub uses: Vec<String>,
}

impl Crate {
    /// The crate's Package URL, which no other one has.
    pub fn id(&self) -> String {
        id(&self.name, &self.version)
    }
}

fn id(name: &str, version: &str) -> String {
    // A `+` before build metadata means a space in some URLs.
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

/// Asks cargo what it compiles for the page alone: the features that other packages of the workspace want, what only
/// runs while compiling, and what only tests use are left out.
pub fn of(project: &Project) -> Result<Shipped> {
    let compiled = compiled(&mut tree(project))?;
    let metadata = MetadataCommand::new()
        .cargo_path(project.cargo().get_program())
        .current_dir(project.root())
        .other_options(["--locked", "--filter-platform", wasm_target::NAME].map(str::to_owned))
        .exec()
        .context("asking cargo for the crates' metadata")?;
    let shipped: BTreeMap<&PackageId, &Package> = metadata
        .packages
        .iter()
        .filter(|package| compiled.contains(&(package.name.to_string(), package.version.to_string())))
        .map(|package| (&package.id, package))
        .collect();
    if shipped.len() != compiled.len() {
        bail!("cargo tree and cargo metadata do not agree on the page's crates");
    }
    let (own, others): (Vec<&Package>, Vec<&Package>) = shipped
        .values()
        .copied()
        .partition(|package| *package.name == PAGE);
    let page = own.first().context("cargo does not know the page's package")?;
    let mut crates = others
        .into_iter()
        .map(|package| read(package, uses(&metadata, &package.id, &shipped)))
        .collect::<Result<Vec<_>>>()?;
    crates.sort_by_key(Crate::id);
    Ok(Shipped {
        version: page.version.to_string(),
        crates,
        direct: uses(&metadata, &page.id, &shipped),
    })
}

fn tree(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args([
        "tree",
        "--locked",
        "--package",
        PAGE,
        "--target",
        wasm_target::NAME,
    ]);
    cargo.args([
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    cargo
}

/// Names and versions, from lines such as `leptos v0.8.23 (*)`.
fn compiled(tree: &mut Command) -> Result<BTreeSet<(String, String)>> {
    let output = tree
        .output()
        .with_context(|| format!("cannot start {}", describe(tree)))?;
    if !output.status.success() {
        bail!(
            "{} failed: {}",
            describe(tree),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let printed = String::from_utf8_lossy(&output.stdout);
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        Some((
            words.next()?.to_owned(),
            words.next()?.strip_prefix('v')?.to_owned(),
        ))
    };
    Ok(printed.lines().filter_map(line).collect())
}

fn uses(metadata: &Metadata, of: &PackageId, shipped: &BTreeMap<&PackageId, &Package>) -> Vec<String> {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let of_it = nodes.filter(|node| node.id == *of).flat_map(|node| &node.deps);
    let linked = of_it.filter(|dependency| {
        let kinds = &dependency.dep_kinds;
        kinds.iter().any(|kind| kind.kind == DependencyKind::Normal)
    });
    let mut ids: Vec<String> = linked
        .filter_map(|dependency| shipped.get(&dependency.pkg))
        .map(|package| id(&package.name, &package.version.to_string()))
        .collect();
    ids.sort();
    ids
}

fn read(package: &Package, uses: Vec<String>) -> Result<Crate> {
    let context = || format!("the licence of {} {}", package.name, package.version);
    let licence = package.license.as_deref().with_context(context)?;
    // Older crates write `MIT/Apache-2.0`, which is no valid expression.
    let valid = Expression::canonicalize(licence).with_context(context)?;
    let licence = Expression::parse(valid.as_deref().unwrap_or(licence)).with_context(context)?;
    let folder = package
        .manifest_path
        .parent()
        .context("a manifest without a folder")?;
    Ok(Crate {
        name: package.name.to_string(),
        version: package.version.to_string(),
        licence,
        authors: package.authors.clone(),
        repository: package.repository.clone(),
        folder: folder.into(),
        uses,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use super::{id, of};
    use crate::project::Project;

    #[test]
    fn what_is_compiled_into_the_page_is_found_and_nothing_else() {
        let shipped = of(&Project::here()).unwrap();
        let names: Vec<&str> = shipped.crates.iter().map(|one| one.name.as_str()).collect();
        for linked in ["leptos", "reactive_graph", "wasm-bindgen", "web-sys", "zeroize"] {
            assert!(names.contains(&linked), "{linked} is part of the page");
        }
        for (other, why) in [
            ("testio-connection", "is the page itself"),
            ("axum", "is the sandbox's"),
            ("wasm-bindgen-macro", "runs while compiling"),
            ("wasm-bindgen-test", "is for tests"),
            ("getrandom", "is what another package of the workspace wants"),
        ] {
            assert!(!names.contains(&other), "{other} {why}");
        }
        assert!(
            shipped
                .direct
                .iter()
                .any(|id| id.starts_with("pkg:cargo/leptos@"))
        );
    }

    #[test]
    fn each_use_leads_to_a_shipped_crate() {
        let shipped = of(&Project::here()).unwrap();
        let ids: Vec<String> = shipped.crates.iter().map(super::Crate::id).collect();
        let uses = shipped.crates.iter().flat_map(|one| &one.uses);
        let strangers: Vec<_> = uses
            .chain(&shipped.direct)
            .filter(|id| !ids.contains(id))
            .collect();
        assert!(strangers.is_empty(), "{strangers:?}");
    }

    #[test]
    fn build_metadata_is_written_as_a_url_wants_it() {
        assert_eq!(
            id("toml", "1.2.1+spec-1.1.0"),
            "pkg:cargo/toml@1.2.1%2Bspec-1.1.0"
        );
    }
}
