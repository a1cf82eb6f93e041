//! The signed decision as a document, each time with a code of its own.

use app::pages::desk::address;
use app::pages::desk::decision::document as page;
use app::pages::desk::form::Documenting;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use domain::role::UseCase;
use register::{Refusal, decision_documents, documents, views};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Done, Work};
use super::{Route, form, page as read};
use crate::http::form::Posted;

/// The form that makes a document, and the documents that were made.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route {
            reads: UseCase::ReadDesk,
            ..form(
                "/tyopoyta/paatokset/{id}/asiakirja",
                UseCase::MakeDecisionDocument,
                get(show).post(make),
            )
        },
        read("/tyopoyta/paatokset/{id}/asiakirja/{document}", get(pdf)),
    ]
}

async fn show(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    if sheet.decision.sealed().is_none() {
        return work.to(&address::decision(id));
    }
    let made = views::given::documents(work.register(), work.actor(), id).await;
    let made = made.map_err(|refusal| work.refuse(refusal))?;
    let mut form = work.form(Documenting::default(), sheet.decision.version)?;
    form.saved = done.0;
    work.page(|shell| page::page(shell, &sheet, &made, &form))
}

async fn make(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Documenting::from_pairs(&posted.0);
    let include_secrets = !typed.include_secrets.is_empty();
    let (register, actor, url) = (work.register(), work.actor(), work.public_url());
    let key = posted.key();
    match decision_documents::make(register, actor, key, id, include_secrets, url).await {
        Ok(_) => work.done(&address::documents(id), desk::Done::DocumentMade),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// A document of this decision as it was made.
async fn pdf(work: Work, Path((id, document)): Path<(String, String)>) -> Answer {
    let sheet = load(&work, &id).await?;
    let wanted = document.strip_suffix(".pdf").and_then(|id| id.parse().ok());
    let made = views::given::documents(work.register(), work.actor(), sheet.decision.id).await;
    let made = made.map_err(|refusal| work.refuse(refusal))?;
    let Some(known) = made.iter().find(|line| Some(line.id) == wanted) else {
        return Err(work.refuse(Refusal::NotFound));
    };
    let printed = documents::signed_decision(work.register(), work.actor(), known.id).await;
    let bytes = printed.map_err(|refusal| work.refuse(refusal))?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}
