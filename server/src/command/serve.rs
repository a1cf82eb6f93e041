//! `hankerekisteri serve`.

use anyhow::Context;
use register::city;
use tokio::net::TcpListener;

use super::{clock, open_at, operator};
use crate::cli::Global;
use crate::config::Config;
use crate::http::{self, Limits, Site};
use crate::rounds;
use crate::stop::Stop;

/// Brings the database up to date, listens, says where, and serves until told to stop.
pub(super) async fn run(global: &Global, config: Config) -> anyhow::Result<()> {
    let register = open_at(&config.database, clock(global)).await?;
    register
        .create(&operator(), &city::kajaani(), false)
        .await?;
    let city = register.city().await?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("cannot listen on {}", config.listen))?;
    let address = listener
        .local_addr()
        .context("the address that was bound is not known")?;
    // With port 0 the system chose one; absolute addresses must name it.
    let config = config.listening_on(address);
    let smtp = config.smtp.as_ref();
    let mailer = smtp
        .map(|smtp| smtp.mailer(&config.public_url))
        .transpose()?;
    if mailer.is_none() {
        tracing::info!("no mail server is set up: reminders are shown on the desk only");
    }
    let (stop_serving, stop_rounds) = (Stop::watch()?, Stop::watch()?);
    tracing::info!("serving {}", config.public_url);
    let rounds = tokio::spawn(rounds::run(register.clone(), mailer, stop_rounds));
    let router = http::router(Site::new(register.clone(), config, city));
    http::serve(listener, router, Limits::default(), stop_serving).await;
    rounds.await.context("the rounds of jobs broke off")?;
    register.close().await;
    Ok(())
}
