//! The distribution of a decision by e-mail, and what registrars do with it.

use app::pages::desk::address;
use app::pages::desk::decision::distribution::{self as page, Around};
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use domain::distribution::AddresseeDraft;
use domain::id::DistributionId;
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::view::desk::{DecisionSheet, DistributionLine};
use register::mail::message_id;
use register::{Refusal, distribution};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Done, Work};
use super::{Route, form};
use crate::http::form::Posted;

/// The routes of a distribution.
pub(super) fn routes() -> Vec<Route> {
    vec![
        form(
            "/tyopoyta/paatokset/{id}/tiedoksi",
            UseCase::DistributeDecision,
            get(begin).post(add),
        ),
        Route {
            reads: UseCase::ReadDesk,
            ..form(
                "/tyopoyta/paatokset/{id}/tiedoksi/{entry}",
                UseCase::DistributeDecision,
                get(show).post(settle),
            )
        },
    ]
}

async fn begin(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.decision.sealed().is_none() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form(AddresseeDraft::default(), sheet.decision.version)?;
    work.page(|shell| page::new(shell, &sheet, &form))
}

async fn add(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = draft(&posted);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match distribution::add(register, actor, key, id, &typed).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::DistributionAdded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::new(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn show(work: Work, Path((id, entry)): Path<(String, String)>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &entry)?;
    let address = line.entry.address.as_ref();
    let saved = AddresseeDraft {
        email: address.map_or_else(String::new, |one| Personal::reveal_to_official(one).clone()),
        ..AddresseeDraft::default()
    };
    let form = work.form(saved, line.entry.version)?;
    let message_id = message_id(work.public_url(), line.entry.id);
    let around = around(&work, &message_id);
    work.page(|shell| page::entry(shell, &sheet, line, around, &form, done.0))
}

/// Each button is a use case of its own, which asks for its own right.
async fn settle(work: Work, Path((id, entry)): Path<(String, String)>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &entry)?;
    let (register, actor, id) = (work.register(), work.actor(), line.entry.id);
    let (key, version) = (posted.key(), posted.version());
    let typed = draft(&posted);
    let (settled, done) = match posted.action() {
        "address" => (
            distribution::readdress(register, actor, key, id, version, &typed).await,
            desk::Done::DistributionReaddressed,
        ),
        "again" => (
            distribution::send_again(register, actor, key, id, version).await,
            desk::Done::DistributionSentAgain,
        ),
        "received" => (
            distribution::confirm_received(register, actor, key, id, version).await,
            desk::Done::DistributionReceived,
        ),
        "withdraw" => (
            distribution::withdraw(register, actor, key, id, version).await,
            desk::Done::DistributionWithdrawn,
        ),
        _ => return work.to(&address::distribution_entry(sheet.decision.id, id)),
    };
    match settled {
        Ok(()) => work.done(&address::distribution_entry(sheet.decision.id, id), done),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            let message_id = message_id(work.public_url(), id);
            let around = around(&work, &message_id);
            work.incomplete(|shell| page::entry(shell, &sheet, line, around, &form, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn draft(posted: &Posted) -> AddresseeDraft {
    AddresseeDraft {
        recipient: posted.field("recipient").to_owned(),
        email: posted.field("email").to_owned(),
    }
}

fn around<'a>(work: &Work, message_id: &'a str) -> Around<'a> {
    Around {
        message_id,
        mail_is_set_up: work.mail_is_set_up(),
    }
}

/// An entry of the decision by its identity.
fn line<'a>(
    work: &Work,
    sheet: &'a DecisionSheet,
    entry: &str,
) -> Result<&'a DistributionLine, Response> {
    let id: Option<DistributionId> = entry.parse().ok();
    let mut lines = sheet.distribution.iter();
    lines
        .find(|line| Some(line.entry.id) == id)
        .ok_or_else(|| work.refuse(Refusal::NotFound))
}
