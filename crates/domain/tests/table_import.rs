//! The ledger's postings and the register's payments: whatever the file holds, each payment is
//! found once at most, and nothing is guessed.

use domain::Money;
use domain::commitment::CommitmentKey;
use domain::finding::FindingCode;
use domain::section::Section;
use domain::table::{Cell, Fault, Table, TableRow};
use domain::table_import::ledger::{LedgerMatch, read};
use domain::table_import::{ImportDraft, ImportKind, ImportReport, RowOutcome};
use domain::view::commitment::PaymentLine;
use proptest::prelude::*;
use time::macros::date;
use uuid::Uuid;

const HEADER: [&str; 7] = [
    "Tosite",
    "Summa",
    "Tilikausi",
    "Tili",
    "Kustannuspaikka",
    "Päätös",
    "Asiatunnus",
];

fn table(rows: &[[&str; 7]]) -> Table {
    let row = |(number, row): (u32, &[&str; 7])| TableRow {
        number,
        cells: row
            .iter()
            .map(|text| Cell::Text((*text).to_owned()))
            .collect(),
        fault: None,
    };
    Table {
        columns: HEADER.map(str::to_owned).to_vec(),
        rows: (2..).zip(rows).map(row).collect(),
        faults: Vec::new(),
    }
}

fn draft() -> ImportDraft {
    let mut draft = ImportDraft {
        year: "2023".to_owned(),
        ..ImportDraft::new(ImportKind::Ledger)
    };
    draft.recognise(&HEADER.map(str::to_owned));
    draft
}

fn payment(number: u32, voucher: &str, euros: i64) -> PaymentLine {
    PaymentLine {
        entry: Uuid::from_u128(u128::from(number)).into(),
        of: CommitmentKey {
            decision: Uuid::from_u128(5).into(),
            line: number,
        },
        on: date!(2023 - 08 - 21),
        amount: Money::from_cents(euros * 100),
        invoice: Some("L-1".to_owned()),
        voucher: voucher.to_owned(),
        account: Some("4300".to_owned()),
        cost_centre: Some("2911".to_owned()),
        posting_year: Some(2023),
        year: Some(2023),
        budget_line: None,
        section: section(),
        case_number: "KAJDno-2023-7".parse().ok(),
        ledger_voucher: None,
    }
}

fn section() -> Section {
    "kaupunginjohtaja/2023/5".parse().expect("a section")
}

fn outcomes(report: &ImportReport) -> Vec<RowOutcome> {
    report.rows.iter().map(|row| row.outcome).collect()
}

fn of_file(rows: &[[&str; 7]], payments: &[PaymentLine]) -> (ImportReport, Vec<LedgerMatch>) {
    read(&table(rows), &draft(), payments, false)
}

#[test]
fn each_posting_says_what_it_is_of_the_payments() {
    use RowOutcome::{Already, Ambiguous, Differs, Example, Recorded, Unknown};
    let mut of_before = payment(6, "T-6", 60);
    of_before.ledger_voucher = Some("9006".to_owned());
    let payments = [
        payment(1, "T-1", 10),
        payment(2, "T-2", 20),
        payment(3, "T-3", 30),
        payment(4, "T-4", 40),
        payment(5, "T-5", 40),
        of_before,
        payment(7, "T-7", 70),
        payment(8, "T-8", -8),
        payment(9, "T-9", 90),
    ];
    let place = ["kaupunginjohtaja/2023/5", "kajdno 2023 7"];
    let rows = [
        ["Esimerkki: 1", "1", "2023", "", "", "", ""],
        // By voucher and amount, however it is written.
        ["T-1", "10,00", "2023", "4300", "2911", "", ""],
        // By its place, under the ledger's own number.
        ["9002", "20.00", "2023", "4300", "", place[0], place[1]],
        // Another amount, account and year.
        ["T-3", "31", "2022", "4301", "", "", ""],
        // Two payments have this place and this amount.
        ["9004", "40", "2023", "", "", place[0], place[1]],
        ["9006", "60", "2023", "", "", "", ""],
        ["T-8", "-8", "2023", "", "", "", ""],
        ["X-1", "5", "2023", "", "", "Kv 5 §", "jotain"],
        // Its voucher is matched above.
        ["T-1", "10", "2023", "", "", "", ""],
    ];
    let (report, matches) = of_file(&rows, &payments);
    assert_eq!(
        outcomes(&report),
        [
            Example, Recorded, Recorded, Differs, Ambiguous, Already, Recorded, Unknown, Unknown
        ]
    );
    let differences = report.rows[3].differences.iter();
    let differences: Vec<_> = differences
        .map(|of| (of.field, of.in_file.as_str(), of.in_register.as_str()))
        .collect();
    assert_eq!(
        differences,
        [
            ("amount", "31,00", "30,00"),
            ("posting_year", "2022", "2023"),
            ("account", "4301", "4300"),
        ]
    );
    let found = matches
        .iter()
        .map(|of| (of.entry, of.voucher.as_str(), of.account.as_str()));
    let entry = |number: u32| payment(number, "", 0).entry;
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            (entry(1), "T-1", "4300"),
            (entry(2), "9002", "4300"),
            (entry(8), "T-8", "4300")
        ]
    );
    let lacking = report.lacking.iter().map(|line| line.voucher.as_str());
    assert_eq!(lacking.collect::<Vec<_>>(), ["T-4", "T-5", "T-7", "T-9"]);
    assert!(report.is_ready());
}

