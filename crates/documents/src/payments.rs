//! What was paid of commitments, for the city's ledger.

use domain::Lang;
use domain::view::commitment::PaymentLine;
use wording::desk::Label;
use wording::desk::commitment::CommitmentText;

use crate::table::{Cell, Column, Kind, Table};

/// The payments as a table; what came back has a minus.
pub fn table(payments: &[PaymentLine], lang: Lang) -> Table {
    use CommitmentText as T;
    let text = |code, label: T| Column::new(code, label.text(lang), Kind::Text);
    let label = |code, label: Label, kind| Column::new(code, label.text(lang), kind);
    Table {
        title: T::Payments.text(lang).to_owned(),
        columns: vec![
            Column::new("payment_date", T::EntryDay.text(lang), Kind::Day),
            label("amount", Label::Amount, Kind::Money),
            text("voucher", T::Voucher),
            text("invoice", T::Invoice),
            text("account", T::Account),
            text("cost_centre", T::CostCentre),
            Column::new("posting_year", T::PostingYear.text(lang), Kind::Year),
            label("budget_year", Label::Year, Kind::Year),
            label("budget_line", Label::BudgetLine, Kind::Text),
            label("section", Label::Decision, Kind::Text),
            label("case_number", Label::Number, Kind::Text),
            text("ledger_voucher", T::LedgerVoucher),
        ],
        rows: payments.iter().map(row).collect(),
        total: None,
    }
}

fn row(line: &PaymentLine) -> Vec<Cell> {
    vec![
        Cell::Day(line.on),
        Cell::Money(line.amount),
        Cell::Text(line.voucher.clone()),
        Cell::text(line.invoice.as_deref()),
        Cell::text(line.account.as_deref()),
        Cell::text(line.cost_centre.as_deref()),
        Cell::year(line.posting_year),
        Cell::year(line.year),
        Cell::text(line.budget_line.as_deref()),
        Cell::Text(line.section.to_string()),
        Cell::text(line.case_number.as_ref().map(ToString::to_string)),
        Cell::text(line.ledger_voucher.as_deref()),
    ]
}
