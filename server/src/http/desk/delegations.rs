//! By which authority is decided.

use app::pages::desk::{address, delegations as page};
use axum::extract::Path;
use axum::response::Response;
use domain::delegation::{Delegation, DelegationDraft};
use domain::view::desk::DelegationList;
use register::{Refusal, delegations, views};
use wording::desk;

use super::work::{Answer, Conflict, Done, Work};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, done: Done) -> Answer {
    let list = list(&work).await?;
    let form = work.form(DelegationDraft::default(), 0)?;
    work.page(|shell| page::page(shell, &list, &form, done.0))
}

pub(super) async fn record(work: Work, posted: Posted) -> Answer {
    let typed = DelegationDraft::from_pairs(&posted.0);
    match delegations::record(work.register(), work.actor(), posted.key(), &typed).await {
        Ok(_) => work.done(address::DELEGATIONS, desk::Done::DelegationSaved),
        Err(Refusal::Incomplete(findings)) => {
            let list = list(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &list, &form, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_one(work: Work, Path(id): Path<String>) -> Answer {
    let (list, one) = one(&work, &id).await?;
    let form = work.form(DelegationDraft::from(&one.facts), one.version)?;
    work.page(|shell| page::change(shell, one.id, &list.series, &form))
}

pub(super) async fn change(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let (list, one) = one(&work, &id).await?;
    let typed = DelegationDraft::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match delegations::change(register, actor, key, one.id, version, &typed).await {
        Ok(()) => work.done(address::DELEGATIONS, desk::Done::DelegationSaved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::change(shell, one.id, &list.series, &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::delegation(one.id),
            version: one.version,
            saved: DelegationDraft::from(&one.facts).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn list(work: &Work) -> Result<DelegationList, Response> {
    let list = views::desk::delegations(work.register(), work.actor()).await;
    list.map_err(|refusal| work.refuse(refusal))
}

/// One delegation by its identity, with the list it is from.
async fn one(work: &Work, id: &str) -> Result<(DelegationList, Delegation), Response> {
    let list = list(work).await?;
    let found = list.delegations.iter().find(|of| of.id.to_string() == id);
    let found = found
        .cloned()
        .ok_or_else(|| work.refuse(Refusal::NotFound))?;
    Ok((list, found))
}
