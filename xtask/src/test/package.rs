//! The package that the end-to-end tests drive, made beside the parts that run before them.

use std::path::PathBuf;
use std::thread::{Scope, ScopedJoinHandle};

use anyhow::{Result, anyhow};

use crate::dist;
use crate::project::Project;
use crate::setup::{self, npm, wasm_target};

/// A package on its way.
pub struct Package<'scope>(ScopedJoinHandle<'scope, Result<PathBuf>>);

impl<'scope> Package<'scope> {
    /// Begins with it in a thread of its own. What makes the page small is done on one core, for minutes, and what other
    /// parts do now and then is, too.
    ///
    /// # Errors
    ///
    /// What any part needs could not be set up.
    pub fn begin(project: &'scope Project, scope: &'scope Scope<'scope, '_>) -> Result<Self> {
        // Not beside each other: the next part would begin to install them, too.
        wasm_target::ensure(project)?;
        npm::ensure(project)?;
        Ok(Self(scope.spawn(|| {
            setup::page_build(project)?;
            let (path, _) = dist::pack(project)?;
            Ok(path)
        })))
    }

    /// Waits for it, and gives where it is.
    ///
    /// # Errors
    ///
    /// The page could not be built or packed.
    pub fn path(self) -> Result<PathBuf> {
        self.0
            .join()
            .map_err(|_| anyhow!("packing the page has panicked"))?
    }
}
