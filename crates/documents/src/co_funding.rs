//! The other funders of projects as a table. How many planned amounts nobody knows stands in a
//! column of its own, so that each column can be added up.

use domain::Lang;
use domain::co_funding::Decided;
use domain::view::co_funding::{CoFundingList, CoFundingRow};
use domain::view::funding::Planned;
use wording::desk::Label;
use wording::desk::co_funding::{self as words, CoFundingText as T};
use wording::desk::funding::{PlansText, payer};

use crate::table::{Cell, Column, Kind, Table};

/// Every row, with the sums of all.
pub fn table(list: &CoFundingList, lang: Lang) -> Table {
    let column = |code, label: T, kind| Column::new(code, label.text(lang), kind);
    let columns = vec![
        Column::new("project", Label::Project.text(lang), Kind::Text),
        column("funder", T::Funder, Kind::Text),
        column("stage", T::Stage, Kind::Text),
        column("planned", T::Planned, Kind::Money),
        Column::new("unknown", PlansText::Unknown.text(lang), Kind::Count),
        column("granted", T::Decided, Kind::Money),
        column("paid", T::Paid, Kind::Money),
        column("lacking", T::Lacking, Kind::Money),
        column("late", T::Late, Kind::Money),
    ];
    let [planned, unknown] = cells(list.total.planned);
    let total = vec![
        Cell::Text(T::InAll.text(lang).to_owned()),
        Cell::Empty,
        Cell::Empty,
        planned,
        unknown,
        Cell::Money(list.total.granted),
        Cell::Money(list.total.paid),
        Cell::Money(list.total.lacking),
        Cell::Money(list.total.late),
    ];
    Table {
        title: T::Shortfalls.text(lang).to_owned(),
        columns,
        rows: list.rows.iter().map(|of| row(of, lang)).collect(),
        total: Some(total),
    }
}

fn row(of: &CoFundingRow, lang: Lang) -> Vec<Cell> {
    let [planned, unknown] = cells(of.planned);
    let granted = match of.decided {
        Some(Decided::Granted(amount)) => Cell::Money(amount),
        Some(Decided::Refused) | None => Cell::Empty,
    };
    vec![
        Cell::Text(of.project.1.clone()),
        Cell::Text(payer(of.payer, of.name.as_deref(), lang)),
        Cell::Text(words::stage(of.stage, lang).to_owned()),
        planned,
        unknown,
        granted,
        Cell::Money(of.paid),
        Cell::money(of.lacking),
        Cell::Money(of.late),
    ]
}

fn cells(planned: Planned) -> [Cell; 2] {
    [Cell::money(planned.known), Cell::Count(planned.unknown)]
}
