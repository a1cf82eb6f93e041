//! The mail server in the configuration file.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use domain::publicity::Personal;
use register::mail::{Encryption, Mailer, PATIENCE, Smtp};
use serde::Deserialize;

/// Where the password may stand instead of in a file. Never on the command line, which every
/// user of the machine can read.
const PASSWORD: &str = "HANKEREKISTERI_SMTP_PASSWORD";

/// The section `[smtp]` of the configuration file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    host: String,
    port: Option<u16>,
    #[serde(default)]
    encryption: Wanted,
    user: Option<String>,
    password_file: Option<PathBuf>,
    from: String,
}

/// How the connection is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Wanted {
    Implicit,
    #[default]
    StartTls,
    None,
}

impl SmtpSettings {
    /// What sends mail with these settings; each fault is said with what to do.
    pub(crate) fn mailer(&self, public_url: &str) -> anyhow::Result<Mailer> {
        self.mailer_with(public_url, std::env::var(PASSWORD).ok())
    }

    fn mailer_with(&self, public_url: &str, password: Option<String>) -> anyhow::Result<Mailer> {
        if self.host.trim().is_empty() {
            bail!("smtp.host is empty: name the mail server, e.g. smtp.kunta.example");
        }
        let (encryption, usual_port) = match self.encryption {
            Wanted::Implicit => (Encryption::Implicit, 465),
            Wanted::StartTls => (Encryption::StartTls, 587),
            Wanted::None => (Encryption::None, 25),
        };
        let sign_in = self.sign_in(password)?;
        let is_here = ["localhost", "127.0.0.1", "::1"].contains(&self.host.trim());
        if sign_in.is_some() && encryption == Encryption::None && !is_here {
            bail!(
                "smtp.encryption = \"none\" would send the password of smtp.user in the clear: \
                 use \"starttls\" or \"implicit\""
            );
        }
        let smtp = Smtp {
            host: self.host.trim().to_owned(),
            port: self.port.unwrap_or(usual_port),
            encryption,
            sign_in,
            from: self.from.clone(),
            patience: PATIENCE,
        };
        Mailer::new(smtp, public_url).context("the section [smtp] cannot be used")
    }

    /// The account and its password.
    fn sign_in(
        &self,
        from_environment: Option<String>,
    ) -> anyhow::Result<Option<(String, Personal<String>)>> {
        let Some(user) = &self.user else {
            if self.password_file.is_some() {
                bail!("smtp.password_file needs smtp.user: name the account of the password");
            }
            return Ok(None);
        };
        let password = match (&self.password_file, from_environment) {
            (Some(_), Some(_)) => {
                bail!("give the password in smtp.password_file or in {PASSWORD}, not in both")
            }
            (Some(file), None) => read_password(file)?,
            (None, Some(password)) => password,
            (None, None) => {
                bail!(
                    "smtp.user needs a password: name its file in smtp.password_file or set {PASSWORD}"
                )
            }
        };
        if password.is_empty() {
            bail!("the password of smtp.user is empty");
        }
        Ok(Some((user.clone(), Personal::new(password))))
    }
}

/// The first line of a file.
fn read_password(file: &Path) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("smtp.password_file {} cannot be read", file.display()))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(settings: &str, password: Option<&str>) -> String {
        let settings: Result<SmtpSettings, _> = toml::from_str(settings);
        let made = settings.map_err(anyhow::Error::from).and_then(|settings| {
            settings.mailer_with("https://kunta.example", password.map(str::to_owned))
        });
        made.map_or_else(|error| format!("{error:#}"), |_| String::new())
    }

    #[test]
    fn settings_that_can_be_used_are_used() {
        let host = "host = \"smtp.kunta.example\"\nfrom = \"kirjaamo@kunta.example\"\n";
        assert_eq!(said(host, None), "");
        let named = "host = \"a\"\nfrom = \"Rekisteri <kirjaamo@kunta.example>\"\n";
        assert_eq!(said(named, None), "");
        assert_eq!(
            said(&format!("{host}user = \"rekisteri\""), Some("salasana")),
            ""
        );
        let relay = "host = \"127.0.0.1\"\nport = 2525\nencryption = \"none\"\nuser = \"a\"\nfrom = \"a@b\"";
        assert_eq!(said(relay, Some("salasana")), "");
    }

    #[test]
    fn each_fault_is_said_with_what_to_do() {
        let with = |lines: &str| format!("host = \"a.example\"\nfrom = \"a@b.example\"\n{lines}");
        for (settings, password, expected) in [
            ("from = \"a@b\"".to_owned(), None, "missing field `host`"),
            (
                "host = \" \"\nfrom = \"a@b\"".to_owned(),
                None,
                "smtp.host is empty",
            ),
            (
                "host = \"a\"\nfrom = \"kirjaamo\"".to_owned(),
                None,
                "is no e-mail address",
            ),
            (with("encryption = \"ssl\""), None, "unknown variant `ssl`"),
            (with("password = \"x\""), None, "unknown field `password`"),
            (with("user = \"a\""), None, PASSWORD),
            (with("user = \"a\""), Some(""), "is empty"),
            (with("password_file = \"x\""), None, "needs smtp.user"),
            (
                with("user = \"a\"\npassword_file = \"/nowhere/x\""),
                None,
                "cannot be read",
            ),
            (
                with("user = \"a\"\npassword_file = \"x\""),
                Some("y"),
                "not in both",
            ),
            (
                with("encryption = \"none\"\nuser = \"a\""),
                Some("y"),
                "in the clear",
            ),
        ] {
            let said = said(&settings, password);
            assert!(said.contains(expected), "{settings}: {said}");
        }
    }
}
