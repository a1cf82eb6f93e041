//! What each row may say, and where what is wrong with it is said.

use domain::Money;
use domain::finding::FindingCode;
use domain::funding::{Funder, FundingCategory, Total};
use domain::table_import::{ImportReport, RemarkCode, RowOutcome};

use super::{id, of_rows, plan};

fn remarks(report: &ImportReport, row: usize) -> Vec<(Option<&'static str>, RemarkCode)> {
    let remarks = report.rows[row].remarks.iter();
    remarks.map(|of| (of.field, of.code)).collect()
}

#[test]
fn rows_of_a_funder_and_a_kind_are_a_line_wherever_they_stand() {
    let (report, saved) = of_rows(&[
        &[
            "puu",
            "",
            "",
            "kainuun LIITTO",
            "EU- ja valtion rahoitus",
            "2023",
            "1.234,56",
            "70 %",
        ],
        &["A1", "", "", "0214958-9", "kuntarahoitusosuus", "", "", ""],
        &[
            "eura 2021/1",
            "",
            "x",
            "Kajaani",
            "municipal_share",
            "2024",
            "5",
        ],
        &[
            "Puuhanke",
            "",
            "",
            "Kainuun liitto",
            "eu_and_state",
            "2024",
            "65,44",
        ],
        &["puu", "", "", "KAMK; muut", "omarahoitus", "", "10"],
        &["puu", "", "", "", "puuttuva rahoitus", "", ""],
        &["puu", "", "", "Puuttuva rahoitus", "", "2025", "7"],
    ]);
    assert!(report.is_ready(), "{report:?}");
    assert_eq!((saved.len(), saved[0].replaces), (1, 0));
    let plan = plan(&saved[0]);
    let of = |at: usize| &plan.lines()[at];
    assert_eq!(plan.lines().len(), 4);
    assert_eq!(of(0).amounts.total, Some(Money::from_cents(130_000)));
    assert_eq!(of(0).share.map(u16::from), Some(7_000));
    // The year 2025 of the project is not said, and nobody knows it.
    assert_eq!(of(0).amounts.of_year(2025), None);
    assert_eq!(of(1).amounts.total, None);
    let part = &of(1).of_which[0];
    assert_eq!(part.funder, Funder::Organisation(id(2)));
    assert_eq!(part.amounts.of_year(2024), Some(Money::from_cents(500)));
    assert_eq!(of(2).funders, [Funder::Organisation(id(3)), Funder::Others]);
    assert_eq!(of(3).category, FundingCategory::StillToBeFound);
    // One of its amounts is not known, so its total is not.
    assert_eq!(
        (of(3).amounts.total, plan.years()),
        (None, vec![2023, 2024, 2025])
    );
    let change = &report.plans[0];
    assert_eq!((change.row, change.replaces), (2, 0));
    assert_eq!(
        (change.totals.from, change.totals.to),
        (None, Some(Total::AtLeast(Money::from_cents(131_000))))
    );
    assert_eq!(change.names.len(), 3);
}

#[test]
fn numbered_rows_need_no_order_and_tell_two_lines_of_a_kind_apart() {
    let (report, saved) = of_rows(&[
        &[
            "puu",
            "3",
            "kyllä",
            "Kajaani",
            "kuntarahoitusosuus",
            "",
            "2",
        ],
        &["puu", "1", "", "KAMK", "omarahoitus", "2023", "1"],
        &["puu", "2", "", "KAMK", "omarahoitus", "2023", "4"],
    ]);
    assert!(report.is_ready(), "{report:?}");
    let plan = plan(&saved[0]);
    let totals = plan.lines().iter().map(|line| line.amounts.total);
    let cents: Vec<_> = totals.map(|total| total.map(Money::cents)).collect();
    assert_eq!(cents, [Some(100), Some(400)]);
    assert_eq!(plan.lines()[1].of_which.len(), 1);
}

