//! Measures search and the narrowed list over many decisions, on SQLite and on PostgreSQL.
//!
//! `cargo run --release -p store --features testing --example search_speed -- 100000` fills both
//! databases with so many synthetic decisions and prints the median and the 99th percentile of 200
//! answers of each question, one after the other.

use std::error::Error;
use std::io::Write as _;
use std::time::{Duration, Instant};

use domain::view::decision_list::DecisionFilter;
use store::testing::{Database, add_synthetic, add_synthetic_preparer};
use time::macros::datetime;

/// Answers of each question.
const TIMES: usize = 200;
/// Sentences of each decision.
const PASSAGES: usize = 10;

const QUESTIONS: [(&str, &[(&str, &str)]); 14] = [
    ("all", &[]),
    (
        "a decision maker and a year",
        &[("paatoksentekija", "talousjohtaja"), ("vuosi", "2019")],
    ),
    (
        "a decision maker, a year and a state",
        &[
            ("paatoksentekija", "talousjohtaja"),
            ("vuosi", "2019"),
            ("tila", "paattynyt"),
        ],
    ),
    (
        "days of publication",
        &[("alku", "1.1.2019"), ("loppu", "31.1.2019")],
    ),
    ("a word of every decision", &[("q", "päätös")]),
    ("a word of most decisions", &[("q", "kaupunki")]),
    (
        "the same, the newest first",
        &[("q", "kaupunki"), ("jarjestys", "uusin")],
    ),
    ("a form of a common word", &[("q", "hankkeiden")]),
    ("the beginning of a common word", &[("q", "kus")]),
    ("two common words", &[("q", "kaupunki määräraha")]),
    ("a rare word", &[("q", "musiikkiopiston")]),
    (
        "a phrase of common words",
        &[("q", "\"kilpailutuksen voittaneelta yritykseltä\"")],
    ),
    ("the number of a case", &[("q", "kajdno 2019 70000")]),
    (
        "a common word of a decision maker and a year",
        &[
            ("q", "kaupunki"),
            ("paatoksentekija", "talousjohtaja"),
            ("vuosi", "2019"),
        ],
    ),
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().nth(1).and_then(|typed| typed.parse().ok());
    let count = count.unwrap_or(100_000);
    let only = std::env::args().nth(2);
    for name in ["SQLite", "PostgreSQL"] {
        if only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        let database = match name {
            "SQLite" => Database::sqlite().await,
            _ => Database::postgres().await,
        };
        let store = database.store();
        let preparer = add_synthetic_preparer(store).await?;
        let start = Instant::now();
        add_synthetic(store, count, PASSAGES, preparer).await?;
        let filled = start.elapsed().as_secs();
        if name == "PostgreSQL" {
            // As its own daemon does some time after.
            database.damage("vacuum analyze").await;
        }
        writeln!(
            std::io::stdout(),
            "{name}, {count} decisions, filled in {filled} s"
        )?;
        measure(&database).await?;
    }
    Ok(())
}

async fn measure(database: &Database) -> Result<(), Box<dyn Error>> {
    let now = datetime!(2026-11-22 09:00);
    for (what, pairs) in QUESTIONS {
        let filter = DecisionFilter::from_pairs(pairs.iter().copied());
        let mut taken = Vec::new();
        let mut total = 0;
        for _ in 0..TIMES {
            let start = Instant::now();
            let mut tx = database.store().read().await?;
            total = tx.published_decisions(&filter, now, 20).await?.total;
            taken.push(start.elapsed());
        }
        taken.sort();
        let at = |share: usize| milliseconds(taken.get(taken.len() * share / 100));
        let (median, late) = (at(50), at(99));
        writeln!(
            std::io::stdout(),
            "  {what}: {median:.1} ms, p99 {late:.1} ms, {total} found"
        )?;
    }
    Ok(())
}

fn milliseconds(taken: Option<&Duration>) -> f64 {
    taken.map_or(0.0, |taken| taken.as_secs_f64() * 1_000.0)
}
