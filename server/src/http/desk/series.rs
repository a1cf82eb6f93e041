//! Section series, their decision makers' names and deputies.

use app::pages::desk::form::{NewSeries, SeriesFacts};
use app::pages::desk::{address, series as pages};
use axum::extract::Path;
use axum::response::Response;
use domain::signing_right::DeputyshipDraft;
use domain::slug::Slug;
use domain::view::people::SeriesSheet;
use register::series::{NameDraft, SeriesDraft};
use register::{Refusal, deputies, series, views};
use wording::desk;

use super::work::{Answer, Done, Work};
use crate::http::form::Posted;

pub(super) async fn list(work: Work, done: Done) -> Answer {
    let lines = views::people::all_series(work.register(), work.actor()).await;
    let lines = lines.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::list(shell, &lines, done.0))
}

pub(super) async fn begin(work: Work) -> Answer {
    let form = work.form(NewSeries::default(), 0)?;
    work.page(|shell| pages::new(shell, &form))
}

pub(super) async fn add(work: Work, posted: Posted) -> Answer {
    let typed = NewSeries::from_pairs(&posted.0);
    let NewSeries {
        slug,
        decision_maker,
        series_kind,
        numbering,
        publication_rule,
        claims_to_fi,
        claims_to_sv,
        claims_to_en,
    } = typed.clone();
    let draft = SeriesDraft {
        slug,
        decision_maker,
        series_kind,
        numbering,
        publication_rule,
        claims_to_fi,
        claims_to_sv,
        claims_to_en,
    };
    match series::open(work.register(), work.actor(), posted.key(), &draft).await {
        Ok(()) => work.done(address::SERIES, desk::Done::SeriesAdded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::new(shell, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show(work: Work, Path(slug): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, slug).await?;
    let form = work.form(SeriesFacts::default(), 0)?;
    work.page(|shell| pages::sheet(shell, &sheet, &form, done.0))
}

/// Each button is a use case of its own, which asks for its own right.
pub(super) async fn change(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, slug).await?;
    let slug = &sheet.series.slug;
    let typed = SeriesFacts::from_pairs(&posted.0);
    match act(&work, slug, &typed, &posted).await {
        Ok(Some(done)) => work.done(&address::series(slug), done),
        Ok(None) => work.to(&address::series(slug)),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::sheet(shell, &sheet, &form, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn act(
    work: &Work,
    slug: &Slug,
    typed: &SeriesFacts,
    posted: &Posted,
) -> Result<Option<desk::Done>, Refusal> {
    use desk::Done as D;
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    let done = match posted.action() {
        "rename" => {
            let draft = NameDraft {
                decision_maker: typed.decision_maker.clone(),
                name_since: typed.name_since.clone(),
            };
            series::rename(register, actor, key, slug, &draft).await?;
            D::NameRecorded
        }
        "set-rule" => {
            let rule = &typed.publication_rule;
            series::set_publication_rule(register, actor, key, slug, rule).await?;
            D::RuleSet
        }
        "add-deputy" => {
            let draft = DeputyshipDraft {
                deputy: typed.deputy.clone(),
                first_day: typed.first_day.clone(),
                last_day: typed.last_day.clone(),
                ground: typed.ground.clone(),
            };
            deputies::add(register, actor, key, slug, &draft).await?;
            D::DeputyAdded
        }
        "end-deputy" => {
            let deputyship = posted.field("deputyship").parse();
            let deputyship = deputyship.map_err(|_| Refusal::NotFound)?;
            deputies::end(register, actor, key, deputyship, posted.version()).await?;
            D::DeputyEnded
        }
        _ => return Ok(None),
    };
    Ok(Some(done))
}

async fn load(work: &Work, slug: String) -> Result<SeriesSheet, Response> {
    let slug = Slug::try_from(slug).map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = views::people::series(work.register(), work.actor(), &slug).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
