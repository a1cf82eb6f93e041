//! Funding plans.

use app::pages::desk::{address, funding};
use axum::extract::Path;
use domain::form::Rows as _;
use domain::funding::FundingPlanDraft;
use register::{Refusal, funding_plans};
use wording::desk;

use super::projects::sheet;
use super::work::{Answer, Conflict, Work};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, Path(slug): Path<String>) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let form = work.form(sheet.plan_draft.clone(), sheet.plan_version.into())?;
    work.page(|shell| funding::page(shell, &sheet, &form))
}

pub(super) async fn save(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let mut typed = FundingPlanDraft::from_pairs(&posted.0);
    if typed.edit_rows(posted.action()) {
        let form = work.typed(typed, &posted)?;
        return work.page(|shell| funding::page(shell, &sheet, &form));
    }
    // The register reads a plan without its empty rows: findings name rows as they are after that.
    typed.compact();
    // A number that is no version of any plan is as stale as an old one.
    let replaces = u32::try_from(posted.version()).unwrap_or(u32::MAX);
    let (project, key) = (&sheet.project, posted.key());
    let saved = funding_plans::save(
        work.register(),
        work.actor(),
        key,
        project.id,
        replaces,
        &typed,
    )
    .await;
    match saved {
        Ok(()) => work.done(&address::project(&project.slug), desk::Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| funding::page(shell, &sheet, &form))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::funding(&project.slug),
            version: sheet.plan_version.into(),
            saved: sheet.plan_draft.to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
