//! The files of the log: the one that is written, and those that were full.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing_rolling_file::{RollingConditionBase, RollingFileAppenderBase};
use tracing_subscriber::fmt::MakeWriter;

/// How large a file gets, in bytes. Jira has 20 MB; this leaves room to see what gigabytes are like.
const FILE_BYTES: u64 = 100_000_000;

/// How many full files are kept.
const KEPT: usize = 10;

/// The files. Clones share them.
#[derive(Debug, Clone)]
pub struct LogFiles {
    path: PathBuf,
    /// `None` once somebody has deleted the log: nothing is written then, as when a file is deleted that Jira has open.
    writer: Arc<Mutex<Option<RollingFileAppenderBase>>>,
}

/// A file as it was when it was opened.
#[derive(Debug)]
pub struct LogFile {
    /// To be read from its beginning.
    pub file: File,
    /// How much of it there was.
    pub bytes: u64,
}

impl LogFiles {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            writer: Arc::new(Mutex::new(Some(appender(path)?))),
        })
    }

    /// Opens all files, oldest first; `None` if there is no log. They stay readable when they are rolled or deleted.
    ///
    /// # Errors
    /// A file can't be opened for another reason than that it is not there.
    pub fn read(&self) -> io::Result<Option<Vec<LogFile>>> {
        // Nothing is rolled meanwhile.
        let _writer = self.writer();
        let Some(current) = there(File::open(&self.path))? else {
            return Ok(None);
        };
        let mut files = Vec::new();
        for number in (1..=KEPT).rev() {
            files.extend(there(File::open(self.full(number)))?);
        }
        files.push(current);
        files
            .into_iter()
            .map(|file| {
                let bytes = file.metadata()?.len();
                Ok(LogFile { file, bytes })
            })
            .collect::<io::Result<_>>()
            .map(Some)
    }

    /// Deletes all files. Nothing is written until [`LogFiles::begin`].
    ///
    /// # Errors
    /// A file can't be deleted.
    pub fn delete(&self) -> io::Result<()> {
        let mut writer = self.writer();
        *writer = None;
        let full = (1..=KEPT).map(|number| self.full(number));
        for path in full.chain([self.path.clone()]) {
            there(fs::remove_file(path))?;
        }
        Ok(())
    }

    /// Begins anew, with an empty file.
    ///
    /// # Errors
    /// The old files can't be deleted, or the new one can't be made.
    pub fn begin(&self) -> io::Result<()> {
        self.delete()?;
        *self.writer() = Some(appender(&self.path)?);
        Ok(())
    }

    fn full(&self, number: usize) -> PathBuf {
        let mut path = self.path.clone().into_os_string();
        path.push(format!(".{number}"));
        path.into()
    }

    fn writer(&self) -> MutexGuard<'_, Option<RollingFileAppenderBase>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn appender(path: &Path) -> io::Result<RollingFileAppenderBase> {
    RollingFileAppenderBase::new(path, RollingConditionBase::new().max_size(FILE_BYTES), KEPT)
}

/// What came of something with a file; `None` if the file is not there.
fn there<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes whole events, so that whoever reads the file finds no half ones.
#[derive(Debug)]
pub struct LogWriter<'a>(MutexGuard<'a, Option<RollingFileAppenderBase>>);

impl Write for LogWriter<'_> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        if let Some(appender) = &mut *self.0 {
            appender.write_all(event)?;
            appender.flush()?;
        }
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for LogFiles {
    type Writer = LogWriter<'a>;

    fn make_writer(&'a self) -> LogWriter<'a> {
        LogWriter(self.writer())
    }
}
