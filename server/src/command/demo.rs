//! `hankerekisteri demo`: the example register.

use std::io::{self, Write};

use anyhow::bail;
use register::Register;
use register::demo::{self, Demo, EXAMPLE_USERS};

use super::operator;

pub(super) async fn run(register: &Register) -> anyhow::Result<()> {
    match demo::load(register, &operator()).await? {
        Demo::Loaded => tracing::info!("the example register was loaded"),
        Demo::AlreadyThere => tracing::info!("the example register is there already"),
        Demo::NotEmpty => bail!("the database holds another register; nothing was changed"),
    }
    let mut out = io::stdout().lock();
    writeln!(out, "Example users, for this example register only:")?;
    for user in EXAMPLE_USERS {
        writeln!(
            out,
            "  {:<34} {:<16} {}",
            user.email, user.role, user.password
        )?;
    }
    Ok(())
}
