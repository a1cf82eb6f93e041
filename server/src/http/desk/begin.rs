//! The beginning of a decision.

use app::pages::desk::address;
use app::pages::desk::decision::begin as page;
use app::pages::desk::form::NewDecision;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use domain::case::CaseKey;
use domain::slug::Slug;
use domain::view::desk::BeginSheet;
use register::Refusal;
use register::decisions::{self, BeginDraft};
use register::views::desk::begin_sheet;

use super::work::{Answer, Work};
use crate::http::form::Posted;

pub(super) async fn show(
    work: Work,
    Path(case): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = query.unwrap_or_default();
    let mut asked = form_urlencoded::parse(query.as_bytes());
    let project = asked.find(|(name, _)| name == "hanke");
    let project = project.and_then(|(_, slug)| Slug::try_from(slug.into_owned()).ok());
    let sheet = sheet(&work, &case, project.as_ref()).await?;
    let form = work.form(page::proposed(&sheet, work.lang()), 0)?;
    work.page(|shell| page::page(shell, &sheet, &form))
}

pub(super) async fn begin(work: Work, Path(case): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, &case, None).await?;
    let typed = NewDecision::from_pairs(&posted.0);
    let draft = BeginDraft {
        project: typed.project.clone(),
        kind: typed.kind.clone(),
        lang: typed.lang.clone(),
        series: typed.series.clone(),
        from: typed.from.clone(),
    };
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match decisions::begin(register, actor, key, sheet.case.id, &draft).await {
        Ok(id) => work.to(&address::draft(id)),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn sheet(work: &Work, case: &str, project: Option<&Slug>) -> Result<BeginSheet, Response> {
    let key: CaseKey = case.parse().map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = begin_sheet(work.register(), work.actor(), &key, project).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
