//! Payment claims of the city's own projects: all of them, one, and the form of each kind of entry.

use app::pages::desk::{address, claims as pages};
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use domain::payment_claim::{ClaimDraft, ClaimKind};
use domain::role::UseCase;
use domain::view::payment_claim::ClaimSheet;
use register::views::payment_claims as views;
use register::{Refusal, payment_claims, tables};
use wording::desk;

use super::work::{Answer, Done, Work, typed_amount, typed_day};
use super::{Route, form, page as route, projects};
use crate::http::asked_form::AskedForm;
use crate::http::form::Posted;
use crate::http::page;

/// The routes of payment claims.
pub(super) fn routes() -> [Route; 8] {
    use UseCase::ManageClaims;
    [
        route("/tyopoyta/hankkeet/{slug}/maksatushakemukset", get(show)),
        route(
            "/tyopoyta/hankkeet/{slug}/maksatushakemukset.csv",
            get(file),
        ),
        route(
            "/tyopoyta/hankkeet/{slug}/maksatushakemukset.xlsx",
            get(file),
        ),
        route(
            "/tyopoyta/hankkeet/{slug}/maksatushakemukset/{claim}",
            get(show_one),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/maksatushakemukset/uusi",
            ManageClaims,
            get(show_making).post(make),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/maksatushakemukset/ennakko",
            ManageClaims,
            get(show_advance).post(advance),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/maksatushakemukset/ennakko/kumoa",
            ManageClaims,
            get(show_undoing).post(undo),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/maksatushakemukset/{claim}/{act}",
            ManageClaims,
            get(show_form).post(record),
        ),
    ]
}

/// What is recorded of which project, and of which claim of it.
struct Act {
    slug: String,
    kind: ClaimKind,
    claim: Option<u32>,
}

impl Act {
    const fn of_all(slug: String, kind: ClaimKind) -> Self {
        Self {
            slug,
            kind,
            claim: None,
        }
    }

    /// What an address names.
    fn of_one(work: &Work, (slug, claim, name): (String, u32, String)) -> Result<Self, Response> {
        let kind = address::claim_kind(&name);
        Ok(Self {
            slug,
            kind: kind.ok_or_else(|| work.refuse(Refusal::NotFound))?,
            claim: Some(claim),
        })
    }

    fn named(&self) -> String {
        self.claim
            .map(|number| number.to_string())
            .unwrap_or_default()
    }

    /// The form as it begins.
    fn draft(&self, work: &Work, sheet: &ClaimSheet) -> Result<ClaimDraft, Response> {
        let found = self.claim.map(|number| sheet.book.claim(number));
        let found = match found {
            Some(None) => return Err(work.refuse(Refusal::NotFound)),
            Some(found) => found,
            None => None,
        };
        let today = typed_day(work.register().clock().today());
        Ok(match (self.kind, found) {
            (ClaimKind::Made, _) => ClaimDraft::begin(&sheet.book, &sheet.scope),
            (ClaimKind::Changed, Some(of)) => ClaimDraft::of(of.number, &of.content, &sheet.scope),
            (ClaimKind::Decided, Some(of)) => ClaimDraft {
                claim: self.named(),
                granted: typed_amount(of.content.applied),
                entry_day: today,
                ..ClaimDraft::default()
            },
            _ => ClaimDraft {
                claim: self.named(),
                entry_day: today,
                ..ClaimDraft::default()
            },
        })
    }

    async fn show(self, work: &Work) -> Answer {
        let sheet = load(work, self.slug.clone()).await?;
        let form = work.form(self.draft(work, &sheet)?, 0)?;
        work.page(|shell| pages::record(shell, &sheet, self.kind, &form))
    }

    async fn save(self, work: &Work, posted: &Posted) -> Answer {
        let sheet = load(work, self.slug.clone()).await?;
        let typed = ClaimDraft {
            claim: self.named(),
            ..ClaimDraft::from_pairs(&posted.0)
        };
        let (register, actor) = (work.register(), work.actor());
        let (key, project) = (posted.key(), sheet.project.id);
        match payment_claims::record(register, actor, key, project, self.kind, &typed).await {
            Ok(_) => work.done(
                &address::claims(&sheet.project.slug),
                desk::Done::ClaimEntryRecorded,
            ),
            Err(Refusal::Incomplete(findings)) => {
                let form = work.typed(typed, posted)?.refused(findings);
                work.incomplete(|shell| pages::record(shell, &sheet, self.kind, &form))
            }
            Err(refusal) => Err(work.refuse(refusal)),
        }
    }
}

/// The claims of a project by its part of the address.
async fn load(work: &Work, slug: String) -> Result<ClaimSheet, Response> {
    let slug = projects::named(work, slug)?;
    let sheet = views::sheet(work.register(), work.actor(), &slug).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}

async fn show(work: Work, Path(slug): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, slug).await?;
    work.page(|shell| pages::page(shell, &sheet, done.0))
}

async fn show_one(work: Work, Path((slug, number)): Path<(String, u32)>, done: Done) -> Answer {
    let sheet = load(&work, slug).await?;
    let claim = sheet.book.claim(number);
    let claim = claim.ok_or_else(|| work.refuse(Refusal::NotFound))?;
    work.page(|shell| pages::claim(shell, &sheet, claim, done.0))
}

async fn file(work: Work, Path(slug): Path<String>, AskedForm(form): AskedForm) -> Answer {
    let slug = projects::named(&work, slug)?;
    let (register, actor) = (work.register(), work.actor());
    let made = tables::payment_claims(register, actor, &slug, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(
        &format!("maksatushakemukset-{slug}"),
        form,
        bytes,
    ))
}

async fn show_making(work: Work, Path(slug): Path<String>) -> Answer {
    Act::of_all(slug, ClaimKind::Made).show(&work).await
}

async fn make(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let act = Act::of_all(slug, ClaimKind::Made);
    act.save(&work, &posted).await
}

async fn show_advance(work: Work, Path(slug): Path<String>) -> Answer {
    let act = Act::of_all(slug, ClaimKind::AdvanceReceived);
    act.show(&work).await
}

async fn advance(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let act = Act::of_all(slug, ClaimKind::AdvanceReceived);
    act.save(&work, &posted).await
}

async fn show_undoing(work: Work, Path(slug): Path<String>) -> Answer {
    let act = Act::of_all(slug, ClaimKind::AdvanceUndone);
    act.show(&work).await
}

async fn undo(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let act = Act::of_all(slug, ClaimKind::AdvanceUndone);
    act.save(&work, &posted).await
}

/// A project, the number of a claim, and what is recorded of it.
type NamedOne = (String, u32, String);

async fn show_form(work: Work, Path(named): Path<NamedOne>) -> Answer {
    Act::of_one(&work, named)?.show(&work).await
}

async fn record(work: Work, Path(named): Path<NamedOne>, posted: Posted) -> Answer {
    Act::of_one(&work, named)?.save(&work, &posted).await
}
