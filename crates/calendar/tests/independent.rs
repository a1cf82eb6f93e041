//! Every period computed a second time by other means, and compared.
//!
//! The second way is naive on purpose: it walks a list of days one by one, knows the holidays from
//! the published table alone, and has its own numbers, typed from the statutes. It shares no code
//! with the crate and does not use its dates; answers are compared as text.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a table that cannot be read fails its test"
)]

use std::collections::HashMap;
use std::path::Path;

use calendar::{AppealPeriod, Means, Offices, Remedy, batch};

/// A civil day as it is found by walking.
struct Day {
    year: u32,
    month: u32,
    number: u32,
    written: String,
    /// Counted from Monday.
    weekday: u32,
    blocked: bool,
    /// The day before a church holiday, 1 May or 6 December.
    eve: bool,
}

/// Every day from 1 January 1994, a Saturday, to the end of 2100.
fn walk() -> Vec<Day> {
    let holidays = published_holidays();
    let mut days: Vec<Day> = Vec::new();
    let (mut year, mut month, mut number, mut weekday) = (1994, 1, 1, 5);
    while year <= 2100 {
        let written = format!("{year:04}-{month:02}-{number:02}");
        let holiday = holidays.get(&written).map(String::as_str);
        if let (Some(yesterday), Some(names)) = (days.last_mut(), holiday) {
            yesterday.eve = names
                .split("; ")
                .any(|name| name != "Midsummer Eve" && name != "Christmas Eve");
        }
        days.push(Day {
            year,
            month,
            number,
            written,
            weekday,
            blocked: weekday >= 5 || holiday.is_some(),
            eve: false,
        });
        weekday = (weekday + 1) % 7;
        number += 1;
        if number > days_of_month(year, month) {
            (month, number) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    days
}

fn days_of_month(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn published_holidays() -> HashMap<String, String> {
    let fixture = Path::new("tests/holidays_1995_2100.csv");
    let mut reader = csv::Reader::from_path(fixture).unwrap();
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

/// The days from the event to the knowledge, or `None` where the law counts from another day.
fn offset(remedy: &str, means: &str, event: &str) -> Option<usize> {
    if remedy == "market-court-6-months" {
        return (means == "event").then_some(0);
    }
    let procurement = matches!(
        remedy,
        "procurement-correction" | "market-court" | "market-court-30"
    );
    match means {
        "event" | "proof" | "letter-to-authority" => Some(0),
        "letter" | "procurement-letter" | "public-notice" => Some(7),
        "substituted" => Some(3),
        "e-message" => (!procurement).then_some(3),
        "procurement-e-message" => procurement.then_some(0),
        "published-minutes" => match remedy {
            "rectification" | "municipal-appeal" | "administrative-appeal" => {
                Some(if event < "2017-06-01" { 0 } else { 7 })
            }
            _ => None,
        },
        unknown => panic!("means {unknown}"),
    }
}

/// The place in the list at which the period ends nominally.
fn nominal(remedy: &str, knowledge: usize, days: &[Day]) -> usize {
    match remedy {
        "rectification" | "procurement-correction" | "market-court" => knowledge + 14,
        "municipal-appeal"
        | "administrative-appeal"
        | "rectification-administrative"
        | "market-court-30"
        | "supreme-administrative-court" => knowledge + 30,
        "market-court-6-months" => {
            let known = &days[knowledge];
            let (year, month) = match known.month {
                month @ ..=6 => (known.year, month + 6),
                month => (known.year + 1, month - 6),
            };
            let number = known.number.min(days_of_month(year, month));
            let mut at = knowledge;
            while (days[at].year, days[at].month, days[at].number) != (year, month, number) {
                at += 1;
            }
            at
        }
        unknown => panic!("remedy {unknown}"),
    }
}

fn closes_at(remedy: &str, last: &Day) -> &'static str {
    match remedy {
        "rectification" if last.weekday == 4 || last.eve => "15:00",
        "rectification" => "16:00",
        "rectification-administrative" | "procurement-correction" => "",
        _ => "16:15",
    }
}

/// Knowledge day, nominal last day, last day, closing hour.
fn expected<'a>(remedy: &str, means: &str, event: usize, days: &'a [Day]) -> Option<[&'a str; 4]> {
    let knowledge = event + offset(remedy, means, &days[event].written)?;
    let nominal = nominal(remedy, knowledge, days);
    let mut last = nominal;
    while days[last].blocked {
        last += 1;
    }
    Some([
        &days[knowledge].written,
        &days[nominal].written,
        &days[last].written,
        closes_at(remedy, &days[last]),
    ])
}

/// Compares every pair of remedy and means on every event day of some years; answers the number of
/// pairs and days that gave dates, and of those that gave none.
fn compare(first_year: u32, last_year: u32) -> (u32, u32) {
    let days = walk();
    let offices = Offices::kajaani();
    let (mut n_dates, mut n_refused) = (0, 0);
    for (event, day) in days.iter().enumerate() {
        if day.year < first_year || day.year > last_year {
            continue;
        }
        let event_date = batch::parse_date(day.written.as_bytes()).unwrap();
        for (remedy, means) in pairs() {
            let (remedy_code, means_code) = (remedy.code(), means.code());
            let of_batch = batch::answer(
                remedy_code.as_bytes(),
                means_code.as_bytes(),
                day.written.as_bytes(),
                &offices,
            );
            let period = AppealPeriod::compute(remedy, means, event_date, &offices);
            let case = || format!("{remedy_code} {means_code} {}", day.written);
            let Some(expected) = expected(remedy_code, means_code, event, &days) else {
                n_refused += 1;
                let code = period.unwrap_err().code();
                assert_eq!(code, "means-does-not-start-this-period", "{}", case());
                assert!(
                    of_batch.fields(b"")[5].starts_with(code.as_bytes()),
                    "{}",
                    case()
                );
                continue;
            };
            n_dates += 1;
            let [_, dates @ .., error] = of_batch.fields(b"").map(String::from_utf8_lossy);
            assert_eq!(dates.as_slice(), expected, "{}", case());
            assert_eq!(error, "", "{}", case());
            let period = period.unwrap();
            let computed = [
                period.knowledge_date,
                period.nominal_last_day,
                period.last_day,
            ];
            assert_eq!(
                computed.map(|day| day.to_string()),
                expected.first_chunk::<3>().unwrap().map(str::to_owned),
                "{}",
                case()
            );
        }
    }
    (n_dates, n_refused)
}

fn pairs() -> impl Iterator<Item = (Remedy, Means)> {
    Remedy::ALL
        .into_iter()
        .flat_map(|remedy| Means::ALL.map(|means| (remedy, means)))
}

#[test]
fn every_pair_on_every_day_from_1995_to_2016_is_what_a_naive_walk_gives() {
    let (n_dates, n_refused) = compare(1995, 2016);
    assert_eq!((n_dates, n_refused), (8036 * 68, 8036 * 22));
}

#[test]
fn every_pair_on_every_day_from_2017_to_2040_is_what_a_naive_walk_gives() {
    let (n_dates, n_refused) = compare(2017, 2040);
    assert_eq!((n_dates, n_refused), (8766 * 68, 8766 * 22));
}