/// Rows after a good one, and what is found in which column of them.
type Case<'a> = (&'a [&'a [&'a str]], Option<&'a str>, FindingCode);

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn what_is_wrong_is_said_at_its_row_and_column() {
    use FindingCode as F;
    let good = ["kivi", "", "", "KAMK", "omarahoitus", "2023", "1"];
    let cases: &[Case<'_>] = &[
        (
            &[&["", "", "", "KAMK", "omarahoitus", "", "1"]],
            Some("project"),
            F::Missing,
        ),
        (
            &[&["ei", "", "", "KAMK", "omarahoitus", "", "1"]],
            Some("project"),
            F::ProjectUnknown,
        ),
        (
            &[&["Kivihanke", "", "", "KAMK", "omarahoitus", "", "1"]],
            Some("project"),
            F::SeveralProjects,
        ),
        (
            &[&["puu", "", "", "KAMK", "", "", "1"]],
            Some("category"),
            F::Missing,
        ),
        (
            &[&["puu", "", "", "", "omarahoitus", "", "1"]],
            Some("funder"),
            F::Missing,
        ),
        (
            &[&["puu", "", "", "Outo", "omarahoitus", "", "1"]],
            Some("funder"),
            F::UnknownOrganisation,
        ),
        (
            &[&["puu", "", "", "KAMK", "omarahoitus", "23", "1"]],
            Some("year"),
            F::NotAYear,
        ),
        (
            &[&["puu", "", "", "KAMK", "omarahoitus", "2023", "1.234"]],
            Some("amount"),
            F::AmountAmbiguous,
        ),
        (
            &[&["puu", "", "", "KAMK", "omarahoitus", "", "viisi"]],
            Some("amount"),
            F::NotAnAmount,
        ),
        (
            &[&["puu", "", "", "KAMK", "omarahoitus", "", "-5"]],
            Some("amount"),
            F::AmountNotPositive,
        ),
        (
            &[&["puu", "", "", "KAMK", "omarahoitus", "2024", "-5"]],
            Some("amount"),
            F::AmountNotPositive,
        ),
        (
            &[&["puu", "", "", "KAMK", "omarahoitus", "", "", "101 %"]],
            Some("share"),
            F::ShareOutOfRange,
        ),
        (
            &[&["puu", "eka", "", "KAMK", "omarahoitus", "", "1"]],
            Some("plan_line"),
            F::NotALineNumber,
        ),
        (
            &[&["puu", "", "x", "KAMK", "omarahoitus", "", "1"]],
            Some("part"),
            F::PartWithoutLine,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "omarahoitus", "2023", "1"],
                &["puu", "", "", "KAMK", "omarahoitus", "2023", "2"],
            ],
            Some("year"),
            F::AmountTwice,
        ),
        (
            &[
                &["puu", "1", "", "KAMK", "omarahoitus", "2023", "1"],
                &["puu", "", "", "KAMK", "omarahoitus", "2024", "2"],
            ],
            Some("plan_line"),
            F::Missing,
        ),
        (
            &[
                &["puu", "1", "", "KAMK", "omarahoitus", "2023", "1"],
                &["puu", "1", "", "Kajaani", "omarahoitus", "2024", "2"],
            ],
            Some("funder"),
            F::RowsDisagree,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "omarahoitus", "2023", "1", "10"],
                &["puu", "", "", "KAMK", "omarahoitus", "2024", "2", "20"],
            ],
            Some("share"),
            F::RowsDisagree,
        ),
        (
            &[
                &[
                    "puu",
                    "",
                    "",
                    "KAMK",
                    "omarahoitus",
                    "",
                    "92233720368547758,07",
                ],
                &["puu", "", "", "KAMK", "omarahoitus", "2024", "1"],
            ],
            Some("amount"),
            F::AmountTooLarge,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "omarahoitus", "", "3"],
                &["puu", "", "x", "Kajaani", "omarahoitus", "", "4"],
            ],
            Some("amount"),
            F::PartsExceedLine,
        ),
        (
            &[
                &["puu", "", "", "", "kokonaiskustannus", "", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "4"],
            ],
            Some("amount"),
            F::LinesExceedTotalCost,
        ),
        (
            &[
                &["puu", "", "", "", "kokonaiskustannus", "2023", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "1"],
            ],
            Some("year"),
            F::NotInThisRow,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "palkat", "2023", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "1"],
            ],
            Some("funder"),
            F::NotInThisRow,
        ),
        (
            &[
                &["puu", "", "", "", "palkat", "2023", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "1"],
            ],
            Some("cost_model"),
            F::Missing,
        ),
        (
            &[&[
                "puu",
                "",
                "",
                "",
                "matkat",
                "",
                "1",
                "",
                "tosiasialliset kustannukset",
                "investointi",
            ]],
            None,
            F::Missing,
        ),
    ];
    for (rows, field, code) in cases {
        let all: Vec<&[&str]> = [&good[..]]
            .into_iter()
            .chain(rows.iter().copied())
            .collect();
        let (report, _) = of_rows(&all);
        let found: Vec<_> = (0..all.len())
            .flat_map(|row| remarks(&report, row))
            .collect();
        let expected = (*field, RemarkCode::Finding(*code));
        assert!(found.contains(&expected), "{rows:?}: {found:?}");
        assert!(!report.is_ready(), "{rows:?}");
        assert_eq!(report.rows[0].outcome, RowOutcome::Recorded, "{rows:?}");
    }
    for (field, cell) in [
        ("part", 2),
        ("category", 4),
        ("cost_model", 8),
        ("support_kind", 9),
    ] {
        let mut row = [
            "puu",
            "",
            "",
            "KAMK",
            "omarahoitus",
            "",
            "1",
            "",
            "",
            "",
            "",
        ];
        row[cell] = "höh";
        let (report, _) = of_rows(&[&row]);
        let found = remarks(&report, 0);
        assert!(
            matches!(found[..], [(Some(of), RemarkCode::Fault(_)), ..] if of == field),
            "{field}: {found:?}"
        );
    }
}
