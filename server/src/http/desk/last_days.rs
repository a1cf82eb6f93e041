//! The calendar of last days.

use app::pages::desk::last_days as pages;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use domain::project::Month;
use domain::slug::Slug;
use domain::view::desk::{LastDayFilter, Span};
use register::{calendars, views};
use serde::Deserialize;
use time::Date;

use super::work::{Answer, Work};
use crate::http::page;

/// What stands in the address. As in the lists for everybody, what cannot be read is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kuukausi: String,
    nakyma: String,
    paatoksentekija: String,
    hanke: String,
    muutoksenhakukeino: String,
}

impl Asked {
    fn of(query: Result<Query<Self>, QueryRejection>) -> Self {
        query.map(|Query(asked)| asked).unwrap_or_default()
    }

    /// A month's sheet or a list; this month's, or from today on, where no month is named.
    fn span(&self, today: Date) -> Span {
        let named: Option<Month> = self.kuukausi.parse().ok();
        let first = named.and_then(|Month { year, month }| {
            let month = month.try_into().ok()?;
            Date::from_calendar_date(year.into(), month, 1).ok()
        });
        match self.nakyma.as_str() {
            "lista" => Span::From(first.unwrap_or(today)),
            _ => Span::Month(first.or(today.replace_day(1).ok()).unwrap_or(today)),
        }
    }

    fn filter(self) -> LastDayFilter {
        LastDayFilter {
            series: Slug::try_from(self.paatoksentekija).ok(),
            project: Slug::try_from(self.hanke).ok(),
            remedy: self.muutoksenhakukeino.parse().ok(),
        }
    }
}

pub(super) async fn show(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let asked = Asked::of(query);
    let span = asked.span(work.register().clock().today());
    let (register, actor) = (work.register(), work.actor());
    let days = views::desk::last_days(register, actor, asked.filter(), span).await;
    let days = days.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::page(shell, &days))
}

pub(super) async fn file(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let filter = Asked::of(query).filter();
    let (register, actor) = (work.register(), work.actor());
    let file =
        calendars::of_officials(register, actor, &filter, work.lang(), work.public_url()).await;
    let bytes = file.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::calendar(bytes))
}
