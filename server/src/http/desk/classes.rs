//! Classes of cases and their retention, and where case numbers come from.

use app::pages::desk::form::{Classified, Numbered};
use app::pages::desk::{address, classes as pages};
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use domain::case::{RetentionDraft, RetentionRule};
use domain::role::UseCase;
use domain::view::case::{ClassSheet, NumberingSheet};
use register::Refusal;
use register::cases::classes::{self, ClassDraft};
use register::cases::numbering::{self, NumberingDraft};
use register::views::desk;
use wording::desk::Done as DoneText;

use super::work::{Answer, Conflict, Done, Work};
use super::{Route, form};
use crate::http::form::Posted;

/// The routes of classes and of the numbering of cases.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route {
            reads: UseCase::ReadDesk,
            ..form(
                "/tyopoyta/tehtavaluokat",
                UseCase::EditCaseClass,
                get(list).post(add),
            )
        },
        Route {
            reads: UseCase::ReadDesk,
            ..form(
                "/tyopoyta/tehtavaluokat/{class}",
                UseCase::EditCaseClass,
                get(show).post(rename),
            )
        },
        form(
            "/tyopoyta/tehtavaluokat/{class}/saannot/uusi",
            UseCase::EditCaseClass,
            get(begin_rule).post(add_rule),
        ),
        form(
            "/tyopoyta/tehtavaluokat/{class}/saannot/{rule}",
            UseCase::EditCaseClass,
            get(rule).post(change_rule),
        ),
        Route {
            reads: UseCase::ReadDesk,
            ..form(
                "/tyopoyta/asiatunnukset",
                UseCase::SetCaseNumbering,
                get(numbering).post(set_numbering),
            )
        },
    ]
}

pub(super) async fn list(work: Work, done: Done) -> Answer {
    let sheets = load(&work).await?;
    let form = work.form(Classified::default(), 0)?;
    work.page(|shell| pages::list(shell, &sheets, &form, done.0))
}

pub(super) async fn add(work: Work, posted: Posted) -> Answer {
    let typed = Classified::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match classes::add(register, actor, key, &draft(&typed)).await {
        Ok(()) => work.done(address::CLASSES, DoneText::ClassAdded),
        Err(Refusal::Incomplete(findings)) => {
            let sheets = load(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::list(shell, &sheets, &form, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn draft(typed: &Classified) -> ClassDraft {
    ClassDraft {
        class_code: typed.class_code.clone(),
        class_name: typed.class_name.clone(),
    }
}

pub(super) async fn show(work: Work, Path(code): Path<String>, done: Done) -> Answer {
    let sheet = class(&work, &code).await?;
    let form = work.form(saved(&sheet), sheet.class.version)?;
    work.page(|shell| pages::class(shell, &sheet, &form, done.0))
}

pub(super) async fn rename(work: Work, Path(code): Path<String>, posted: Posted) -> Answer {
    let sheet = class(&work, &code).await?;
    let code = &sheet.class.code;
    let typed = Classified::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match classes::rename(register, actor, key, code, version, &draft(&typed)).await {
        Ok(()) => work.done(&address::class(code), DoneText::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::class(shell, &sheet, &form, None))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::class(code),
            version: sheet.class.version,
            saved: saved(&sheet).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn saved(sheet: &ClassSheet) -> Classified {
    Classified {
        class_code: sheet.class.code.to_string(),
        class_name: sheet.class.name.clone(),
    }
}

pub(super) async fn begin_rule(work: Work, Path(code): Path<String>) -> Answer {
    let sheet = class(&work, &code).await?;
    let form = work.form(RetentionDraft::default(), 0)?;
    work.page(|shell| pages::rule(shell, &sheet, None, &form))
}

pub(super) async fn add_rule(work: Work, Path(code): Path<String>, posted: Posted) -> Answer {
    let sheet = class(&work, &code).await?;
    let code = &sheet.class.code;
    let typed = RetentionDraft::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match classes::add_rule(register, actor, key, code, &typed).await {
        Ok(()) => work.done(&address::class(code), DoneText::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::rule(shell, &sheet, None, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn rule(work: Work, Path((code, id)): Path<(String, String)>) -> Answer {
    let sheet = class(&work, &code).await?;
    let rule = rule_of(&work, &sheet, &id)?;
    let form = work.form(pages::saved_rule(rule), rule.version)?;
    work.page(|shell| pages::rule(shell, &sheet, Some(rule), &form))
}

pub(super) async fn change_rule(
    work: Work,
    Path((code, id)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = class(&work, &code).await?;
    let rule = rule_of(&work, &sheet, &id)?;
    let code = &sheet.class.code;
    let typed = RetentionDraft::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match classes::change_rule(register, actor, key, (code, rule.id), version, &typed).await {
        Ok(()) => work.done(&address::class(code), DoneText::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::rule(shell, &sheet, Some(rule), &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::rule(code, rule.id),
            version: rule.version,
            saved: pages::saved_rule(rule).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn rule_of<'a>(
    work: &Work,
    sheet: &'a ClassSheet,
    id: &str,
) -> Result<&'a RetentionRule, Response> {
    let mut rules = sheet.rules.iter();
    rules
        .find(|rule| rule.id.to_string() == id)
        .ok_or_else(|| work.refuse(Refusal::NotFound))
}

async fn load(work: &Work) -> Result<Vec<ClassSheet>, Response> {
    let sheets = desk::case_classes(work.register(), work.actor()).await;
    sheets.map_err(|refusal| work.refuse(refusal))
}

async fn class(work: &Work, code: &str) -> Result<ClassSheet, Response> {
    let mut sheets = load(work).await?.into_iter();
    sheets
        .find(|sheet| sheet.class.code.as_str() == code)
        .ok_or_else(|| work.refuse(Refusal::NotFound))
}

pub(super) async fn numbering(work: Work, done: Done) -> Answer {
    let sheet = settings(&work).await?;
    let form = work.form(Numbered::default(), 0)?;
    work.page(|shell| pages::numbering(shell, &sheet, &form, done.0))
}

pub(super) async fn set_numbering(work: Work, posted: Posted) -> Answer {
    let typed = Numbered::from_pairs(&posted.0);
    let draft = NumberingDraft {
        numbering: typed.numbering.clone(),
        first_day: typed.first_day.clone(),
    };
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match numbering::set(register, actor, key, &draft).await {
        Ok(()) => work.done(address::NUMBERING, DoneText::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let sheet = settings(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::numbering(shell, &sheet, &form, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn settings(work: &Work) -> Result<NumberingSheet, Response> {
    let sheet = desk::case_numbering(work.register(), work.actor()).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
