//! Last days below each other, a table for each month.

use domain::view::desk::LastDay;
use leptos::prelude::*;
use wording::desk::Label;
use wording::last_day::{self as words, LastDayText as T};
use wording::{format, names};

use super::whose;
use crate::components::date::weekday_date;
use crate::components::table::{Column, Row, table};
use crate::pages::desk::address;
use crate::shell::Shell;

/// The days, which stand in their order.
pub(super) fn by_month(shell: &Shell, days: &[LastDay]) -> AnyView {
    let of_month = |day: &LastDay| (day.period.last_day.year(), day.period.last_day.month());
    let months = days.chunk_by(|one, next| of_month(one) == of_month(next));
    let months = months.map(|days| month(shell, days));
    months.collect_view().into_any()
}

fn month(shell: &Shell, days: &[LastDay]) -> AnyView {
    let lang = shell.lang;
    let first = days[0].period.last_day;
    let name = format::month(first, lang);
    let id = format!("kuukausi-{}-{}", first.year(), u8::from(first.month()));
    let columns = vec![
        Column::words(Label::Day.text(lang)),
        Column::words(Label::Decision.text(lang)),
        Column::words(T::Whose.text(lang)),
        Column::words(Label::Remedy.text(lang)),
    ];
    let rows = days.iter().map(|day| row(shell, day)).collect();
    view! {
        <section class="listing" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{name.clone()}</h2>
            {table(&format!("{id}-taulukko"), name, columns, rows)}
        </section>
    }
    .into_any()
}

fn row(shell: &Shell, day: &LastDay) -> Row {
    let lang = shell.lang;
    let closes = day.period.closes_at.map(|at| format::at(at, lang));
    let last_day = view! { {weekday_date(day.period.last_day, lang)} " " {closes} };
    let place = words::place(&day.decision_maker, &day.section);
    let href = shell.link(&address::decision(day.decision));
    let name = format!("{} ({place})", day.title);
    let cells = vec![
        view! { <a href=href>{name}</a> }.into_any(),
        whose(day, shell).into_any(),
        names::remedy(day.period.remedy, lang).into_any(),
    ];
    Row::new(last_day, cells)
}
