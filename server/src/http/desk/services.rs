//! Recording when a party was served.

use app::pages::desk::address;
use app::pages::desk::decision::{serve_many as many_page, service as page};
use app::pages::desk::form::{NewParty, ServingMany};
use axum::extract::Path;
use axum::response::Response;
use domain::id::ServiceId;
use domain::service::ServiceDraft;
use domain::view::desk::{DecisionSheet, ServiceLine};
use register::{Refusal, services};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Conflict, Work, typed_day, typed_time};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, Path((id, service)): Path<(String, String)>) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &service)?;
    let form = work.form(saved(line), line.service.version)?;
    work.page(|shell| page::page(shell, &sheet, line, &form))
}

pub(super) async fn record(
    work: Work,
    Path((id, service)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &service)?;
    let typed = ServiceDraft::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor, service) = (work.register(), work.actor(), line.service.id);
    match services::record(register, actor, key, service, version, &typed).await {
        Ok(()) => work.done(
            &address::decision(sheet.decision.id),
            desk::Done::ServiceRecorded,
        ),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, line, &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::service(sheet.decision.id, service),
            version: line.service.version,
            saved: saved(line).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn begin_party(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.decision.sealed().is_none() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form(NewParty::default(), sheet.decision.version)?;
    work.page(|shell| page::new_party(shell, &sheet, &form))
}

pub(super) async fn add_party(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let typed = NewParty::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    let NewParty {
        organisation,
        means,
    } = &typed;
    let id = sheet.decision.id;
    match services::add_party(register, actor, key, id, organisation, means).await {
        Ok(_) => work.done(&address::decision(id), desk::Done::PartyAdded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::new_party(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_many(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.decision.sealed().is_none() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form(ServingMany::default(), sheet.decision.version)?;
    work.page(|shell| many_page::page(shell, &sheet, &form))
}

pub(super) async fn record_many(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = ServingMany::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    let chosen = typed.services();
    match services::record_many(register, actor, key, id, &chosen, &typed.service).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::ServicesRecorded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| many_page::page(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The service as it is saved now.
fn saved(line: &ServiceLine) -> ServiceDraft {
    ServiceDraft::of(&line.service.facts, typed_day, typed_time)
}

/// A service of the decision by its identity.
pub(super) fn line<'a>(
    work: &Work,
    sheet: &'a DecisionSheet,
    service: &str,
) -> Result<&'a ServiceLine, Response> {
    let id: Option<ServiceId> = service.parse().ok();
    let mut lines = sheet.services.iter();
    lines
        .find(|line| Some(line.service.id) == id)
        .ok_or_else(|| work.refuse(Refusal::NotFound))
}
