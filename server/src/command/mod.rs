//! One file for each command.

mod deadline;
mod demo;
mod extract;
mod import;
mod serve;
mod user;
mod verify;

use anyhow::Context;
use register::{Actor, Clock, Register};

use crate::cli::{Arguments, Command, Global};
use crate::config::Config;

/// Runs a command.
pub(crate) async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let global = arguments.global;
    match arguments.command {
        Command::Deadline(arguments) => deadline::run(&arguments),
        Command::Serve { listen } => serve::run(&global, Config::read(&global, listen)?).await,
        Command::Demo => demo::run(&open(&global).await?).await,
        Command::User(command) => user::run(&open(&global).await?, command).await,
        Command::Import(command) => import::run(&global, command).await,
        Command::Extract(command) => {
            let public_url = Config::read(&global, None)?.public_url;
            extract::run(&open(&global).await?, &public_url, command).await
        }
        Command::Verify => verify::run(&open(&global).await?).await,
    }
}

/// Opens the register of the command's database, brought up to date.
async fn open(global: &Global) -> anyhow::Result<Register> {
    let config = Config::read(global, None)?;
    open_at(&config.database, clock(global)).await
}

async fn open_at(database: &str, clock: Clock) -> anyhow::Result<Register> {
    Register::open(database, clock)
        .await
        .context("the register cannot be opened")
}

fn clock(global: &Global) -> Clock {
    global.clock.map_or_else(Clock::system, Clock::set_to)
}

/// Who acts on the command line: the operating system's user, named so in the audit log.
fn operator() -> Actor {
    let named = |variable| std::env::var(variable).ok().filter(|name| !name.is_empty());
    Actor::operator(
        named("USER")
            .or_else(|| named("LOGNAME"))
            .unwrap_or_else(|| "unknown".to_owned()),
    )
}
