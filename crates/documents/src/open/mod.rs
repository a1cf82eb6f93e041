//! Open data about single things as JSON: typed values, so that a field of a page that is not meant
//! for programs never enters by itself.
//!
//! Names are in `snake_case`, days as `2023-08-18`, amounts whole cents in fields that end with
//! `_cents`; what is not known is null. Texts are public versions in the register's markup
//! (`docs/markup.md`). Nothing here takes the personal part of a decision.

mod case;
mod codes;
mod decision;
mod description;
mod list;
mod problem;
mod project;

pub use self::case::case;
pub use self::decision::{decision, decision_content, stub};
pub use self::description::description;
pub use self::list::{Changed, DecisionEntry, Following, ProjectEntry, decisions, projects};
pub use self::problem::problem;
pub use self::project::{project, project_content};

use domain::Money;
use domain::decision::Commitment;
use domain::view::public::DecisionRow;
use schemars::JsonSchema;
use serde::Serialize;
use time::Date;

use crate::published;

/// A promise of money.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Commitment")]
struct OpenCommitment<'a> {
    /// The budget year.
    year: Option<u16>,
    amount_cents: i64,
    /// What is provided for is not committed.
    #[schemars(schema_with = "codes::strength")]
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

/// A decision of a project or case.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DecisionRow")]
struct OpenRow<'a> {
    section: String,
    #[schemars(extend("format" = "uri"))]
    url: String,
    title: &'a str,
    #[schemars(schema_with = "codes::lang")]
    lang: &'static str,
    decision_maker: &'a str,
    #[schemars(extend("format" = "date"))]
    published_on: Option<String>,
    committed_cents: Option<i64>,
    #[schemars(schema_with = "codes::stage")]
    stage: &'static str,
    #[schemars(schema_with = "codes::in_force")]
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
