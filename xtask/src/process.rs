//! Running other programs: quietly to ask them something, visibly to let them work.

use std::fmt::Display;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How often it is looked whether a command has ended.
const EVERY: Duration = Duration::from_millis(200);

/// How long a command that was interrupted may tidy up.
const GRACE: Duration = Duration::from_secs(10);

/// Announces a step that may take a while.
pub fn announce(step: impl Display) {
    println!("==> {step}");
}

/// What `program args…` prints on stdout, trimmed; `None` when it cannot run or fails.
pub fn ask(program: &Path, args: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs the command with its output shown; an error names it when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start {}", describe(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", describe(command));
    }
    Ok(())
}

/// How a command came to its end.
#[derive(Debug)]
pub enum Ended {
    /// By itself.
    Itself(ExitStatus),
    /// Because its time was over.
    Interrupted,
}

/// Runs the command with its output shown. When its time is over it is interrupted as by Ctrl+C, so that it can tidy up, and
/// killed if it has not ended then: what runs in the background of a shell may ignore interruptions.
pub fn run_within(command: &mut Command, limit: Option<Duration>) -> Result<Ended> {
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start {}", describe(command)))?;
    let begun = Instant::now();
    let mut interrupted = None::<Instant>;
    loop {
        if let Some(status) = child.try_wait().context("waiting for a command")? {
            return Ok(match interrupted {
                None => Ended::Itself(status),
                Some(_) => Ended::Interrupted,
            });
        }
        match interrupted {
            None if limit.is_some_and(|limit| begun.elapsed() >= limit) => {
                run(Command::new("kill").args(["-INT", &child.id().to_string()]))?;
                interrupted = Some(Instant::now());
            }
            Some(since) if since.elapsed() >= GRACE => child.kill().context("killing a command")?,
            None | Some(_) => {}
        }
        thread::sleep(EVERY);
    }
}

/// What a command that ran to its end left behind.
#[derive(Debug)]
pub struct Finished {
    /// Whether it exited with 0.
    pub success: bool,
    /// How it exited, in words.
    pub status: String,
    /// All of its stdout.
    pub stdout: String,
}

/// Runs the command with its output shown as it comes, and keeps its stdout for reading.
pub fn tee(command: &mut Command) -> Result<Finished> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", describe(command)))?;
    let mut stdout = String::new();
    if let Some(pipe) = child.stdout.take() {
        let mut reader = BufReader::new(pipe);
        let mut line = Vec::new();
        while reader
            .read_until(b'\n', &mut line)
            .context("reading a runner's output")?
            > 0
        {
            io::stdout().write_all(&line).context("writing to stdout")?;
            stdout.push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    let status = child
        .wait()
        .with_context(|| format!("waiting for {}", describe(command)))?;
    Ok(Finished {
        success: status.success(),
        status: status.to_string(),
        stdout,
    })
}

/// A server that runs beside us until it is dropped.
#[derive(Debug)]
pub struct Server(Child);

impl Server {
    /// Starts it and waits until it answers at a port of the loopback interface.
    ///
    /// # Errors
    /// It cannot be started, ends early, or something else is at that port already.
    pub fn start(command: &mut Command, port: u16) -> Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        if TcpStream::connect(address).is_ok() {
            bail!("something else listens at {address}");
        }
        let child = command
            .spawn()
            .with_context(|| format!("cannot start {}", describe(command)))?;
        let mut server = Self(child);
        while TcpStream::connect(address).is_err() {
            if let Some(status) = server.0.try_wait()? {
                bail!("{} ended with {status} before it answered", describe(command));
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing left to end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The command as a person would type it, without the folder of the program.
pub fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use super::{Ended, describe, run_within};

    #[test]
    fn what_takes_too_long_is_interrupted() {
        let in_time = Some(Duration::from_secs(60));
        let ended = run_within(&mut Command::new("true"), in_time).unwrap();
        assert!(matches!(ended, Ended::Itself(status) if status.success()));
        let ended = run_within(Command::new("sleep").arg("600"), Some(Duration::ZERO)).unwrap();
        assert!(matches!(ended, Ended::Interrupted));
    }

    #[test]
    fn a_command_is_described_as_typed() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["test", "--workspace"]);
        assert_eq!(describe(&command), "cargo test --workspace");
    }
}
