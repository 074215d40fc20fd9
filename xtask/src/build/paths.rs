//! The folders of the machine that builds the page: they say whose it is, and must not reach those who load it.
//!
//! Rust puts the path of its source file into each place that can panic.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::fingerprint::files_under;
use crate::process::ask;
use crate::project::Project;
use crate::setup::wasm_target;

/// The variable by which cargo takes compiler flags that may contain spaces, and what it separates them by.
const FLAGS: (&str, &str) = ("CARGO_ENCODED_RUSTFLAGS", "\x1f");

/// Where each kind of source is on this machine.
#[derive(Debug)]
pub struct Paths {
    /// The repository.
    root: PathBuf,
    /// What cargo has downloaded.
    cargo_home: PathBuf,
    /// The compiler with the standard library's source.
    sysroot: PathBuf,
    /// What the compiler calls the standard library's source where it is not installed.
    std: String,
    /// The user's folder, if there is one.
    home: Option<PathBuf>,
    /// The flags that `.cargo/config.toml` has for the page.
    configured: Vec<OsString>,
}

impl Paths {
    /// Asks the environment and the compiler.
    pub fn of(project: &Project) -> Result<Self> {
        let home = env::home_dir().filter(|home| home.parent().is_some());
        let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let rustc = project.find("rustc").context("rustc was not found")?;
        let sysroot = ask(&rustc, &["--print", "sysroot"]).context("rustc does not name its sysroot")?;
        let version = ask(&rustc, &["-vV"]).unwrap_or_default();
        let commit = version
            .lines()
            .find_map(|line| line.strip_prefix("commit-hash: "));
        Ok(Self {
            root: project.root().to_path_buf(),
            cargo_home: cargo_home
                .or_else(|| Some(home.as_ref()?.join(".cargo")))
                .context("neither CARGO_HOME nor a home folder is known")?,
            sysroot: sysroot.into(),
            std: format!("/rustc/{}", commit.unwrap_or("unknown")),
            home,
            configured: configured(project)?,
        })
    }

    /// The variable that makes cargo compile with flags that leave out where this machine has its sources. It takes the
    /// place of any `rustflags` in a `.cargo/config.toml`, so that those of the project are among them.
    pub fn rust_flags(&self) -> Result<(&'static str, OsString)> {
        let (variable, separator) = FLAGS;
        let mut flags = inherited();
        flags.extend(self.configured.iter().cloned());
        for (from, to) in self.remapped()? {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(from);
            flag.push("=");
            flag.push(to);
            flags.push(flag);
        }
        Ok((variable, flags.join(separator.as_ref())))
    }

    /// What to put in the place of which folder; of two that fit, rustc takes the later one.
    fn remapped(&self) -> Result<Vec<(PathBuf, &str)>> {
        let mut remapped = vec![(self.root.clone(), ""), (self.cargo_home.clone(), "")];
        // One folder for each registry, named after it.
        let registries = self.cargo_home.join("registry/src");
        if registries.is_dir() {
            for entry in fs::read_dir(&registries).context("listing cargo's registries")? {
                remapped.push((entry.context("listing cargo's registries")?.path(), ""));
            }
        }
        // The same text as where the source of the standard library is not installed.
        remapped.push((self.sysroot.join("lib/rustlib/src/rust"), &self.std));
        Ok(remapped)
    }

    /// Fails when a file below `folder` names a folder of this machine.
    pub fn refuse_in(&self, folder: &Path) -> Result<()> {
        let telling = self.telling();
        for file in files_under(folder)? {
            let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            if let Some(named) = telling.iter().find(|path| contains(&content, path)) {
                bail!("{} names {}", file.display(), named.display());
            }
        }
        Ok(())
    }

    /// The beginnings of paths that would give this machine away. Where somebody builds in a folder such as `/src`,
    /// its name alone gives away nothing and is a part of other paths.
    fn telling(&self) -> Vec<PathBuf> {
        let below = [
            (&self.root, "src"),
            (&self.root, "target"),
            (&self.cargo_home, "registry"),
            (&self.cargo_home, "git"),
            (&self.sysroot, "lib"),
        ];
        let below = below.into_iter().map(|(folder, kind)| folder.join(kind));
        below.chain(self.home.clone()).collect()
    }
}

