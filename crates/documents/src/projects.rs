//! Projects as a table.

use domain::Lang;
use domain::view::public::ProjectRow;
use wording::format;
use wording::public::{ColumnText, ListText};

use crate::table::{Cell, Column, Kind, Table};

/// The columns of the table.
pub fn columns(lang: Lang) -> Vec<Column> {
    let text = |code, label: ListText, about: ColumnText| {
        Column::new(code, label.text(lang), Kind::Text).about(about.text(lang))
    };
    vec![
        text("address", ListText::Address, ColumnText::ProjectAddress),
        text("project", ListText::Name, ColumnText::ProjectName),
        text(
            "beneficiary",
            ListText::Beneficiary,
            ColumnText::Beneficiary,
        ),
        text("period", ListText::Period, ColumnText::Period),
        Column::new("committed", ListText::Committed.text(lang), Kind::Money)
            .about(ColumnText::ProjectCommitted.text(lang)),
    ]
}

/// The projects with what published decisions have committed to each.
pub fn table(rows: &[ProjectRow], lang: Lang) -> Table {
    let rows = rows.iter().map(|row| {
        vec![
            Cell::Text(row.slug.to_string()),
            Cell::Text(row.name.clone()),
            Cell::text(row.beneficiary.as_deref()),
            Cell::text(row.period.map(format::project_period)),
            Cell::money(row.committed),
        ]
    });
    Table {
        title: ListText::ProjectTable.text(lang).to_owned(),
        columns: columns(lang),
        rows: rows.collect(),
        total: None,
    }
}
