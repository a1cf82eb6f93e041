//! `hankerekisteri serve`.

use anyhow::Context;
use register::city;
use tokio::net::TcpListener;

use super::{clock, open_at, operator};
use crate::cli::Global;
use crate::config::Config;
use crate::http::{self, Site};

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
    // Whoever reads that it serves may tell it to stop.
    let stop = http::Stop::watch()?;
    tracing::info!("serving {}", config.public_url);
    let router = http::router(Site::new(register.clone(), config, city));
    http::serve(listener, router, stop).await;
    register.close().await;
    Ok(())
}
