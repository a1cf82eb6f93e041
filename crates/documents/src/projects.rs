//! Projects as a table.

use domain::Lang;
use domain::view::public::ProjectRow;
use wording::format;
use wording::public::ListText;

use crate::table::{Cell, Column, Kind, Table};

/// The projects with what published decisions have committed to each.
pub fn table(rows: &[ProjectRow], lang: Lang) -> Table {
    let text = |code, label: ListText| Column::new(code, label.text(lang), Kind::Text);
    let columns = vec![
        Column::new("address", ListText::Address.text(lang), Kind::Text),
        text("project", ListText::Name),
        Column::new("beneficiary", ListText::Beneficiary.text(lang), Kind::Text),
        text("period", ListText::Period),
        Column::new("committed", ListText::Committed.text(lang), Kind::Money),
    ];
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
        columns,
        rows: rows.collect(),
        total: None,
    }
}
