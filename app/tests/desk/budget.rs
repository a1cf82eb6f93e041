//! Officials' pages of the budget, rendered.

use app::pages::desk::form::GivingBack;
use app::pages::desk::{budget, budget_closing, budget_import};
use app::render;
use app::shell::Shell;
use domain::budget::{
    Appropriation, AppropriationBasis, Budget, BudgetDecision, BudgetDecisionDraft,
    BudgetDecisionKind, BudgetImport, BudgetImportDraft, BudgetRowDraft, ClosingKind, LineFacts,
    LinePosition, LineSource, Promised, Sums,
};
use domain::check::Excess;
use domain::decision::CommitmentStrength;
use domain::funding::Total;
use domain::role::Role;
use domain::table::{Cell, Fault, Table, TableRow};
use domain::view::budget::{
    AppropriationRow, BudgetDecisionLine, BudgetImportSheet, BudgetLineSheet, BudgetSheet,
    ClosingLine, LineRow, OverrideLine, UnplacedRow,
};
use domain::{Lang, Money};
use time::macros::{date, datetime};

use super::commitment::{course, line};
use super::pages::Rendered;
use super::{form, id, shell};

/// The budget of a year, a line of it, and the form that records a decision.
pub(super) fn of_budget(shell: &Shell, text: &str) -> Vec<Rendered> {
    let typed = BudgetDecisionDraft {
        year: "2023".to_owned(),
        subject: text.to_owned(),
        rows: vec![BudgetRowDraft {
            name: text.to_owned(),
            ..BudgetRowDraft::default()
        }],
        ..BudgetDecisionDraft::default()
    };
    let closing = form(GivingBack {
        reason: text.to_owned(),
    });
    vec![
        (
            "talousarvio",
            render::desk(|| budget::page(shell, &sheet(text), None)),
        ),
        (
            "talousarvio/x/kohdat/x",
            render::desk(|| budget::line(shell, &line_sheet(text))),
        ),
        (
            "talousarvio/x/kirjaa",
            render::desk(|| budget::record(shell, 2023, &form(typed))),
        ),
        (
            "talousarvio/x/sulje",
            render::desk(|| budget_closing::page(shell, 2023, ClosingKind::Closed, &closing)),
        ),
        (
            "talousarvio-suljettu",
            render::desk(|| budget::page(shell, &closed(text), None)),
        ),
        (
            "talousarvio/x/tuo",
            render::desk(|| {
                let typed = form(import_draft(text));
                budget_import::upload(shell, 2023, &typed, Some(Fault::Broken))
            }),
        ),
        (
            "talousarvio/x/tuo/x",
            render::desk(|| {
                let typed = form(import_draft(text));
                budget_import::report(shell, &import_sheet(text), &typed, 1, true)
            }),
        ),
    ]
}

fn promised() -> Promised {
    Promised {
        granted: Money::from_cents(250_000),
        ..Promised::default()
    }
}

fn row(text: &str) -> LineRow {
    let sums = Sums {
        original: Some(Money::from_cents(300_000)),
        amended: Some(Money::from_cents(200_000)),
    };
    LineRow {
        facts: LineFacts {
            code: "2911040208".parse().unwrap(),
            name: text.to_owned(),
            appropriation: text.to_owned(),
            source: LineSource::Reserve,
        },
        position: LinePosition::of(sums, promised()).unwrap(),
    }
}

fn decision(text: &str) -> BudgetDecisionLine {
    BudgetDecisionLine {
        decision: BudgetDecision {
            year: 2023,
            kind: BudgetDecisionKind::Amends,
            body: text.to_owned(),
            on: date!(2023 - 05 - 02),
            section: 3,
            case_number: None,
            subject: text.to_owned(),
            entries: Vec::new(),
        },
        recorded_at: datetime!(2023-05-03 10:00),
        office: text.to_owned(),
    }
}

