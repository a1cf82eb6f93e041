//! Open data about single things as JSON: typed values, so that a field of a page that is not meant
//! for programs never enters by itself.
//!
//! Names are in `snake_case`, days as `2023-08-18`, amounts whole cents in fields that end with
//! `_cents`; what is not known is null. Texts are public versions in the register's markup
//! (`docs/markup.md`). Nothing here takes the personal part of a decision.

mod decision;
mod project;

pub use self::decision::{decision, stub};
pub use self::project::project;

use domain::Money;
use domain::decision::Commitment;
use domain::view::public::DecisionRow;
use serde::Serialize;
use time::Date;

use crate::published;

/// A promise of money.
#[derive(Debug, Serialize)]
struct OpenCommitment<'a> {
    year: Option<u16>,
    amount_cents: i64,
    strength: &'static str,
    budget_line: Option<&'a str>,
    condition: Option<&'a str>,
}

impl<'a> From<&'a Commitment> for OpenCommitment<'a> {
    fn from(made: &'a Commitment) -> Self {
        Self {
            year: made.year,
            amount_cents: made.amount.cents(),
            strength: made.strength.code(),
            budget_line: made.budget_line.as_deref(),
            condition: made.condition.as_deref(),
        }
    }
}

/// A decision in a list.
#[derive(Debug, Serialize)]
struct OpenRow<'a> {
    section: String,
    url: String,
    title: &'a str,
    lang: &'static str,
    decision_maker: &'a str,
    published_on: Option<String>,
    committed_cents: Option<i64>,
    stage: &'static str,
    in_force: &'static str,
}

impl<'a> OpenRow<'a> {
    fn of(row: &'a DecisionRow, public_url: &str) -> Self {
        Self {
            section: row.section.to_string(),
            url: format!("{public_url}/paatokset/{}", row.section),
            title: &row.title,
            lang: row.lang.code(),
            decision_maker: &row.decision_maker,
            published_on: day(row.public_since.day()),
            committed_cents: cents(row.committed),
            stage: published::stage(row.stage),
            in_force: published::in_force(row.in_force),
        }
    }
}

fn cents(amount: Option<Money>) -> Option<i64> {
    amount.map(Money::cents)
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}
