//! The public versions of a decision, for officials to look at.

use app::pages::desk::decision::preview as page;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;
use register::{Refusal, documents, views};
use serde::Deserialize;

use super::drafts::load;
use super::work::{Answer, Work};

/// Which version, as the address says it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Version {
    versio: String,
}

impl Version {
    fn is_during(&self) -> bool {
        self.versio != "jalkeen"
    }
}

pub(super) async fn show(
    work: Work,
    Path(id): Path<String>,
    Query(version): Query<Version>,
) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    match views::preview::preview(work.register(), work.actor(), id).await {
        Ok(preview) => work.page(|shell| page::page(shell, &sheet, &preview, version.is_during())),
        Err(Refusal::Incomplete(findings)) => {
            work.page(|shell| page::not_ready(shell, &sheet, &findings))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn pdf(
    work: Work,
    Path(id): Path<String>,
    Query(version): Query<Version>,
) -> Answer {
    let sheet = load(&work, &id).await?;
    let (id, during) = (sheet.decision.id, version.is_during());
    let (register, actor, url) = (work.register(), work.actor(), work.public_url());
    match documents::preview(register, actor, id, during, work.lang(), url).await {
        Ok(bytes) => Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response()),
        Err(Refusal::Incomplete(findings)) => {
            work.incomplete(|shell| page::not_ready(shell, &sheet, &findings))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
