//! Runs the sandbox until it is told to stop.

use std::io::{self, Write};

use anyhow::Context;
use clap::Parser;
use sandbox::cli::Cli;
use sandbox::{Running, banner};
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("cannot listen for SIGINT")?;
    let running = Running::start(Cli::parse().into()).await?;
    announce(&running)?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    running.stop().await;
    Ok(())
}

/// Says where everything is. The last line is for programs that wait until the sandbox is ready.
fn announce(running: &Running) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(banner::text(running).as_bytes())?;
    writeln!(out, "ready {}", running.url())?;
    out.flush()
}
