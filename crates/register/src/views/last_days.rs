//! The officials' calendar of last days.

use domain::view::desk::{LastDay, LastDayFilter, LastDays, Span, Whose};
use store::{Audience, LastDayRow, ProjectFilter};
use time::{Date, Duration};

use super::desk::read_as;
use crate::actor::Actor;
use crate::refusal::Refusal;
use crate::register::Register;

/// Last days on a page.
const SHOWN: u32 = 1_000;
/// Projects to choose from; a city has hundreds.
const PROJECTS: u32 = 10_000;

/// A page of the calendar.
pub async fn last_days(
    register: &Register,
    actor: &Actor,
    filter: LastDayFilter,
    span: Span,
) -> Result<LastDays, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    // One more than is shown tells whether there are more.
    let mut rows = tx
        .last_days_between(&filter, days(span), today, SHOWN + 1)
        .await?;
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let is_cut = rows.len() > shown;
    rows.truncate(shown);
    let projects = ProjectFilter {
        audience: Audience::Officials,
        case: None,
        limit: PROJECTS,
        today,
    };
    let projects = tx.projects(&projects).await?;
    let mut projects: Vec<_> = projects
        .into_iter()
        .map(|project| (project.slug, project.name))
        .collect();
    projects.sort_by_key(|(_, name)| name.to_lowercase());
    Ok(LastDays {
        filter,
        span,
        days: rows.into_iter().map(last_day).collect(),
        is_cut,
        series: tx.all_series().await?,
        projects,
    })
}

/// The first and the last day of a span.
fn days(span: Span) -> (Date, Date) {
    match span {
        Span::From(day) => (day, Date::MAX),
        Span::Month(first) => {
            let length = i64::from(first.month().length(first.year()));
            let last = first.checked_add(Duration::days(length - 1));
            (first, last.unwrap_or(Date::MAX))
        }
    }
}

fn last_day(row: LastDayRow) -> LastDay {
    LastDay {
        decision: row.day.decision,
        section: row.day.section,
        title: row.day.title,
        decision_maker: row.day.decision_maker,
        whose: match row.party {
            Some((_, name)) => Whose::Party(name),
            None => Whose::MunicipalMember,
        },
        period: row.day.period,
        is_repealed: row.is_repealed,
    }
}
