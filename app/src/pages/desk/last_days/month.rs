//! The sheet of a month: a row for each week, a column for each weekday.

use calendar::holiday;
use domain::Lang;
use domain::view::desk::LastDay;
use leptos::prelude::*;
use time::{Date, Weekday};
use wording::last_day::{self as words, LastDayText as T};
use wording::{format, law};

use super::whose;
use crate::components::table::{Column, Row, table};
use crate::pages::desk::address;
use crate::shell::Shell;

const DAYS_OF_WEEK: usize = 7;

/// The month that begins on a day.
pub(super) fn sheet(shell: &Shell, first: Date, days: &[LastDay]) -> AnyView {
    let lang = shell.lang;
    let mut columns = vec![Column::words(T::Week.text(lang))];
    columns.extend(weekdays().map(|weekday| Column::words(format::weekday_name(weekday, lang))));
    let rows = weeks(first).into_iter().map(|(number, week)| {
        let cells = week.into_iter().map(|day| match day {
            Some(day) => cell(shell, day, days),
            None => ().into_any(),
        });
        Row::new(number.to_string(), cells.collect())
    });
    view! {
        <div class="month">
            {table("kuukausi", format::month(first, lang), columns, rows.collect())}
        </div>
    }
    .into_any()
}

fn weekdays() -> impl Iterator<Item = Weekday> {
    (0..7).map(|after| Weekday::Monday.nth_next(after))
}

/// The weeks of a month, each with its number (ISO 8601) and its days from Monday to Sunday, those
/// of other months left empty.
fn weeks(first: Date) -> Vec<(u8, Vec<Option<Date>>)> {
    let before = usize::from(first.weekday().number_days_from_monday());
    let days = 1..=first.month().length(first.year());
    let mut cells: Vec<Option<Date>> = std::iter::repeat_n(None, before)
        .chain(days.map(|day| first.replace_day(day).ok()))
        .collect();
    cells.resize(cells.len().next_multiple_of(DAYS_OF_WEEK), None);
    cells
        .chunks(DAYS_OF_WEEK)
        .map(|week| {
            let number = week.iter().flatten().next().map(|day| day.iso_week());
            (number.unwrap_or_default(), week.to_vec())
        })
        .collect()
}

fn cell(shell: &Shell, day: Date, days: &[LastDay]) -> AnyView {
    let lang = shell.lang;
    let is_today = day == shell.frame.now.date();
    let today = is_today.then(|| view! { " " <strong>{T::Today.text(lang)}</strong> });
    let holiday = holiday(day).map(|name| {
        view! { <p class="month__holiday">{law::holiday(name, lang)}</p> }
    });
    let ending: Vec<_> = days
        .iter()
        .filter(|one| one.period.last_day == day)
        .map(|one| period(shell, one))
        .collect();
    let ending = (!ending.is_empty()).then(|| view! { <ul class="month__periods">{ending}</ul> });
    let current = is_today.then_some("date");
    view! {
        <p class="month__date">
            <time datetime=day.to_string() aria-current=current>{day.day()}</time> {today}
        </p>
        {holiday}
        {ending}
    }
    .into_any()
}

/// A period that ends on a day: the decision, whose it is and the closing hour. The title is in the
/// list; here it would make the month too long to see.
fn period(shell: &Shell, day: &LastDay) -> AnyView {
    let place = words::place(&day.decision_maker, &day.section);
    let href = shell.link(&address::decision(day.decision));
    let at = closing(day, shell.lang);
    view! { <li><a href=href>{place}</a> " " {whose(day, shell)} {at}</li> }.into_any()
}

fn closing(day: &LastDay, lang: Lang) -> Option<String> {
    let at = day.period.closes_at?;
    Some(format!(", {}", format::at(at, lang)))
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn a_month_begins_and_ends_within_its_weeks() {
        let september = weeks(date!(2023 - 09 - 01));
        let numbers: Vec<u8> = september.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [35, 36, 37, 38, 39]);
        assert_eq!(september[0].1[4], Some(date!(2023 - 09 - 01)));
        assert_eq!(september[0].1[..4], [None; 4]);
        assert_eq!(september[4].1[5], Some(date!(2023 - 09 - 30)));
        assert_eq!(september[4].1[6], None);
    }

    #[test]
    fn the_first_week_of_a_year_may_be_the_last_of_the_one_before() {
        assert_eq!(weeks(date!(2023 - 01 - 01))[0].0, 52);
        assert_eq!(weeks(date!(2021 - 02 - 01)).len(), 4, "four whole weeks");
    }
}