/// An accepted excess whose every text is `text`.
pub(crate) fn override_line(text: &str) -> OverrideLine {
    OverrideLine {
        excess: Excess {
            year: 2023,
            appropriation: text.to_owned(),
            by: Money::from_cents(1),
        },
        reason: text.to_owned(),
        decision: Some(id(3)),
        recorded_at: datetime!(2023-08-18 09:00),
        office: text.to_owned(),
    }
}

/// The same year, closed.
fn closed(text: &str) -> BudgetSheet {
    let mut closed = sheet(text);
    closed.closings[0].kind = ClosingKind::Closed;
    closed
}

fn sheet(text: &str) -> BudgetSheet {
    let appropriation = Appropriation {
        name: text.to_owned(),
        basis: AppropriationBasis::Net,
        sums: Sums::default(),
    };
    BudgetSheet {
        closings: vec![ClosingLine {
            kind: ClosingKind::Reopened,
            reason: text.to_owned(),
            recorded_at: datetime!(2024 - 03 - 01 10:00),
            office: text.to_owned(),
        }],
        has_ended: true,
        year: 2023,
        years: vec![2024, 2023],
        appropriations: vec![AppropriationRow {
            appropriation,
            of_lines: Total::Unknown,
            position: row(text).position,
        }],
        lines: vec![row(text)],
        unplaced: vec![
            UnplacedRow {
                code: Some(text.to_owned()),
                promised: promised(),
            },
            UnplacedRow {
                code: None,
                promised: promised(),
            },
        ],
        promised: promised(),
        overrides: vec![override_line(text)],
        decisions: vec![decision(text)],
    }
}

fn line_sheet(text: &str) -> BudgetLineSheet {
    let conditional = course(text, CommitmentStrength::Conditional, Vec::new());
    BudgetLineSheet {
        year: 2023,
        code: Some("2911040208".to_owned()),
        line: Some(row(text)),
        promised: promised(),
        entries: vec![(decision(text), Money::from_cents(-100_000))],
        commitments: vec![line(&conditional)],
    }
}

fn import_draft(text: &str) -> BudgetImportDraft {
    BudgetImportDraft {
        facts: BudgetDecisionDraft {
            subject: text.to_owned(),
            ..BudgetDecisionDraft::default()
        },
        columns: ["1", "2", "3", "", "", "4"].map(str::to_owned),
        turned: true,
    }
}

fn import_sheet(text: &str) -> BudgetImportSheet {
    let draft = import_draft(text);
    let table = Table {
        columns: vec![text.to_owned(); 4],
        rows: (2..300)
            .map(|number| TableRow {
                number,
                cells: vec![Cell::Text(text.to_owned()); 4],
                fault: Some(Fault::RowTooLong),
            })
            .collect(),
        faults: vec![Fault::FromWindows1252, Fault::Merged],
    };
    let budget = Budget::of(2023, []);
    let import = BudgetImport::of(&table, &draft, &budget);
    BudgetImportSheet {
        id: id(9),
        year: 2023,
        version: 1,
        file_name: text.to_owned(),
        columns: table.columns,
        draft,
        import,
        shown: text.to_owned(),
    }
}

#[test]
fn a_closed_year_offers_nothing_but_to_open_it_again() {
    use app::pages::desk::address::{close_budget, import_budget, record_budget};
    let finance = shell(Lang::Fi, Role::Finance);
    for (sheet, is_closed) in [(sheet("x"), false), (closed("x"), true)] {
        let html = render::desk(|| budget::page(&finance, &sheet, None));
        for (to, is_offered) in [
            (record_budget(2023), !is_closed),
            (import_budget(2023), !is_closed),
            (close_budget(2023, ClosingKind::Closed), !is_closed),
            (close_budget(2023, ClosingKind::Reopened), is_closed),
        ] {
            assert_eq!(html.contains(&format!("href=\"{to}\"")), is_offered, "{to}");
        }
        assert_eq!(html.contains("Tilikausi on suljettu."), is_closed);
        let registrar = shell(Lang::Fi, Role::Registrar);
        let html = render::desk(|| budget::page(&registrar, &sheet, None));
        assert!(!html.contains("/sulje\"") && !html.contains("/avaa\""));
    }
}
