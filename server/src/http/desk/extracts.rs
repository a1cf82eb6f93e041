//! Certifying extracts for parties, and the certified ones.

use app::pages::desk::address;
use app::pages::desk::decision::certify as page;
use app::pages::desk::form::Certifying;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use domain::id::ExtractId;
use domain::role::UseCase;
use domain::view::desk::DecisionSheet;
use register::extracts::{self, CertifyDraft};
use register::{Refusal, documents};
use wording::desk;

use super::drafts::load;
use super::services::line;
use super::work::{Answer, Work, typed_day};
use super::{Route, form};
use crate::http::form::Posted;

/// The form that certifies, and the certified extracts, whose addresses end with `.pdf`.
pub(super) fn routes() -> Vec<Route> {
    vec![Route {
        reads: UseCase::ReadDesk,
        ..form(
            "/tyopoyta/paatokset/{id}/ote/{service}",
            UseCase::CertifyExtract,
            get(show).post(certify),
        )
    }]
}

async fn show(work: Work, Path((id, service)): Path<(String, String)>) -> Answer {
    let sheet = load(&work, &id).await?;
    if let Some(extract) = service.strip_suffix(".pdf") {
        return pdf(&work, &sheet, extract).await;
    }
    work.needs(UseCase::CertifyExtract)?;
    let line = line(&work, &sheet, &service)?;
    let draft = Certifying {
        place: String::new(),
        day: typed_day(work.register().clock().today()),
        office: work.official().office.clone(),
        entitled_by: String::new(),
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| page::page(shell, &sheet, line, &form))
}

async fn certify(
    work: Work,
    Path((id, service)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = load(&work, &id).await?;
    let line = line(&work, &sheet, &service)?;
    let typed = Certifying::from_pairs(&posted.0);
    let (register, actor, service) = (work.register(), work.actor(), line.service.id);
    let Certifying {
        place,
        day,
        office,
        entitled_by,
    } = typed.clone();
    let draft = CertifyDraft {
        place,
        day,
        office,
        entitled_by,
    };
    let url = work.public_url();
    match extracts::certify(register, actor, posted.key(), service, &draft, url).await {
        Ok(_) => work.done(
            &address::decision(sheet.decision.id),
            desk::Done::ExtractCertified,
        ),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, line, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// A certified extract of this decision as it was certified.
async fn pdf(work: &Work, sheet: &DecisionSheet, extract: &str) -> Answer {
    let wanted: Option<ExtractId> = extract.parse().ok();
    let mut known = sheet.services.iter().flat_map(|line| &line.extracts);
    let Some(known) = known.find(|line| Some(line.id) == wanted) else {
        return Err(work.refuse(Refusal::NotFound));
    };
    let made = documents::extract(work.register(), work.actor(), known.id).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}
