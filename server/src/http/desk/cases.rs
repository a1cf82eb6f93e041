//! Cases.

use app::pages::desk::form::{CaseFacts, NewCase};
use app::pages::desk::{address, case};
use axum::extract::Path;
use axum::response::Response;
use domain::case::{Case, CaseKey};
use domain::id::CaseId;
use domain::view::desk::CaseSheet;
use register::cases::CaseDraft;
use register::views::desk::case_sheet;
use register::{Refusal, cases};
use wording::desk;

use super::work::{Answer, Conflict, Done, Work};
use crate::http::form::Posted;

pub(super) async fn begin(work: Work) -> Answer {
    let form = work.form(NewCase::default(), 0)?;
    work.page(|shell| case::new(shell, &form))
}

pub(super) async fn open(work: Work, posted: Posted) -> Answer {
    let typed = NewCase::from_pairs(&posted.0);
    let NewCase {
        number,
        public_title,
    } = typed.clone();
    let draft = CaseDraft {
        number,
        public_title,
    };
    match cases::open(work.register(), work.actor(), posted.key(), &draft).await {
        Ok(id) => work.done(&case_address(id, &draft.number), desk::Done::CaseOpened),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| case::new(shell, &form))
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
    let case = sheet(&work, &key).await?.case;
    let form = work.form(saved(&case), case.version)?;
    work.page(|shell| case::change(shell, &case, &form))
}

pub(super) async fn change(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let case = sheet(&work, &key).await?.case;
    let typed = CaseFacts::from_pairs(&posted.0);
    let draft = CaseDraft {
        number: case
            .number
            .as_ref()
            .map_or_else(|| typed.number.clone(), ToString::to_string),
        public_title: typed.public_title.clone(),
    };
    let (key, version) = (posted.key(), posted.version());
    match cases::change(work.register(), work.actor(), key, case.id, version, &draft).await {
        Ok(()) => work.done(&case_address(case.id, &draft.number), desk::Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| case::change(shell, &case, &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::change_case(&case.key()),
            version: case.version,
            saved: saved(&case).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The form as the case is saved now.
fn saved(case: &Case) -> CaseFacts {
    CaseFacts {
        number: case
            .number
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        public_title: case.public_title.clone(),
    }
}

/// The sheet of a case by its number, in any spelling, or its identity.
pub(super) async fn sheet(work: &Work, key: &str) -> Result<CaseSheet, Response> {
    let key: CaseKey = key.parse().map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = case_sheet(work.register(), work.actor(), &key).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
