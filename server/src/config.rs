//! What the register is told from outside: command line first, then file, then defaults.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::cli::Global;
use crate::http::SEEN_WITHIN;
use crate::smtp::SmtpSettings;

const DEFAULT_DATABASE: &str = "sqlite:data/hankerekisteri.db";
const DEFAULT_PAGE_CACHE_MIB: u32 = 64;
const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 3000);

/// Requests to the read API that a network address may make in a minute.
const DEFAULT_API_REQUESTS: u32 = 600;

/// The settings of one process.
#[derive(Clone, Debug)]
pub struct Config {
    /// The database's address.
    pub database: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The only source of absolute addresses, without a slash at its end.
    pub public_url: String,
    /// Proxies whose forwarded headers count.
    pub trusted_proxies: Vec<IpAddr>,
    /// The mail server; without one, reminders are shown on the desk only.
    pub smtp: Option<SmtpSettings>,
    /// MiB of public pages that are kept as they were sent; 0 makes each anew.
    pub page_cache_mib: u32,
    /// How old what is known of other processes' writes may be before a kept page is sent.
    pub seen_within: Duration,
    /// Requests to the read API that a network address may make in a minute; 0 sets no limit.
    pub api_requests_per_minute: u32,
}

/// The configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    database: Option<String>,
    listen: Option<SocketAddr>,
    public_url: Option<String>,
    trusted_proxies: Vec<IpAddr>,
    smtp: Option<SmtpSettings>,
    page_cache_mib: Option<u32>,
    api_requests_per_minute: Option<u32>,
}

impl Config {
    /// Reads the settings of a command.
    pub(crate) fn read(global: &Global, listen: Option<SocketAddr>) -> anyhow::Result<Self> {
        let file = match &global.config {
            Some(path) => read_file(path)?,
            None => File::default(),
        };
        let listen = listen.or(file.listen).unwrap_or(DEFAULT_LISTEN);
        let public_url = file.public_url.unwrap_or_else(|| default_url(listen));
        let public_url = public_url.trim_end_matches('/').to_owned();
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            bail!("public_url must begin with http:// or https://, not {public_url:?}");
        }
        Ok(Self {
            database: global
                .database
                .clone()
                .or(file.database)
                .unwrap_or_else(|| DEFAULT_DATABASE.to_owned()),
            listen,
            public_url,
            trusted_proxies: file.trusted_proxies,
            smtp: file.smtp,
            page_cache_mib: file.page_cache_mib.unwrap_or(DEFAULT_PAGE_CACHE_MIB),
            seen_within: SEEN_WITHIN,
            api_requests_per_minute: file.api_requests_per_minute.unwrap_or(DEFAULT_API_REQUESTS),
        })
    }

    /// The same settings once the listening address is known: a default `public_url` follows it.
    pub(crate) fn listening_on(self, address: SocketAddr) -> Self {
        let follows = self.public_url == default_url(self.listen);
        let public_url = if follows {
            default_url(address)
        } else {
            self.public_url
        };
        Self {
            listen: address,
            public_url,
            ..self
        }
    }

    /// Whether visitors reach the register by https, so that cookies are `__Host-` and `Secure`.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Where a visitor on the same machine reaches a listener. An address that stands for every one of
/// the machine, such as `0.0.0.0`, is none to open.
fn default_url(listen: SocketAddr) -> String {
    if listen.ip().is_unspecified() {
        format!("http://localhost:{}", listen.port())
    } else {
        format!("http://{listen}")
    }
}

fn read_file(path: &Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the configuration file {} cannot be read", path.display()))?;
    toml::from_str(&text)
        .with_context(|| format!("the configuration file {} is not valid", path.display()))
}

#[cfg(test)]
mod tests {
    use super::default_url;

    #[test]
    fn the_default_address_can_be_opened() {
        for (listen, url) in [
            ("127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("0.0.0.0:8080", "http://localhost:8080"),
            ("[::]:8080", "http://localhost:8080"),
            ("[::1]:80", "http://[::1]:80"),
        ] {
            assert_eq!(default_url(listen.parse().unwrap()), url);
        }
    }
}
