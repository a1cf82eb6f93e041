//! Imports of tables, rendered.

use app::pages::desk::table_import::{report, running, upload};
use app::render;
use app::shell::Shell;
use domain::finding::{Finding, FindingCode};
use domain::funding::comparison::{Compared, PlanDifference, Sides};
use domain::funding::{Funder, FundingCategory, Payer, Total};
use domain::role::Role;
use domain::slug::Slug;
use domain::table::{Cell, Fault, Table, TableRow};
use domain::table_import::plans::PlanChange;
use domain::table_import::{ImportDraft, ImportKind, ImportReport, ledger, plans, projects};
use domain::view::commitment::PaymentLine;
use domain::view::table_import::ImportSheet;
use domain::{Lang, Money};

use super::pages::Rendered;
use super::year_end::payment;
use super::{form, id, shell};

/// The form and the report of the ledger, and those of projects.
pub(super) fn of_imports(shell: &Shell, text: &str) -> Vec<Rendered> {
    let typed = || {
        let draft = draft(ImportKind::Ledger, text);
        form(draft).refused(Finding::at("year", FindingCode::NotAYear).into())
    };
    let page = |kind: ImportKind| {
        let sheet = sheet(kind, text);
        let typed = form(sheet.draft.clone());
        render::desk(|| report(shell, &sheet, &typed, 2, true))
    };
    vec![
        (
            "tuonti/paakirja",
            render::desk(|| upload(shell, &typed(), Some(Fault::Broken))),
        ),
        (
            "tuonti/hankkeet",
            render::desk(|| {
                let typed = form(draft(ImportKind::Projects, text));
                upload(shell, &typed, None)
            }),
        ),
        (
            "tuonti/rahoitussuunnitelmat",
            render::desk(|| {
                let typed = form(draft(ImportKind::Plans, text));
                let typed = typed.refused(Finding::at("reason", FindingCode::Missing).into());
                upload(shell, &typed, None)
            }),
        ),
        ("tuonti/paakirja/x", page(ImportKind::Ledger)),
        ("tuonti/rahoitussuunnitelmat/x", page(ImportKind::Plans)),
        ("tuonti/hankkeet/x", page(ImportKind::Projects)),
        (
            "tuonti/hankkeet/x-kesken",
            render::desk(|| running(shell, ImportKind::Projects, id(9), 1_200, 10_000)),
        ),
    ]
}

fn draft(kind: ImportKind, text: &str) -> ImportDraft {
    ImportDraft {
        year: text.to_owned(),
        turned: true,
        ..ImportDraft::new(kind)
    }
}

/// A file whose rows all differ from the register or are wrong.
fn sheet(kind: ImportKind, text: &str) -> ImportSheet {
    let width = kind.columns().len();
    let cells = |number: u32| match (kind, number % 2) {
        (ImportKind::Ledger, 0) => vec![text, "1 234,56", "", "2022", "4740"],
        _ => vec![text],
    };
    let row = |number: u32| TableRow {
        number,
        cells: (0..width)
            .map(|at| Cell::Text((*cells(number).get(at).unwrap_or(&"")).to_owned()))
            .collect(),
        fault: (number == 3).then_some(Fault::RowTooLong),
    };
    let table = Table {
        columns: vec![text.to_owned(); width],
        rows: (2..300).map(row).collect(),
        faults: vec![Fault::FromWindows1252, Fault::Sheets],
    };
    let draft = ImportDraft {
        year: "2023".to_owned(),
        reason: text.to_owned(),
        columns: (1..=width).map(|at| at.to_string()).collect(),
        ..ImportDraft::new(kind)
    };
    let lacking = PaymentLine {
        voucher: "L-7".to_owned(),
        ledger_voucher: None,
        ..payment(text)
    };
    let report = match kind {
        ImportKind::Projects => projects::read(&table, &draft, &projects::Known::default()).0,
        ImportKind::Plans => ImportReport {
            plans: vec![change(text)],
            ..plans::read(&table, &draft, &plans::Known::default()).0
        },
        _ => ledger::read(&table, &draft, &[payment(text), lacking], true).0,
    };
    ImportSheet {
        id: id(3),
        version: 1,
        file_name: text.to_owned(),
        columns: table.columns,
        draft,
        report,
        shown: text.to_owned(),
    }
}

/// A plan whose funding changes, on the second page of the report.
fn change(text: &str) -> PlanChange {
    let together = Compared::Funding {
        payer: Payer::Together,
        together: vec![Funder::Organisation(id(1)), Funder::Others],
        category: FundingCategory::Several,
    };
    let difference = |of, year, from, to| PlanDifference {
        of,
        year,
        sides: Sides { from, to },
    };
    let known = |euros: i64| Total::Known(Money::from_cents(euros * 100));
    PlanChange {
        row: 150,
        project: Slug::try_from("puuhanke".to_owned()).expect("a slug"),
        name: text.to_owned(),
        replaces: 2,
        differences: vec![
            difference(together, Some(2024), Some(known(10)), None),
            difference(Compared::TotalCost, None, None, Some(known(70))),
        ],
        totals: Sides {
            from: Some(known(10)),
            to: Some(Total::AtLeast(Money::from_cents(700))),
        },
        names: [(id(1), text.to_owned())].into(),
    }
}

#[test]
fn what_changes_in_a_plan_stands_on_the_page_of_its_rows() {
    let finance = shell(Lang::Fi, Role::Finance);
    let sheet = sheet(ImportKind::Plans, "Puuhanke");
    let typed = form(sheet.draft.clone());
    let page = |number| render::desk(|| report(&finance, &sheet, &typed, number, false));
    let second = page(2);
    for expected in [
        "Mikä suunnitelmissa muuttuu",
        "Syy: Puuhanke",
        "10,00",
        "kokonaiskustannus",
        "Rahoitus yhteensä",
        "href=\"/tyopoyta/hankkeet/puuhanke\"",
    ] {
        let has = second.to_lowercase().contains(&expected.to_lowercase());
        assert!(has, "{expected}: {second}");
    }
    assert!(!page(1).contains("Rahoitus yhteensä"));
}

#[test]
fn a_report_says_what_becomes_of_each_row_and_offers_only_what_can_be_done() {
    let finance = shell(Lang::Fi, Role::Finance);
    let sheet = sheet(ImportKind::Ledger, "T-9");
    let typed = form(sheet.draft.clone());
    let html = render::desk(|| report(&finance, &sheet, &typed, 1, false));
    for expected in [
        "Mitään ei ole vielä kirjattu.",
        "Eroaa rekisteristä",
        "Tilikausi: tiedostossa 2022, rekisterissä 2023",
        "Maksut, joita pääkirjan tiedostossa ei ole",
        "name=\"column-voucher\"",
    ] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
    assert!(
        !html.contains("value=\"confirm\""),
        "nothing can be recorded"
    );
}