#[test]
fn a_posting_of_its_voucher_comes_before_one_of_its_place_whatever_the_order() {
    let payments = [payment(1, "T-1", 10)];
    let by_place = [
        "9001",
        "10",
        "2023",
        "",
        "",
        "kaupunginjohtaja/2023/5",
        "KAJDno-2023-7",
    ];
    let by_voucher = ["T-1", "10", "2023", "", "", "", ""];
    for rows in [[by_place, by_voucher], [by_voucher, by_place]] {
        let (_, matches) = of_file(&rows, &payments);
        let vouchers: Vec<&str> = matches.iter().map(|of| of.voucher.as_str()).collect();
        assert_eq!(vouchers, ["T-1"]);
    }
}

#[test]
fn what_cannot_be_read_is_said_and_keeps_all_from_being_recorded() {
    let payments = [payment(1, "T-1", 10)];
    let good = ["T-1", "10", "2023", "", "", "", ""];
    for (bad, field, code) in [
        (
            ["", "10", "2023", "", "", "", ""],
            "voucher",
            FindingCode::Missing,
        ),
        (
            ["A", "", "2023", "", "", "", ""],
            "amount",
            FindingCode::Missing,
        ),
        (
            ["A", "1.234", "2023", "", "", "", ""],
            "amount",
            FindingCode::AmountAmbiguous,
        ),
        (
            ["A", "1", "", "", "", "", ""],
            "posting_year",
            FindingCode::Missing,
        ),
        (
            ["A", "1", "23", "", "", "", ""],
            "posting_year",
            FindingCode::NotAYear,
        ),
    ] {
        let (report, _) = of_file(&[good, bad], &payments);
        assert_eq!(
            outcomes(&report),
            [RowOutcome::Recorded, RowOutcome::Refused]
        );
        let remark = report.rows[1].remarks[0];
        assert_eq!(remark.field, Some(field), "{bad:?}");
        assert_eq!(remark.code, domain::table_import::RemarkCode::Finding(code));
        assert!(!report.is_ready());
    }
    let mut formula = table(&[good]);
    formula.rows[0].cells[1] = Cell::Fault(Fault::Formula);
    let (report, matches) = read(&formula, &draft(), &payments, false);
    assert_eq!(outcomes(&report), [RowOutcome::Refused]);
    assert_eq!((matches.len(), report.rows[0].remarks.len()), (0, 1));
}

#[test]
fn a_closed_year_and_a_lacking_column_are_said_once() {
    let payments = [payment(1, "T-1", 10)];
    let rows = table(&[["T-1", "10", "2023", "", "", "", ""]]);
    let (report, _) = read(&rows, &draft(), &payments, true);
    let codes: Vec<_> = report
        .findings
        .iter()
        .map(|of| (of.place.as_str(), of.code))
        .collect();
    assert_eq!(codes, [("year", FindingCode::YearClosed)]);
    assert!(!report.is_ready());
    let mut blind = draft();
    blind.columns[0].clear();
    let (report, _) = read(&rows, &blind, &payments, false);
    let codes: Vec<_> = report
        .findings
        .iter()
        .map(|of| (of.place.as_str(), of.code))
        .collect();
    assert_eq!(codes, [("column-voucher", FindingCode::Missing)]);
    assert!(report.rows.is_empty());
}

#[test]
fn what_a_draft_says_is_read_from_its_form() {
    let draft = ImportDraft {
        turned: true,
        ..draft()
    };
    let again = ImportDraft::from_pairs(ImportKind::Ledger, &draft.to_pairs());
    assert_eq!(again, draft);
}

proptest! {
    /// Vouchers and amounts of few values, so that many collide.
    #[test]
    fn no_payment_is_found_twice_and_none_is_lost(
        payments in prop::collection::vec((0_u8..4, 1_i64..4, any::<bool>()), 0..12),
        postings in prop::collection::vec((0_u8..6, 1_i64..4, any::<bool>()), 0..12),
        turned in any::<bool>(),
    ) {
        let payments: Vec<PaymentLine> = (1..).zip(payments).map(|(number, (voucher, euros, is_matched))| {
            let mut line = payment(number, &format!("T-{voucher}"), euros);
            line.ledger_voucher = is_matched.then(|| format!("T-{voucher}"));
            line
        }).collect();
        let texts: Vec<[String; 7]> = postings.iter().map(|(voucher, euros, has_place)| {
            let euros = if turned { -euros } else { *euros };
            let place = if *has_place { ["kaupunginjohtaja/2023/5", "KAJDno-2023-7"] } else { ["", ""] };
            [format!("T-{voucher}"), euros.to_string(), "2023".to_owned(), String::new(), String::new(),
                place[0].to_owned(), place[1].to_owned()]
        }).collect();
        let rows: Vec<[&str; 7]> = texts.iter().map(|row| row.each_ref().map(String::as_str)).collect();
        let draft = ImportDraft { turned, ..draft() };
        let (report, matches) = read(&table(&rows), &draft, &payments, false);
        prop_assert_eq!(report.rows.len(), rows.len());
        prop_assert_eq!(matches.len(), report.count(RowOutcome::Recorded));
        let mut entries: Vec<_> = matches.iter().map(|of| of.entry).collect();
        entries.sort();
        entries.dedup();
        prop_assert_eq!(entries.len(), matches.len());
        for of in &matches {
            let line = payments.iter().find(|line| line.entry == of.entry).expect("a payment");
            prop_assert!(line.ledger_voucher.is_none());
            prop_assert!(report.lacking.iter().all(|lacks| lacks.entry != of.entry));
        }
        // Each payment is matched before, found now, differs, or lacks.
        let before = payments.iter().filter(|line| line.ledger_voucher.is_some()).count();
        let differs = report.rows.iter().filter(|row| row.outcome == RowOutcome::Differs).count();
        prop_assert!(before + matches.len() + differs + report.lacking.len() >= payments.len());
        prop_assert!(before + matches.len() + report.lacking.len() <= payments.len());
    }
}
