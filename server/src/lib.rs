//! `hankerekisteri` as a library, so that tests send requests to the router that the binary serves.

mod assets;
mod cli;
mod command;
mod config;
mod http;
mod rounds;
mod smtp;
mod stop;

use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::Parser;

pub use config::Config;
pub use http::{PublicRoute, Route, Site, desk_routes, public_routes, router};
pub use smtp::SmtpSettings;

/// Parses the command, runs it, and says how the process ends: 0 done, 1 refused or failed with
/// one sentence. Wrong usage ends it with 2.
pub async fn run() -> ExitCode {
    let arguments = cli::Arguments::parse();
    start_log();
    match command::run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Sends messages to standard error, so that standard output holds results alone.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HANKEREKISTERI_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .without_time()
        .init();
}
