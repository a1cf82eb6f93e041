//! The other funders of a project and of all: the pages, the files and the forms.

use app::address::payer_of;
use app::pages::desk::{address, co_funding as pages, shortfalls};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use domain::co_funding::{CoFundingDraft, CoFundingKind, CoFundingStage};
use domain::role::UseCase;
use domain::slug::Slug;
use domain::view::co_funding::{CoFundingFilter, CoFundingSheet};
use register::views::co_funding as views;
use register::{Refusal, co_funding, tables};
use serde::Deserialize;
use wording::desk;

use super::work::{Answer, Done, Work, typed_day};
use super::{Route, form, page as route, projects};
use crate::http::asked_form::AskedForm;
use crate::http::form::Posted;
use crate::http::page;

pub(super) fn routes() -> [Route; 6] {
    use UseCase::ManageClaims;
    [
        route("/tyopoyta/vajeet", get(list)),
        route("/tyopoyta/vajeet.csv", get(file)),
        route("/tyopoyta/vajeet.xlsx", get(file)),
        route("/tyopoyta/hankkeet/{slug}/rahoittajat", get(show)),
        form(
            "/tyopoyta/hankkeet/{slug}/rahoittajat/{act}",
            ManageClaims,
            get(show_form).post(record),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/rahoittajat/kumoa/{entry}",
            ManageClaims,
            get(show_undoing).post(undo),
        ),
    ]
}

/// What stands in the address of the list. As in other lists, what cannot be read is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    tilanne: String,
    rahoittaja: String,
    hanke: String,
    sivu: String,
}

/// What was asked for, if it can be read.
type Asking = Result<Query<Asked>, QueryRejection>;

fn filter(query: Asking) -> CoFundingFilter {
    let asked = query.map(|Query(asked)| asked).unwrap_or_default();
    CoFundingFilter {
        stage: CoFundingStage::from_code(&asked.tilanne),
        payer: payer_of(&asked.rahoittaja),
        project: Slug::try_from(asked.hanke).ok(),
        page: asked.sivu.parse().unwrap_or(1),
    }
}

async fn list(work: Work, query: Asking) -> Answer {
    let list = views::list(work.register(), work.actor(), filter(query)).await;
    let list = list.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| shortfalls::page(shell, &list))
}

async fn file(work: Work, query: Asking, AskedForm(form): AskedForm) -> Answer {
    let (register, actor) = (work.register(), work.actor());
    let made = tables::co_funding(register, actor, filter(query), form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table("vajeet", form, bytes))
}

async fn show(work: Work, Path(slug): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, slug).await?;
    work.page(|shell| pages::page(shell, &sheet, done.0))
}

/// What is recorded of which project, and which entry is undone.
struct Act {
    slug: String,
    kind: CoFundingKind,
    entry: String,
}

impl Act {
    fn named(work: &Work, (slug, name): (String, String)) -> Result<Self, Response> {
        let kind = address::co_funding_kind(&name);
        Ok(Self {
            slug,
            kind: kind.ok_or_else(|| work.refuse(Refusal::NotFound))?,
            entry: String::new(),
        })
    }

    fn undoing((slug, entry): (String, u32)) -> Self {
        Self {
            slug,
            kind: CoFundingKind::Undone,
            entry: entry.to_string(),
        }
    }

    async fn show(self, work: &Work) -> Answer {
        let sheet = load(work, self.slug).await?;
        let draft = CoFundingDraft {
            entry_day: typed_day(sheet.today),
            entry: self.entry,
            ..CoFundingDraft::default()
        };
        let form = work.form(draft, 0)?;
        work.page(|shell| pages::record(shell, &sheet, self.kind, &form))
    }

    async fn save(self, work: &Work, posted: &Posted) -> Answer {
        let sheet = load(work, self.slug).await?;
        let typed = CoFundingDraft {
            entry: self.entry,
            ..CoFundingDraft::from_pairs(&posted.0)
        };
        let (register, actor) = (work.register(), work.actor());
        let (key, project) = (posted.key(), sheet.project.id);
        match co_funding::record(register, actor, key, project, self.kind, &typed).await {
            Ok(_) => work.done(
                &address::co_funding(&sheet.project.slug),
                desk::Done::CoFundingEntryRecorded,
            ),
            Err(Refusal::Incomplete(findings)) => {
                let form = work.typed(typed, posted)?.refused(findings);
                work.incomplete(|shell| pages::record(shell, &sheet, self.kind, &form))
            }
            Err(refusal) => Err(work.refuse(refusal)),
        }
    }
}

/// The other funders of a project by its part of the address.
async fn load(work: &Work, slug: String) -> Result<CoFundingSheet, Response> {
    let slug = projects::named(work, slug)?;
    let sheet = views::sheet(work.register(), work.actor(), &slug).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}

async fn show_form(work: Work, Path(named): Path<(String, String)>) -> Answer {
    Act::named(&work, named)?.show(&work).await
}

async fn record(work: Work, Path(named): Path<(String, String)>, posted: Posted) -> Answer {
    Act::named(&work, named)?.save(&work, &posted).await
}

async fn show_undoing(work: Work, Path(named): Path<(String, u32)>) -> Answer {
    Act::undoing(named).show(&work).await
}

async fn undo(work: Work, Path(named): Path<(String, u32)>, posted: Posted) -> Answer {
    Act::undoing(named).save(&work, &posted).await
}
