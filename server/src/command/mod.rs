//! One file for each command.

mod deadline;
mod demo;
mod export;
mod extract;
mod import;
mod import_table;
mod output;
mod serve;
mod user;
mod verify;

use anyhow::Context;
use register::{Actor, Clock, Register};

use crate::cli::{Arguments, Command, Global, UserCommand};
use crate::config::Config;

/// Runs a command.
pub(crate) async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let global = arguments.global;
    match arguments.command {
        Command::Deadline(arguments) => deadline::run(&arguments),
        Command::Serve { listen } => serve::run(&global, Config::read(&global, listen)?).await,
        Command::Import(command) => import::run(&global, command).await,
        Command::ImportTable(arguments) => import_table::run(&global, arguments).await,
        Command::Demo => {
            let register = open(&global).await?;
            closed(&register, demo::run(&register).await).await
        }
        Command::User(command) => {
            let register = if matches!(command, UserCommand::Add { .. }) {
                open(&global).await?
            } else {
                open_existing(&global).await?
            };
            closed(&register, user::run(&register, command).await).await
        }
        Command::Extract(command) => {
            let public_url = Config::read(&global, None)?.public_url;
            let register = open_existing(&global).await?;
            closed(
                &register,
                extract::run(&register, &public_url, command).await,
            )
            .await
        }
        Command::Export(arguments) => {
            let register = open_existing(&global).await?;
            closed(&register, export::run(&register, arguments).await).await
        }
        Command::Verify => {
            let register = open_existing(&global).await?;
            closed(&register, verify::run(&register).await).await
        }
    }
}

/// Closes the register after a command, so that its file is whole: SQLite folds its log into it.
async fn closed<T>(register: &Register, result: anyhow::Result<T>) -> anyhow::Result<T> {
    register.close().await;
    result
}

/// Opens the register that the command is about, brought up to date. A command that only reads or
/// changes what is there makes no database.
async fn open_existing(global: &Global) -> anyhow::Result<Register> {
    let config = Config::read(global, None)?;
    Register::open_existing(&config.database, clock(global))
        .await
        .context("the register cannot be opened")
}

/// Opens the register of the command's database, made if absent and brought up to date.
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

/// Who acts on the command line: the operating system's user as whom the process acts, named so in
/// the audit log. What the environment says of the user is anybody's word.
fn operator() -> Actor {
    Actor::operator(whoami::username().unwrap_or_else(|_| "unknown".to_owned()))
}
