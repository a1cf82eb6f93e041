//! Cases.

use app::pages::desk::form::{CaseFacts, NewCase};
use app::pages::desk::{address, case};
use axum::extract::Path;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Response;
use domain::case::{CaseFilter, CaseKey, CaseState};
use domain::id::CaseId;
use domain::view::case::CaseForm;
use domain::view::desk::CaseSheet;
use register::cases::CaseDraft;
use register::views::desk::{case_form, case_list, case_sheet};
use register::{Refusal, cases};
use serde::Deserialize;
use wording::desk;

use super::work::{Answer, Conflict, Done, Work, typed_day};
use crate::http::form::Posted;

/// What stands in the address of the list. As in the lists for everybody, what cannot be read is
/// left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    tila: String,
    luokka: String,
    vuosi: String,
    sivu: String,
}

/// The most characters that are looked for.
const WORDS: usize = 200;

pub(super) async fn list(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let asked = query.map(|Query(asked)| asked).unwrap_or_default();
    let filter = CaseFilter {
        // No database takes a null character.
        words: asked
            .q
            .chars()
            .filter(|sign| !sign.is_control())
            .take(WORDS)
            .collect(),
        state: CaseState::from_code(&asked.tila),
        class: asked.luokka.parse().ok(),
        year: asked.vuosi.parse().ok(),
        page: asked.sivu.parse().unwrap_or(1),
    };
    let list = case_list(work.register(), work.actor(), filter).await;
    let list = list.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| case::list::page(shell, &list))
}

/// What the form of a case offers.
async fn offered(work: &Work) -> Result<CaseForm, Response> {
    let offered = case_form(work.register(), work.actor()).await;
    offered.map_err(|refusal| work.refuse(refusal))
}

pub(super) async fn begin(work: Work) -> Answer {
    let offered = offered(&work).await?;
    let draft = NewCase {
        pending_since: typed_day(work.register().clock().today()),
        ..NewCase::default()
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| case::new(shell, &offered, &form))
}

pub(super) async fn open(work: Work, posted: Posted) -> Answer {
    let typed = NewCase::from_pairs(&posted.0);
    let NewCase {
        number,
        public_title,
        internal_title,
        class,
        pending_since,
    } = typed.clone();
    let draft = CaseDraft {
        number,
        public_title,
        internal_title,
        class,
        pending_since,
    };
    match cases::open(work.register(), work.actor(), posted.key(), &draft).await {
        Ok(id) => {
            // The number may have been issued just now.
            let opened = sheet(&work, &id.to_string()).await?.case;
            work.done(&address::case(&opened.key()), desk::Done::CaseOpened)
        }
        Err(Refusal::Incomplete(findings)) => {
            let offered = offered(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| case::new(shell, &offered, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The sheet of a case that was saved with a number as typed, if any.
fn case_address(id: CaseId, number: &str) -> String {
    let number = number.parse().ok();
    address::case(&number.map_or(CaseKey::Id(id), CaseKey::Number))
}

pub(super) async fn show(work: Work, Path(key): Path<String>, done: Done) -> Answer {
    let sheet = sheet(&work, &key).await?;
    work.page(|shell| case::sheet(shell, &sheet, done.0))
}

pub(super) async fn facts(work: Work, Path(key): Path<String>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let offered = offered(&work).await?;
    let form = work.form(saved(&sheet), sheet.case.version)?;
    work.page(|shell| case::change(shell, &sheet.case, &offered, &form))
}

pub(super) async fn change(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let case = &sheet.case;
    let typed = CaseFacts::from_pairs(&posted.0);
    let CaseFacts {
        number,
        public_title,
        internal_title,
        class,
        pending_since,
    } = typed.clone();
    let draft = CaseDraft {
        number: case.number.as_ref().map_or(number, ToString::to_string),
        public_title,
        internal_title,
        class,
        pending_since,
    };
    let (key, version) = (posted.key(), posted.version());
    match cases::change(work.register(), work.actor(), key, case.id, version, &draft).await {
        Ok(()) => work.done(&case_address(case.id, &draft.number), desk::Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let offered = offered(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| case::change(shell, case, &offered, &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::change_case(&case.key()),
            version: case.version,
            saved: saved(&sheet).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The form as the case is saved now.
fn saved(sheet: &CaseSheet) -> CaseFacts {
    let facts = &sheet.register.facts;
    let number = sheet.case.number.as_ref().map(ToString::to_string);
    CaseFacts {
        number: number.unwrap_or_default(),
        public_title: sheet.case.public_title.clone(),
        internal_title: facts.internal_title.reveal_to_official().clone(),
        class: facts
            .class
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        pending_since: facts.pending_since.map(typed_day).unwrap_or_default(),
    }
}

/// The sheet of a case by its number, in any spelling, or its identity.
pub(super) async fn sheet(work: &Work, key: &str) -> Result<CaseSheet, Response> {
    let key: CaseKey = key.parse().map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = case_sheet(work.register(), work.actor(), &key).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
