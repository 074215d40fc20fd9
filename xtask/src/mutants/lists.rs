//! What cargo-mutants writes down while it runs: a list for each fate, a line for each mutant.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Mutants by what became of them, each with its place.
#[derive(Debug, Default)]
pub struct Lists {
    /// A test failed.
    pub caught: BTreeSet<String>,
    /// They need not be tried again: a test failed in an earlier run, or they did not compile.
    pub before: BTreeSet<String>,
    /// The tests did not end.
    pub timed_out: BTreeSet<String>,
    /// No test noticed.
    pub missed: BTreeSet<String>,
    /// They did not compile, now or earlier.
    pub unviable: BTreeSet<String>,
}

impl Lists {
    /// Reads what a run has left in the folder that it was told to write to.
    pub fn read(output: &Path) -> Result<Self> {
        let list = |name: &str| read(&output.join("mutants.out").join(name));
        let mut unviable = list("unviable.txt")?;
        unviable.append(&mut read(&unviable_before(output))?);
        Ok(Self {
            caught: list("caught.txt")?,
            before: list("previously_caught.txt")?,
            timed_out: list("timeout.txt")?,
            missed: list("missed.txt")?,
            unviable,
        })
    }
}

/// Notes which mutants did not compile, before the next run takes their list away: cargo-mutants counts them among the
/// caught ones then.
pub fn keep_unviable(output: &Path) -> Result<()> {
    let unviable = Lists::read(output)?.unviable;
    let text: String = unviable.iter().map(|mutant| format!("{mutant}\n")).collect();
    fs::create_dir_all(output).with_context(|| format!("making {}", output.display()))?;
    let path = unviable_before(output);
    fs::write(&path, text).with_context(|| format!("writing {}", path.display()))
}

/// Begins from nothing.
pub fn forget_unviable(output: &Path) -> Result<()> {
    let path = unviable_before(output);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("removing {}", path.display()))
        }
        _ => Ok(()),
    }
}

fn unviable_before(output: &Path) -> PathBuf {
    output.join("unviable-before.txt")
}

/// The lines of a list; of one that is not there, none.
fn read(path: &Path) -> Result<BTreeSet<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
    }
}
