//! Cases.

use app::pages::desk::form::{CaseName, NewCase, NewDecision};
use app::pages::desk::{address, case};
use axum::extract::Path;
use axum::response::Response;
use domain::case::CaseNumber;
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
        Ok(_) => work.done(&case_address(&draft.number), desk::Done::CaseOpened),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| case::new(shell, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The sheet of a case that was opened under a number as typed.
fn case_address(number: &str) -> String {
    number.parse().map_or_else(
        |_| app::address::DESK.to_owned(),
        |number| address::case(&number),
    )
}

pub(super) async fn show(work: Work, Path(number): Path<String>, done: Done) -> Answer {
    let sheet = sheet(&work, &number).await?;
    let drafting = work.form(NewDecision::default(), 0)?;
    work.page(|shell| case::sheet(shell, &sheet, &drafting, done.0))
}

pub(super) async fn name(work: Work, Path(number): Path<String>) -> Answer {
    let case = sheet(&work, &number).await?.case;
    let draft = CaseName {
        public_title: case.public_title.clone(),
    };
    let form = work.form(draft, case.version)?;
    work.page(|shell| case::rename(shell, &case, &form))
}

pub(super) async fn rename(work: Work, Path(number): Path<String>, posted: Posted) -> Answer {
    let case = sheet(&work, &number).await?.case;
    let typed = CaseName::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let title = &typed.public_title;
    match cases::rename(work.register(), work.actor(), key, case.id, version, title).await {
        Ok(()) => work.done(&address::case(&case.number), desk::Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| case::rename(shell, &case, &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::case_name(&case.number),
            version: case.version,
            saved: CaseName {
                public_title: case.public_title,
            }
            .to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The sheet of a case by its number, in any spelling.
pub(super) async fn sheet(work: &Work, number: &str) -> Result<CaseSheet, Response> {
    let number: CaseNumber = number.parse().map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = case_sheet(work.register(), work.actor(), &number).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
