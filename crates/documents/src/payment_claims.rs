//! The payment claims of a project as a table.

use domain::payment_claim::{Claim, ClaimBook};
use domain::{Lang, Money};
use wording::desk::commitment::CommitmentText;
use wording::desk::payment_claim::{self as words, ClaimText as T};

use crate::table::{Cell, Column, Kind, Table};

/// The claims in their order; `None` where a sum does not fit.
pub fn table(book: &ClaimBook, lang: Lang) -> Option<Table> {
    let column = |code, label: T, kind| Column::new(code, label.text(lang), kind);
    let columns = vec![
        Column::new("claim", CommitmentText::Number.text(lang), Kind::Count),
        Column::new(
            "first_day",
            format!("{} 1", T::Period.text(lang)),
            Kind::Day,
        ),
        Column::new("last_day", format!("{} 2", T::Period.text(lang)), Kind::Day),
        column("stage", T::Stage, Kind::Text),
        column("last", T::IsLast, Kind::Text),
        column("sent_on", T::SentOn, Kind::Day),
        column("decided_on", T::DecidedOn, Kind::Day),
        column("paid_on", T::PaidOn, Kind::Day),
        column("realised", T::Realised, Kind::Money),
        column("deducted", T::DeductedShown, Kind::Money),
        column("applied", T::AppliedShown, Kind::Money),
        column("granted", T::GrantedShown, Kind::Money),
        column("waiting", T::Waiting, Kind::Money),
    ];
    let rows: Option<Vec<Vec<Cell>>> = book.claims.iter().map(|claim| row(claim, lang)).collect();
    let mut total = vec![Cell::Empty; columns.len()];
    if let Some(waiting) = total.last_mut() {
        *waiting = Cell::Money(book.waiting()?);
    }
    total[3] = Cell::Text(T::InAll.text(lang).to_owned());
    Some(Table {
        title: T::Claims.text(lang).to_owned(),
        columns,
        rows: rows?,
        total: Some(total),
    })
}

fn row(claim: &Claim, lang: Lang) -> Option<Vec<Cell>> {
    let content = &claim.content;
    let day = |day: Option<time::Date>| day.map_or(Cell::Empty, Cell::Day);
    let granted = claim.granted.as_ref();
    let waiting = Some(claim.waiting()).filter(|waiting| *waiting > Money::ZERO);
    Some(vec![
        Cell::Count(u64::from(claim.number)),
        Cell::Day(content.first_day),
        Cell::Day(content.last_day),
        Cell::Text(words::stage(claim.stage, lang).to_owned()),
        Cell::text(content.is_last.then(|| T::Last.text(lang))),
        day(claim.sent.as_ref().map(|sent| sent.on)),
        day(granted.map(|granted| granted.on)),
        day(claim.paid.as_ref().map(|(on, _)| *on)),
        Cell::Money(content.reckoning()?.total),
        Cell::Money(content.deducted),
        Cell::Money(content.applied),
        Cell::money(granted.map(|granted| granted.amount)),
        Cell::money(waiting),
    ])
}