/// The flags that the user's own environment asks for.
fn inherited() -> Vec<OsString> {
    let flags = |variable: &str, separator: &str| -> Option<Vec<OsString>> {
        let flags = env::var(variable).ok()?;
        let flags = flags.split(separator).filter(|flag| !flag.is_empty());
        Some(flags.map(OsString::from).collect())
    };
    let (variable, separator) = FLAGS;
    flags(variable, separator)
        .or_else(|| flags("RUSTFLAGS", " "))
        .unwrap_or_default()
}

/// The flags that the project's `.cargo/config.toml` has for the page's target.
fn configured(project: &Project) -> Result<Vec<OsString>> {
    let path = project.root().join(".cargo/config.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let config: toml::Table = text
        .parse()
        .with_context(|| format!("reading {}", path.display()))?;
    let flags = config
        .get("target")
        .and_then(|target| target.get(wasm_target::NAME)?.get("rustflags")?.as_array());
    let flags = flags.into_iter().flatten().filter_map(toml::Value::as_str);
    Ok(flags.map(OsString::from).collect())
}

/// Whether a file's content contains the path of something in `folder`.
fn contains(content: &[u8], folder: &Path) -> bool {
    let path = folder.join("");
    let path = path.as_os_str().as_encoded_bytes();
    content.windows(path.len()).any(|window| window == path)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{FLAGS, Paths, configured};
    use crate::project::Project;

    fn paths(cargo_home: &Path) -> Paths {
        Paths {
            root: PathBuf::from("/srv/page"),
            cargo_home: cargo_home.to_path_buf(),
            sysroot: PathBuf::from("/toolchain"),
            std: "/rustc/0123".to_owned(),
            home: Some(PathBuf::from("/home/ann")),
            configured: vec!["--cfg".into(), "x".into()],
        }
    }

    #[test]
    fn each_folder_with_sources_is_replaced_and_registries_after_the_folder_around_them() {
        let cargo_home = tempfile::tempdir().unwrap();
        fs::create_dir_all(cargo_home.path().join("registry/src/crates-1")).unwrap();
        let (variable, flags) = paths(cargo_home.path()).rust_flags().unwrap();
        assert_eq!(variable, "CARGO_ENCODED_RUSTFLAGS");
        let home = cargo_home.path().display();
        let expected = [
            "--cfg".to_owned(),
            "x".to_owned(),
            "--remap-path-prefix=/srv/page=".to_owned(),
            format!("--remap-path-prefix={home}="),
            format!("--remap-path-prefix={home}/registry/src/crates-1="),
            "--remap-path-prefix=/toolchain/lib/rustlib/src/rust=/rustc/0123".to_owned(),
        ];
        let flags = flags.into_string().unwrap();
        assert!(flags.ends_with(&expected.join(FLAGS.1)), "{flags}");
    }

    #[test]
    fn the_flags_of_the_configuration_are_kept() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(".cargo")).unwrap();
        let config = root.path().join(".cargo/config.toml");
        let project = Project::at(root.path().to_path_buf());
        fs::write(
            &config,
            "[target.wasm32-unknown-unknown]\nrustflags = [\"--cfg\", \"x\"]\n",
        )
        .unwrap();
        assert_eq!(configured(&project).unwrap(), ["--cfg", "x"]);
        fs::write(&config, "[alias]\nxtask = \"run\"\n").unwrap();
        assert!(configured(&project).unwrap().is_empty());
    }

    #[test]
    fn a_file_that_names_a_folder_of_this_machine_is_refused() {
        let dist = tempfile::tempdir().unwrap();
        let paths = paths(Path::new("/home/ann/.cargo"));
        fs::write(
            dist.path().join("page.wasm"),
            b"\0asm\xff/home/anna/src /srv/page.rs",
        )
        .unwrap();
        paths.refuse_in(dist.path()).unwrap();
        fs::write(
            dist.path().join("page.wasm"),
            b"\0asm\xff/srv/page/src/main.rs\xff",
        )
        .unwrap();
        let error = paths.refuse_in(dist.path()).unwrap_err().to_string();
        assert!(error.ends_with("page.wasm names /srv/page/src"), "{error}");
    }
}
