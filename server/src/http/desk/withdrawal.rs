//! Withdrawing a published decision from the public network, and publishing it again.

use app::pages::desk::address;
use app::pages::desk::decision::withdrawal as page;
use app::pages::desk::form::{GivingBack, Withdrawing};
use axum::extract::Path;
use domain::finding::{FindingCode, Findings};
use domain::stub::{Stub, StubKind};
use register::Refusal;
use register::withdrawal::{self, WithdrawalDraft};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Work};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.decision.publication().is_none() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form(Withdrawing::default(), sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &form))
}

/// The first step shows what was typed again, to be confirmed; the second withdraws.
pub(super) async fn withdraw(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Withdrawing::from_pairs(&posted.0);
    if posted.action() == "check" && !typed.public_reason.trim().is_empty() {
        let form = work.typed(typed, &posted)?;
        return work.page(|shell| page::confirm(shell, &sheet, &form));
    }
    let Withdrawing {
        public_reason,
        hides_title,
    } = typed.clone();
    let draft = WithdrawalDraft {
        public_reason,
        hides_title,
        confirmed: posted.field("confirmed").to_owned(),
    };
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (posted.key(), posted.version());
    match withdrawal::withdraw(register, actor, key, id, version, &draft).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Withdrawn),
        Err(Refusal::Incomplete(findings)) => {
            let only_unconfirmed = only_unconfirmed(&findings);
            let form = work.typed(typed, &posted)?.refused(findings);
            if only_unconfirmed {
                return work.incomplete(|shell| page::confirm(shell, &sheet, &form));
            }
            work.incomplete(|shell| page::page(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn only_unconfirmed(findings: &Findings) -> bool {
    findings
        .iter()
        .all(|finding| finding.code == FindingCode::NotConfirmed)
}

pub(super) async fn show_again(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let ends = |stub: &Stub| stub.ended.is_none() && stub.kind == StubKind::Withdrawn;
    if !sheet.stubs.iter().any(|line| ends(&line.stub)) {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form(GivingBack::default(), sheet.decision.version)?;
    work.page(|shell| page::again(shell, &sheet, &form))
}

pub(super) async fn publish_again(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = GivingBack::from_pairs(&posted.0);
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (posted.key(), posted.version());
    let reason = &typed.reason;
    match withdrawal::publish_again(register, actor, key, id, version, reason).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::PublishedAgain),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::again(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
