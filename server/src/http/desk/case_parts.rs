//! What is recorded in a case beside its documents: measures, who has to do with it, relations and
//! state.

use app::pages::desk::address;
use app::pages::desk::case as pages;
use app::pages::desk::form::{Moving, Relating};
use axum::extract::Path;
use axum::response::Response;
use domain::case::{CaseKey, CaseMeasure, CaseParty, CasePartyDraft, MeasureDraft, PartyWho};
use domain::form::Pairs;
use domain::id::CaseRelationId;
use domain::view::desk::CaseSheet;
use register::Refusal;
use register::cases::moves::{self, MoveDraft};
use register::cases::relations::{self, RelationDraft};
use register::cases::{measures, parties};
use wording::desk::Done;

use super::cases::sheet;
use super::projects::known;
use super::work::{Answer, Conflict, Work, typed_day};
use crate::http::form::Posted;

/// The day that a new form begins with.
pub(super) fn today(work: &Work) -> String {
    typed_day(work.register().clock().today())
}

/// The record of an identity among those of a case.
pub(super) fn found<'a, T>(
    work: &Work,
    mut records: impl Iterator<Item = &'a T>,
    is_it: impl Fn(&T) -> bool,
) -> Result<&'a T, Response> {
    records
        .find(|one| is_it(one))
        .ok_or_else(|| work.refuse(Refusal::NotFound))
}

/// Both texts, where somebody else saved meanwhile.
pub(super) fn stale(
    work: &Work,
    address: String,
    version: i64,
    saved: Pairs,
    typed: Pairs,
) -> Answer {
    work.stale(Conflict {
        address,
        version,
        saved,
        typed,
        can_overwrite: true,
    })
}

/// The sheet of the case, after something was done.
pub(super) fn back(work: &Work, key: &CaseKey, done: Done) -> Answer {
    work.done(&address::case(key), done)
}

pub(super) async fn begin_measure(work: Work, Path(key): Path<String>) -> Answer {
    let case = sheet(&work, &key).await?.case;
    let draft = MeasureDraft {
        taken_on: today(&work),
        office: work.official().office.clone(),
        ..MeasureDraft::default()
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| pages::measure(shell, &case, None, &form))
}

