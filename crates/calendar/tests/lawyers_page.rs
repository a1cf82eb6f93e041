//! `docs/appeal-periods.md` says what the rules say, row by row.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a page that cannot be read fails its test"
)]

use std::path::Path;

use calendar::rule::{self, InForce};
use calendar::{
    AppealPeriod, Date, Instead, Means, NotComputable, Offices, PeriodLength, Remedy, Statute,
};
use time::macros::date;

fn page() -> String {
    let path = Path::new("../../docs/appeal-periods.md");
    std::fs::read_to_string(path).unwrap()
}

/// The cells of the table line whose first cell is `first`.
fn cells<'a>(page: &'a str, first: &str) -> Vec<&'a str> {
    page.lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|line| line.split(" | ").collect::<Vec<_>>())
        .find(|cells| cells[0] == first)
        .unwrap_or_else(|| panic!("the page has a line {first}"))
}

fn finnish(day: Date) -> String {
    format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year())
}

fn in_force<R>(row: &InForce<R>) -> String {
    match (row.valid_from, row.valid_until) {
        (None, None) => "always".to_owned(),
        (None, Some(until)) => format!("until {}", finnish(until)),
        (Some(from), None) => format!("from {}", finnish(from)),
        (Some(from), Some(until)) => format!("{}–{}", finnish(from), finnish(until)),
    }
}

fn assert_cited(statute: Statute, cell: &str) {
    let citation = format!("{} {}", statute.act.number(), statute.section);
    assert!(cell.ends_with(&citation), "{cell}: {citation}");
}

#[test]
fn every_row_of_a_means_is_on_the_page() {
    let page = page();
    for means in Means::ALL {
        for row in rule::service(means).rows() {
            let line = cells(&page, &format!("S{}", row.rule.number));
            let [_, code, _, days, statute, validity] = line[..] else {
                panic!("{line:?}");
            };
            assert_eq!(code, format!("`{}`", means.code()));
            assert_eq!(days, row.rule.offset_days.to_string(), "{means:?}");
            assert_cited(row.rule.statute, statute);
            assert!(validity.starts_with(&in_force(&row)), "{validity}");
        }
    }
}

#[test]
fn every_row_of_a_remedy_is_on_the_page() {
    let page = page();
    for remedy in Remedy::ALL {
        for row in rule::period(remedy).rows() {
            let line = cells(&page, &format!("P{}", row.rule.number));
            let [_, code, length, _, _, statute, validity] = line[..] else {
                panic!("{line:?}");
            };
            assert!(code.starts_with(&format!("`{}`", remedy.code())), "{code}");
            let expected = match row.rule.length {
                PeriodLength::Days(days) => format!("{days} days"),
                PeriodLength::Months(months) => format!("{months} months"),
            };
            assert_eq!(length, expected);
            assert_cited(row.rule.statute, statute);
            assert_eq!(validity, in_force(&row));
        }
    }
}

#[test]
fn every_pair_is_answered_as_the_page_says() {
    let page = page();
    let heads = cells(&page, "Means");
    let remedies = Remedy::ALL.map(|remedy| format!("`{}`", remedy.code()));
    assert_eq!(heads[1..], remedies);
    for means in Means::ALL {
        let line = cells(&page, &format!("`{}`", means.code()));
        for (remedy, cell) in Remedy::ALL.into_iter().zip(&line[1..]) {
            let on = date!(2026 - 03 - 02);
            let computed = AppealPeriod::compute(remedy, means, on, &Offices::kajaani());
            let expected = match computed.map_err(NotComputable::instead) {
                Ok(_) => "yes",
                Err(Some(Instead::DecisionDay)) => "A",
                Err(Some(Instead::NoticeDay)) => "B",
                Err(Some(Instead::OwnService)) => "C",
                Err(Some(Instead::EMessage)) => "D",
                Err(Some(Instead::ProcurementEMessage)) => "E",
                Err(None) => panic!("{remedy:?} {means:?}"),
            };
            assert_eq!(*cell, expected, "{remedy:?} {means:?}");
        }
    }
}

#[test]
fn planned_amendments_and_all_open_points_are_on_the_page() {
    let page = page();
    for number in 1..=9 {
        assert_eq!(cells(&page, &format!("U{number}")).len(), 3);
    }
    for planned in rule::PLANNED {
        let [_, open, _] = cells(&page, "U1")[..] else {
            panic!("an open point has three cells");
        };
        assert!(open.contains(planned.amends.number()));
        for named in planned.sources.iter().chain(planned.sections) {
            assert!(open.contains(named), "{named}");
        }
    }
}
