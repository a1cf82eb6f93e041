//! `hankerekisteri user`: accounts.

use std::io::{self, BufRead, IsTerminal, Write};

use anyhow::{Context, bail};
use domain::Lang;
use domain::publicity::Personal;
use register::users::{self, UserDraft};
use register::{Refusal, Register};

use super::operator;
use crate::cli::UserCommand;

pub(super) async fn run(register: &Register, command: UserCommand) -> anyhow::Result<()> {
    let actor = operator();
    match command {
        UserCommand::Add {
            email,
            name,
            role,
            office,
            series,
            password_stdin,
        } => {
            let password = read_password(password_stdin)?;
            let office = office.unwrap_or_else(|| wording::role::name(role, Lang::Fi).to_owned());
            let draft = UserDraft {
                email: Personal::new(email),
                name: Personal::new(name),
                office,
                role: role.code().to_owned(),
                signs_in: series.unwrap_or_default(),
            };
            users::add(register, &actor, None, &draft, &password)
                .await
                .map_err(|refusal| sentence(refusal, Lang::En))?;
            tracing::info!("the account was added");
        }
        UserCommand::List => {
            let mut out = io::stdout().lock();
            for official in users::list(register, &actor).await? {
                let state = if official.disabled {
                    "disabled"
                } else {
                    "active"
                };
                writeln!(
                    out,
                    "{}\t{}\t{}\t{}\t{state}",
                    official.email.reveal_to_official(),
                    official.name.reveal_to_official(),
                    official.role.code(),
                    official.office,
                )?;
            }
        }
        UserCommand::Disable { email } => {
            let email = email.trim().to_lowercase();
            let accounts = users::list(register, &actor).await?;
            let account = accounts
                .iter()
                .find(|one| *one.email.reveal_to_official() == email);
            let Some(account) = account else {
                bail!("no account has this e-mail address")
            };
            users::disable(register, &actor, None, account.id).await?;
            tracing::info!("the account is disabled");
        }
    }
    Ok(())
}

/// The first line of standard input; a person at a terminal is asked for it.
fn read_password(from_stdin: bool) -> anyhow::Result<String> {
    let stdin = io::stdin();
    if !from_stdin {
        if !stdin.is_terminal() {
            bail!("give the password on standard input together with --password-stdin");
        }
        write!(io::stderr(), "Password (it will be seen): ")?;
    }
    let mut line = String::new();
    stdin
        .lock()
        .read_line(&mut line)
        .context("the password cannot be read")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// The findings of what was typed, each with the label of its field, as one sentence for the
/// terminal.
pub(super) fn sentence(refusal: Refusal, lang: Lang) -> anyhow::Error {
    let Refusal::Incomplete(findings) = refusal else {
        return refusal.into();
    };
    let sentences = findings.iter().map(|finding| {
        let sentence = wording::finding::sentence(finding.code, lang);
        match wording::desk::label_of(&finding.place, lang) {
            Some(label) => format!("{label}: {sentence}"),
            None => sentence.to_owned(),
        }
    });
    anyhow::Error::msg(sentences.collect::<Vec<_>>().join(" "))
}