pub(super) async fn add_measure(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let case = sheet(&work, &key).await?.case;
    let typed = MeasureDraft::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match measures::add(register, actor, key, case.id, &typed).await {
        Ok(()) => back(&work, &case.key(), Done::MeasureRecorded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::measure(shell, &case, None, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn measure_of<'a>(
    work: &Work,
    sheet: &'a CaseSheet,
    id: &str,
) -> Result<&'a CaseMeasure, Response> {
    let measures = sheet.register.measures.iter();
    found(work, measures, |measure| measure.id.to_string() == id)
}

fn saved_measure(measure: &CaseMeasure) -> MeasureDraft {
    MeasureDraft {
        phase: measure.phase.code().to_owned(),
        measure_name: measure.name.reveal_to_official().clone(),
        taken_on: typed_day(measure.on),
        office: measure.office.clone(),
    }
}

pub(super) async fn measure(work: Work, Path((key, id)): Path<(String, String)>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let measure = measure_of(&work, &sheet, &id)?;
    let form = work.form(saved_measure(measure), measure.version)?;
    work.page(|shell| pages::measure(shell, &sheet.case, Some(measure), &form))
}

pub(super) async fn correct_measure(
    work: Work,
    Path((key, id)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let measure = measure_of(&work, &sheet, &id)?;
    let typed = MeasureDraft::from_pairs(&posted.0);
    let ids = (sheet.case.id, measure.id);
    let (key, version) = (posted.key(), posted.version());
    match measures::correct(work.register(), work.actor(), key, ids, version, &typed).await {
        Ok(()) => back(&work, &sheet.case.key(), Done::MeasureRecorded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::measure(shell, &sheet.case, Some(measure), &form))
        }
        Err(Refusal::Stale) => {
            let address = address::measure(&sheet.case.key(), measure.id);
            let saved = saved_measure(measure).to_pairs();
            stale(&work, address, measure.version, saved, typed.to_pairs())
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn begin_party(work: Work, Path(key): Path<String>) -> Answer {
    let case = sheet(&work, &key).await?.case;
    let organisations = known(&work).await?;
    let form = work.form(CasePartyDraft::default(), 0)?;
    work.page(|shell| pages::party(shell, &case, &organisations, None, &form))
}

pub(super) async fn add_party(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let case = sheet(&work, &key).await?.case;
    let typed = CasePartyDraft::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match parties::add(register, actor, key, case.id, &typed).await {
        Ok(()) => back(&work, &case.key(), Done::CasePartySaved),
        Err(Refusal::Incomplete(findings)) => {
            let organisations = known(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::party(shell, &case, &organisations, None, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn party_of<'a>(work: &Work, sheet: &'a CaseSheet, id: &str) -> Result<&'a CaseParty, Response> {
    let parties = sheet.register.parties.iter().map(|line| &line.party);
    found(work, parties, |party| party.id.to_string() == id)
}

fn saved_party(party: &CaseParty) -> CasePartyDraft {
    let (organisation, person) = match &party.who {
        PartyWho::Organisation(id) => (id.to_string(), String::new()),
        PartyWho::Person(name) => (String::new(), name.reveal_to_official().clone()),
    };
    CasePartyDraft {
        party_role: party.role.code().to_owned(),
        organisation,
        person,
        agent: party.agent.reveal_to_official().clone(),
    }
}

pub(super) async fn party(work: Work, Path((key, id)): Path<(String, String)>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let party = party_of(&work, &sheet, &id)?;
    let organisations = known(&work).await?;
    let form = work.form(saved_party(party), party.version)?;
    work.page(|shell| pages::party(shell, &sheet.case, &organisations, Some(party), &form))
}

pub(super) async fn correct_party(
    work: Work,
    Path((key, id)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let party = party_of(&work, &sheet, &id)?;
    let typed = CasePartyDraft::from_pairs(&posted.0);
    let ids = (sheet.case.id, party.id);
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (posted.key(), posted.version());
    let (result, done) = if posted.action() == "remove" {
        let removed = parties::remove(register, actor, key, ids, version).await;
        (removed, Done::CasePartyRemoved)
    } else {
        let corrected = parties::correct(register, actor, key, ids, version, &typed).await;
        (corrected, Done::CasePartySaved)
    };
    match result {
        Ok(()) => back(&work, &sheet.case.key(), done),
        Err(Refusal::Incomplete(findings)) => {
            let organisations = known(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| {
                pages::party(shell, &sheet.case, &organisations, Some(party), &form)
            })
        }
        Err(Refusal::Stale) => {
            let address = address::case_party(&sheet.case.key(), party.id);
            let saved = saved_party(party).to_pairs();
            stale(&work, address, party.version, saved, typed.to_pairs())
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_relations(work: Work, Path(key): Path<String>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let form = work.form(Relating::default(), 0)?;
    let lines = &sheet.register.relations;
    work.page(|shell| pages::relations(shell, &sheet.case, lines, &form))
}

pub(super) async fn relate(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let (register, actor, case) = (work.register(), work.actor(), sheet.case.id);
    let typed = Relating::from_pairs(&posted.0);
    let (result, done) = if posted.action() == "remove" {
        let id: Option<CaseRelationId> = posted.field("removed").parse().ok();
        let id = id.ok_or_else(|| work.refuse(Refusal::NotFound))?;
        let removed = relations::remove(register, actor, posted.key(), case, id).await;
        (removed, Done::CaseUnrelated)
    } else {
        let draft = RelationDraft {
            other_number: typed.other_number.clone(),
            relation: typed.relation.clone(),
        };
        let added = relations::add(register, actor, posted.key(), case, &draft).await;
        (added, Done::CaseRelated)
    };
    match result {
        Ok(()) => back(&work, &sheet.case.key(), done),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            let lines = &sheet.register.relations;
            work.incomplete(|shell| pages::relations(shell, &sheet.case, lines, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_state(work: Work, Path(key): Path<String>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let typed = Moving {
        moved_on: today(&work),
        ..Moving::default()
    };
    let form = work.form(typed, sheet.case.version)?;
    work.page(|shell| pages::move_state(shell, &sheet, &form))
}

pub(super) async fn move_state(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let typed = Moving::from_pairs(&posted.0);
    let draft = MoveDraft {
        moved_on: typed.moved_on.clone(),
        reason: typed.reason.clone(),
    };
    let (register, actor, id) = (work.register(), work.actor(), sheet.case.id);
    let (key, version) = (posted.key(), posted.version());
    let moved = match posted.action() {
        "close" => moves::close(register, actor, key, id, version, &draft).await,
        "reopen" => moves::reopen(register, actor, key, id, version, &draft).await,
        _ => moves::resolve(register, actor, key, id, version, &draft).await,
    };
    match moved {
        Ok(()) => back(&work, &sheet.case.key(), Done::CaseMoved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::move_state(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
