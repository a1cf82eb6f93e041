//! Letters of commitment for applicants, each with a code of its own.

use app::pages::desk::address;
use app::pages::desk::decision::letter as page;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::commitment::LetterDraft;
use domain::role::UseCase;
use domain::view::desk::{DecisionSheet, LetterSheet};
use register::{Refusal, commitment_letters, documents, views};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Done, Work};
use super::{Route, form, page as read};
use crate::http::form::Posted;

/// The form that gives a letter, and the letters that were given.
pub(super) fn routes() -> [Route; 2] {
    [
        Route {
            reads: UseCase::ReadDesk,
            ..form(
                "/tyopoyta/paatokset/{id}/rahoitussitoumus",
                UseCase::GiveCommitmentLetter,
                get(show).post(give),
            )
        },
        read(
            "/tyopoyta/paatokset/{id}/rahoitussitoumus/{letter}",
            get(pdf),
        ),
    ]
}

async fn letters(work: &Work, sheet: &DecisionSheet) -> Result<LetterSheet, Response> {
    let id = sheet.decision.id;
    let letters = views::letters::of_decision(work.register(), work.actor(), id).await;
    letters.map_err(|refusal| work.refuse(refusal))
}

async fn show(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let Some(sealed) = sheet.decision.sealed() else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let letters = letters(&work, &sheet).await?;
    let draft = LetterDraft {
        letter_lang: sealed.content.lang.code().to_owned(),
        valid_until: String::new(),
    };
    let mut form = work.form(draft, sheet.decision.version)?;
    form.saved = done.0;
    work.page(|shell| page::page(shell, &sheet, &letters, &form))
}

async fn give(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = LetterDraft::from_pairs(&posted.0);
    let (register, actor, url) = (work.register(), work.actor(), work.public_url());
    match commitment_letters::give(register, actor, posted.key(), id, &typed, url).await {
        Ok(_) => work.done(&address::letters(id), desk::Done::LetterGiven),
        Err(Refusal::Incomplete(findings)) => {
            let letters = letters(&work, &sheet).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, &letters, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// A letter of this decision as it was given.
async fn pdf(work: Work, Path((id, letter)): Path<(String, String)>) -> Answer {
    let sheet = load(&work, &id).await?;
    let wanted = letter.strip_suffix(".pdf").and_then(|id| id.parse().ok());
    let letters = letters(&work, &sheet).await?;
    let Some(known) = letters.given.iter().find(|line| Some(line.id) == wanted) else {
        return Err(work.refuse(Refusal::NotFound));
    };
    let printed = documents::commitment_letter(work.register(), work.actor(), known.id).await;
    let bytes = printed.map_err(|refusal| work.refuse(refusal))?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}
