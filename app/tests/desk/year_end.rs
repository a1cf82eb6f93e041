//! The pages of the end of a budget year, rendered.

use app::pages::desk::year_end;
use app::render;
use app::shell::Shell;
use domain::budget::LineOutcome;
use domain::commitment::CommitmentKey;
use domain::role::Role;
use domain::view::budget::{PaymentSheet, YearEndRow, YearEndSheet};
use domain::view::commitment::PaymentLine;
use domain::view::commitment_list::Named;
use domain::{Lang, Money};
use time::macros::date;

use super::pages::Rendered;
use super::{id, shell};
use crate::common;

/// What a year came to, and what was paid for it.
pub(super) fn of_year_end(shell: &Shell, text: &str) -> Vec<Rendered> {
    vec![
        (
            "talousarvio/x/toteuma",
            render::desk(|| year_end::page(shell, &sheet(text))),
        ),
        (
            "talousarvio/x/maksut",
            render::desk(|| year_end::payments(shell, &payments(text), None)),
        ),
    ]
}

fn sheet(text: &str) -> YearEndSheet {
    let outcome = LineOutcome {
        amended: Some(Money::from_cents(1_000_000)),
        realised: Money::from_cents(100_000),
        unused: Some(Money::from_cents(900_000)),
        open: Money::from_cents(80_000),
        next_year: None,
    };
    let row = |code: Option<&str>, name: Option<&str>| YearEndRow {
        code: code.map(str::to_owned),
        name: name.map(str::to_owned),
        outcome,
    };
    YearEndSheet {
        year: 2023,
        rows: vec![
            row(Some("2911040208"), Some(text)),
            row(Some(text), None),
            row(None, None),
        ],
        total: outcome,
    }
}

fn payments(text: &str) -> PaymentSheet {
    let line = Some(Named::Is(text.to_owned()));
    PaymentSheet::of(2023, line, vec![payment(text)]).unwrap()
}

/// A recovery that the ledger has.
pub(super) fn payment(text: &str) -> PaymentLine {
    PaymentLine {
        entry: id(7),
        of: CommitmentKey {
            decision: id(5),
            line: 1,
        },
        on: date!(2023 - 08 - 21),
        amount: Money::from_cents(-20_000),
        invoice: None,
        voucher: text.to_owned(),
        account: Some(text.to_owned()),
        cost_centre: Some(text.to_owned()),
        posting_year: None,
        year: Some(2023),
        budget_line: Some(text.to_owned()),
        section: common::section("kaupunginjohtaja", 2023, 5),
        case_number: None,
        ledger_voucher: Some(text.to_owned()),
    }
}

#[test]
fn each_sum_of_a_year_leads_to_its_rows_and_what_has_no_money_next_year_is_said() {
    let shell = shell(Lang::Fi, Role::Finance);
    let html = render::desk(|| year_end::page(&shell, &sheet("Hankkeet")));
    for expected in [
        "/tyopoyta/talousarvio/2023/kohdat/2911040208",
        "/tyopoyta/talousarvio/2023/maksut?kohta=2911040208",
        "/tyopoyta/talousarvio/2023/maksut?kohta=-",
        "/tyopoyta/sitoumukset?vuosi=2023&amp;kohta=2911040208",
        "/tyopoyta/talousarvio/2023/toteuma.xlsx",
        "ei budjetoitu",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
}
