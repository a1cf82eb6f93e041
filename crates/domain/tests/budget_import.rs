//! Rows of a table as a decision: what the file says is what is recorded, and no cent gets lost.

use domain::Money;
use domain::budget::{
    Budget, BudgetDecisionDraft, BudgetImport, BudgetImportDraft, BudgetPlace, MAX_IMPORTED,
};
use domain::finding::FindingCode;
use domain::table::{Cell, Fault, Table, TableRow};
use domain::table_import::RemarkCode;
use proptest::prelude::*;

fn table(rows: Vec<[String; 4]>) -> Table {
    let columns = ["Kohta", "Nimi", "Määräraha", "Summa"];
    Table {
        columns: columns.map(str::to_owned).to_vec(),
        rows: (2..)
            .zip(rows)
            .map(|(number, row)| TableRow {
                number,
                cells: row.map(Cell::Text).to_vec(),
                fault: None,
            })
            .collect(),
        faults: Vec::new(),
    }
}

fn line(number: usize, amount: &str) -> [String; 4] {
    [
        number.to_string(),
        format!("Kohta {number}"),
        "Elinvoima".to_owned(),
        amount.to_owned(),
    ]
}

fn draft(table: &Table, turned: bool) -> BudgetImportDraft {
    let mut draft = BudgetImportDraft {
        facts: BudgetDecisionDraft {
            year: "2020".to_owned(),
            budget_kind: "sets".to_owned(),
            deciding_body: "Kaupunginvaltuusto".to_owned(),
            decided_on: "22.9.2020".to_owned(),
            section: "1".to_owned(),
            subject: "Talousarvio".to_owned(),
            ..BudgetDecisionDraft::default()
        },
        turned,
        ..BudgetImportDraft::default()
    };
    draft.recognise(&table.columns);
    draft
}

fn import(table: &Table, turned: bool) -> BudgetImport {
    BudgetImport::of(table, &draft(table, turned), &Budget::of(2020, []))
}

#[test]
fn a_form_reads_back_as_it_was_written() {
    let table = table(vec![line(1, "1")]);
    for turned in [false, true] {
        let typed = draft(&table, turned);
        assert_eq!(BudgetImportDraft::from_pairs(&typed.to_pairs()), typed);
    }
}

#[test]
fn columns_are_named_once_and_the_wanted_ones_are_asked_for() {
    let table = table(vec![line(1, "1")]);
    for (columns, place, code) in [
        (
            ["", "2", "", "", "", "4"],
            "column-code",
            FindingCode::Missing,
        ),
        (
            ["1", "2", "3", "", "", ""],
            "column-amount",
            FindingCode::Missing,
        ),
        (
            ["1", "1", "3", "", "", "4"],
            "column-name",
            FindingCode::NamedTwice,
        ),
        (
            ["1", "2", "3", "", "", "5"],
            "column-amount",
            FindingCode::UnknownChoice,
        ),
        (
            ["0", "2", "3", "", "", "4"],
            "column-code",
            FindingCode::UnknownChoice,
        ),
    ] {
        let chosen = BudgetImportDraft {
            columns: columns.map(str::to_owned),
            ..draft(&table, false)
        };
        let read = BudgetImport::of(&table, &chosen, &Budget::of(2020, []));
        let found: Vec<_> = read
            .findings
            .iter()
            .map(|of| (&*of.place, of.code))
            .collect();
        assert_eq!(found, [(place, code)]);
        assert_eq!(read.decision, None);
    }
}

#[test]
fn what_blocks_the_file_blocks_the_decision_and_a_notice_does_not() {
    for (fault, is_blocked) in [(Fault::Merged, true), (Fault::FromWindows1252, false)] {
        let table = Table {
            faults: vec![fault],
            ..table(vec![line(1, "1")])
        };
        assert_eq!(
            import(&table, false).decision.is_none(),
            is_blocked,
            "{fault:?}"
        );
    }
    let over = table((0..=MAX_IMPORTED).map(|number| line(number, "1")).collect());
    let over = import(&over, false);
    assert_eq!(
        (over.faults, over.decision),
        (vec![Fault::OverDecision], None)
    );
    let most = table((0..MAX_IMPORTED).map(|number| line(number, "1")).collect());
    let most = import(&most, false).decision.expect("it is in order");
    assert_eq!(most.entries.len(), MAX_IMPORTED);
}

#[test]
fn the_same_line_twice_is_found_at_its_second_row() {
    let read = import(
        &table(vec![line(1, "1"), line(2, "1"), line(1, "1")]),
        false,
    );
    assert_eq!(read.refused(), 1);
    assert_eq!(
        read.rows[2].remarks[0].code,
        RemarkCode::Finding(FindingCode::NamedTwice)
    );
}

proptest! {
    #[test]
    fn no_cent_gets_lost_on_the_way(cents in prop::collection::vec(0_i64..10_000_000_000, 1..40), turned: bool) {
        let amount = |cents: i64| {
            let sign = if turned { "−" } else { "" };
            format!("{sign}{},{:02}", cents / 100, cents % 100)
        };
        let rows = (1..).zip(&cents).map(|(number, cents)| line(number, &amount(*cents)));
        let read = import(&table(rows.collect()), turned);
        let decision = read.decision.clone().expect("it is in order");
        let recorded: Vec<i64> = decision.entries.iter().map(|entry| entry.amount.cents()).collect();
        prop_assert_eq!(&recorded, &cents);
        let sum = Money::from_cents(cents.iter().sum());
        prop_assert_eq!(read.totals(), Some([sum, Money::ZERO, sum]));
        let after = Budget::of(2020, []).after(&decision);
        for (row, entry) in read.rows.iter().zip(&decision.entries) {
            let BudgetPlace::Line(facts) = &entry.place else { panic!("it is a line") };
            let line = after.line(facts.code.as_str()).expect("it is there");
            prop_assert_eq!(row.after, line.sums.amended);
            prop_assert_eq!(row.before, None);
        }
    }
}
