//! Claims and appeals against a decision.

use app::pages::desk::address;
use app::pages::desk::decision::filing as page;
use app::pages::desk::form::{Deciding, Filed};
use axum::extract::Path;
use axum::response::Response;
use domain::appeal_right::AppealRight;
use domain::filing::{Outcome, Standing};
use domain::id::FilingId;
use domain::section::Section;
use domain::view::desk::{DecisionSheet, FilingLine};
use register::Refusal;
use register::filings::{self, FilingDraft, OutcomeDraft};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Conflict, Work, typed_day, typed_time};
use crate::http::form::Posted;

pub(super) async fn begin(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let Some(sealed) = sheet.decision.sealed() else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let typed = Filed {
        remedy: match sealed.content.remedy.0 {
            AppealRight::By(remedy) => remedy.code().to_owned(),
            // Whoever files all the same says against what: the registrar chooses.
            AppealRight::PreparationOrImplementation => String::new(),
        },
        ..Filed::default()
    };
    let form = work.form(typed, 0)?;
    work.page(|shell| page::record(shell, &sheet, None, &form))
}

pub(super) async fn record(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Filed::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match filings::record(register, actor, key, id, &draft(&typed)).await {
        Ok(_) => work.done(&address::decision(id), desk::Done::FilingRecorded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::record(shell, &sheet, None, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show(work: Work, Path((id, filing)): Path<(String, String)>) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &filing)?;
    let form = work.form(filed(line), line.filing.version)?;
    work.page(|shell| page::record(shell, &sheet, Some(line.filing.id), &form))
}

pub(super) async fn correct(
    work: Work,
    Path((id, filing)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &filing)?;
    let filing = line.filing.id;
    let typed = Filed::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match filings::correct(register, actor, key, filing, version, &draft(&typed)).await {
        Ok(()) => work.done(
            &address::decision(sheet.decision.id),
            desk::Done::FilingRecorded,
        ),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::record(shell, &sheet, Some(filing), &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::filing(sheet.decision.id, filing),
            version: line.filing.version,
            saved: filed(line).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_outcome(work: Work, Path((id, filing)): Path<(String, String)>) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &filing)?;
    let form = work.form(decided(line), line.filing.version)?;
    work.page(|shell| page::decide(shell, &sheet, line.filing.id, &form))
}

pub(super) async fn decide(
    work: Work,
    Path((id, filing)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &filing)?;
    let filing = line.filing.id;
    let typed = Deciding::from_pairs(&posted.0);
    let Deciding {
        kind,
        on,
        reference,
        decided_by,
        final_from,
    } = typed.clone();
    let draft = OutcomeDraft {
        kind,
        on,
        reference,
        decided_by,
        final_from,
    };
    let (key, version) = (posted.key(), posted.version());
    match filings::decide(work.register(), work.actor(), key, filing, version, &draft).await {
        Ok(()) => work.done(
            &address::decision(sheet.decision.id),
            desk::Done::FilingDecided,
        ),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::decide(shell, &sheet, filing, &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::filing_outcome(sheet.decision.id, filing),
            version: line.filing.version,
            saved: decided(line).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// A filing against the decision by its identity.
fn line<'a>(
    work: &Work,
    sheet: &'a DecisionSheet,
    filing: &str,
) -> Result<&'a FilingLine, Response> {
    let id: Option<FilingId> = filing.parse().ok();
    let mut lines = sheet.appeal.iter().flat_map(|appeal| &appeal.filings);
    lines
        .find(|line| Some(line.filing.id) == id)
        .ok_or_else(|| work.refuse(Refusal::NotFound))
}

/// The filing as it is saved now.
fn filed(line: &FilingLine) -> Filed {
    let facts = &line.filing.facts;
    Filed {
        remedy: facts.remedy.code().to_owned(),
        received_on: typed_day(line.received.date()),
        received_at: typed_time(line.received.time()),
        way: facts.way.code().to_owned(),
        filer: facts.filer.reveal_to_official().clone(),
        standing: match facts.standing {
            Standing::Party(service) => service.to_string(),
            Standing::MunicipalMember => "municipal_member".to_owned(),
            Standing::Other => "other".to_owned(),
        },
        wrongly_addressed_to: facts.wrongly_addressed_to.clone(),
        handled_by: facts.handled_by.clone(),
    }
}

/// The outcome as it is saved now.
fn decided(line: &FilingLine) -> Deciding {
    line.filing
        .outcome
        .as_ref()
        .map_or_else(Deciding::default, |outcome| {
            let Outcome {
                kind,
                on,
                reference,
                final_from,
            } = outcome;
            Deciding {
                kind: kind.code().to_owned(),
                on: typed_day(*on),
                reference: reference.clone(),
                decided_by: section_of(reference),
                final_from: final_from.map(typed_day).unwrap_or_default(),
            }
        })
}

/// The body's decision that a reference names, if it names one of the register.
fn section_of(reference: &str) -> String {
    let section = reference.parse::<Section>().ok();
    section
        .map(|section| section.to_string())
        .unwrap_or_default()
}

fn draft(typed: &Filed) -> FilingDraft {
    let Filed {
        remedy,
        received_on,
        received_at,
        way,
        filer,
        standing,
        wrongly_addressed_to,
        handled_by,
    } = typed.clone();
    FilingDraft {
        remedy,
        received_on,
        received_at,
        way,
        filer,
        standing,
        wrongly_addressed_to,
        handled_by,
    }
}
