//! Last days as calendar files. The bytes are made outside transactions, on a thread that may be
//! busy.

use std::collections::HashSet;

use ::documents::ics::{CalendarDay, CalendarFile, render};
use domain::Lang;
use domain::id::{DecisionId, ServiceId};
use domain::section::Section;
use domain::stub::StubKind;
use domain::view::decision_list::{DecisionFilter, FilterPart};
use domain::view::desk::LastDayFilter;
use store::{LastDayRow, MembersLastDayRow};

use crate::actor::Actor;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views;

/// Last days in a file. They are the latest, so that every running period is among them; one that
/// is older has been in the calendars of those who follow it.
const DAYS: u32 = 5_000;

/// The municipal member's last day of a published decision; [`Refusal::NotFound`] of one without.
pub async fn of_decision(
    register: &Register,
    section: &Section,
    lang: Lang,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let mut tx = register.read().await?;
    let row = tx.members_last_day_at(section).await?;
    let row = row.ok_or(Refusal::NotFound)?;
    drop(tx);
    let maker = Some(row.decision_maker.clone());
    let days: Vec<_> = members_day(row, register).into_iter().collect();
    if days.is_empty() {
        return Err(Refusal::NotFound);
    }
    made(register, days, maker, lang, public_url).await
}

/// The municipal members' last days of published decisions.
pub async fn of_decisions(
    register: &Register,
    filter: &DecisionFilter,
    lang: Lang,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let mut tx = register.read().await?;
    let mut rows = tx.members_last_days(filter, DAYS).await?;
    let others = filter.without(FilterPart::Series).without(FilterPart::Year);
    if others.narrows() {
        let now = register.clock().now_in_helsinki();
        let left = tx.published_chunk(filter, now, None, DAYS).await?;
        let left: HashSet<DecisionId> = left.into_iter().map(|row| row.id).collect();
        rows.retain(|row| left.contains(&row.decision));
    }
    let series = tx.published_series().await?;
    drop(tx);
    let maker = series
        .into_iter()
        .find(|(slug, _)| Some(slug) == filter.series.as_ref())
        .map(|(_, maker)| maker);
    let days = rows
        .into_iter()
        .rev()
        .filter_map(|row| members_day(row, register))
        .collect();
    made(register, days, maker, lang, public_url).await
}

/// Everybody's last days, the parties' too, for officials.
pub async fn of_officials(
    register: &Register,
    actor: &Actor,
    filter: &LastDayFilter,
    lang: Lang,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let today = register.clock().today();
    let mut tx = views::desk::read_as(register, actor).await?;
    let rows = tx.newest_last_days(filter, today, DAYS).await?;
    let series = tx.all_series().await?;
    drop(tx);
    let maker = series
        .into_iter()
        .find(|series| Some(&series.slug) == filter.series.as_ref())
        .map(|series| series.decision_maker);
    let days = rows
        .into_iter()
        .rev()
        .filter_map(|row| officials_day(row, register))
        .collect();
    made(register, days, maker, lang, public_url).await
}

fn members_day(row: MembersLastDayRow, register: &Register) -> Option<CalendarDay> {
    let address = format!("/paatokset/{}", row.section);
    day(row, None, address, register)
}

fn officials_day(row: LastDayRow, register: &Register) -> Option<CalendarDay> {
    let address = format!("/tyopoyta/paatokset/{}", row.day.decision);
    let day = day(row.day, row.party, address, register)?;
    Some(CalendarDay {
        is_repealed: row.is_repealed,
        ..day
    })
}

/// A last day with the steps of its period; `None` where today's rules refuse what was once
/// computed, which is logged.
fn day(
    row: MembersLastDayRow,
    party: Option<(ServiceId, String)>,
    address: String,
    register: &Register,
) -> Option<CalendarDay> {
    let now = register.clock().now_in_helsinki();
    let (period, _) = views::explained(&row.period, now, register.offices())?;
    Some(CalendarDay {
        section: row.section,
        title: match row.stub {
            Some((_, true)) => String::new(),
            Some((_, false)) | None => row.title,
        },
        decision_maker: row.decision_maker,
        party,
        period,
        address,
        version: row.version,
        changed_at: row.changed_at,
        is_repealed: false,
        is_withdrawn: row
            .stub
            .is_some_and(|(kind, _)| kind == StubKind::Withdrawn),
    })
}

async fn made(
    register: &Register,
    days: Vec<CalendarDay>,
    decision_maker: Option<String>,
    lang: Lang,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let city = register.city().await?;
    let public_url = public_url.trim_end_matches('/').to_owned();
    let made = tokio::task::spawn_blocking(move || {
        render(&CalendarFile {
            city: &city,
            decision_maker: decision_maker.as_deref(),
            lang,
            public_url: &public_url,
            days: &days,
        })
    });
    made.await
        .map_err(|_| Refusal::Document("its making stopped".to_owned()))
}
