//! Hostile files, for each kind of import: whatever the file is, it is answered by a reason or by a
//! report with which nothing is recorded.

use domain::budget::{Budget, BudgetImport, BudgetImportDraft};
use domain::table::{Fault, Table};
use domain::table_import::{ImportDraft, ImportKind, ledger, plans, projects};
use register::table_file::read;

use super::workbook::{Workbook, sheet};

/// Whether anything of a table would be recorded.
fn is_ready(kind: ImportKind, table: &Table) -> bool {
    let mut draft = ImportDraft {
        year: "2023".to_owned(),
        ..ImportDraft::new(kind)
    };
    draft.recognise(&table.columns);
    match kind {
        ImportKind::Budget => {
            let mut draft = BudgetImportDraft::default();
            draft.recognise(&table.columns);
            let budget = Budget::of(2023, []);
            BudgetImport::of(table, &draft, &budget).decision.is_some()
        }
        ImportKind::Ledger => ledger::read(table, &draft, &[], false).0.is_ready(),
        ImportKind::Projects => {
            let known = projects::Known::default();
            projects::read(table, &draft, &known).0.is_ready()
        }
        ImportKind::Plans => {
            let known = plans::Known::default();
            plans::read(table, &draft, &known).0.is_ready()
        }
    }
}

/// The columns that a kind needs, with values in them, as CSV.
fn row(kind: ImportKind, amount: &str) -> String {
    match kind {
        ImportKind::Budget => format!("Kohta;Nimi;Määräraha;Summa\n1;Yksi;Elinvoima;{amount}\n"),
        ImportKind::Ledger => format!("Tosite;Tilikausi;Selite;Summa\n1;2023;Yksi;{amount}\n"),
        ImportKind::Plans => format!("Hanke;Rahoittaja;Laji;Summa\npuu;*;omarahoitus;{amount}\n"),
        ImportKind::Projects => format!(
            "Asiatunnus;Hankkeen nimi;Alkaa;Tiivistelmä\nKAJDno-2023-1;Yksi;1/2023;{amount}\n"
        ),
    }
}

#[test]
fn a_file_that_is_no_table_is_refused_with_its_reason() {
    let bomb = {
        let mut workbook = Workbook::of("<row><c><v>1</v></c></row>", "");
        workbook
            .parts
            .retain(|(path, _)| path != "xl/sharedStrings.xml");
        let spaces = " ".repeat(130 * 1024 * 1024);
        let part = (
            "xl/sharedStrings.xml".to_owned(),
            format!("<sst>{spaces}</sst>"),
        );
        workbook.parts.push(part);
        workbook.bytes()
    };
    assert_eq!(read(&bomb), Err(Fault::TooLarge));
    // Five million rows of one cell, in a file that is small enough to be handed in.
    let many = [b"Summa\n".to_vec(), b"1\n".repeat(5_000_000)].concat();
    assert!(many.len() < 20 * 1024 * 1024);
    assert_eq!(read(&many), Err(Fault::TooManyRows));
}

#[test]
fn what_cannot_be_trusted_in_a_table_records_nothing_of_any_kind() {
    let merged = sheet(
        "",
        "<row><c t=\"str\"><v>Summa</v></c></row><row><c><v>1</v></c></row>",
        "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
    );
    let merged = Workbook::with_sheets(&[("Taulukko", "", &merged)]).bytes();
    for kind in ImportKind::ALL {
        let text = |amount: &str| row(kind, amount).into_bytes();
        let mut wrong_page = text("1");
        // The letters of DOS in a name.
        wrong_page.extend(b"2;Kehitt\x84minen;x;1\n");
        for (name, bytes) in [
            ("a formula", text("=1+1")),
            ("a formula in quotes", text("\"=HYPERLINK(1)\"")),
            ("a wrong code page", wrong_page),
            ("an open quote", text("\"1")),
            ("a row that is too long", text("1;2;3;4")),
            ("merged cells", merged.clone()),
            ("a cell that is too long", text(&"x".repeat(2_001))),
        ] {
            if let Ok(table) = read(&bytes) {
                assert!(!is_ready(kind, &table), "{name} of {kind:?}: {table:?}");
            }
        }
    }
}

#[test]
fn amounts_and_days_as_text_are_read_or_refused_and_never_guessed() {
    let amount = |typed: &str| {
        let bytes = format!("Tosite;Kirjauspäivä;Summa\n1;22.9.2023;\"{typed}\"\n");
        let table = read(bytes.as_bytes()).expect("it is a table");
        let mut draft = ImportDraft {
            year: "2023".to_owned(),
            ..ImportDraft::new(ImportKind::Ledger)
        };
        draft.recognise(&table.columns);
        let report = ledger::read(&table, &draft, &[], false).0;
        report.rows[0].remarks.is_empty()
    };
    for read in ["1.234,56", "1,234.56", "1 234,56", "-5"] {
        assert!(amount(read), "{read}");
    }
    for refused in ["1.234", "1,234", "viisi", "1e5", "(5,00)"] {
        assert!(!amount(refused), "{refused}");
    }
}
