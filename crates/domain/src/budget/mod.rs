//! The city's budget as far as promises are measured by it (kuntalaki 110 §): appropriations at the
//! binding level, the lines of the operating plan below them, and the decisions that set and change
//! both.
//!
//! Nothing here is ever overwritten: a sum is what the recorded decisions add up to, and a mistake
//! is mended by a further decision. An amount that no decision has set is unknown, not 0. Expenses
//! are positive.

mod closing;
mod draft;
mod import;
mod outcome;
mod position;
mod rules;

pub use closing::{ClosingKind, booked_in, read_closing};
pub use draft::{BudgetDecisionDraft, BudgetRowDraft};
pub use import::{
    BudgetColumn, BudgetImport, BudgetImportDraft, ImportedRow, MAX_IMPORTED, Remark,
};
pub use outcome::LineOutcome;
pub use position::{LinePosition, Promised};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::case::CaseNumber;
use crate::funding::Total;
use crate::money::Money;

/// What a budget decision does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BudgetDecisionKind {
    /// Sets amounts for the first time: the council the appropriations, the body the lines of its
    /// operating plan (käyttösuunnitelma).
    Sets,
    /// Moves money between lines of one appropriation (käyttösuunnitelman muutos).
    Transfers,
    /// Raises or lowers appropriations or lines (talousarvion muutos).
    Amends,
}

impl BudgetDecisionKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Sets, Self::Transfers, Self::Amends];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sets => "sets",
            Self::Transfers => "transfers",
            Self::Amends => "amends",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What an appropriation binds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppropriationBasis {
    /// Expenses as such (bruttositova).
    #[default]
    Gross,
    /// Expenses after income (nettositova).
    Net,
}

impl AppropriationBasis {
    /// Every basis.
    pub const ALL: [Self; 2] = [Self::Gross, Self::Net];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::Net => "net",
        }
    }

    /// The basis of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }
}

/// Where the money of a line comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineSource {
    /// The appropriation of the year.
    #[default]
    Appropriation,
    /// A reserve in the balance sheet (taseen varaus).
    Reserve,
}

impl LineSource {
    /// Every source.
    pub const ALL: [Self; 2] = [Self::Appropriation, Self::Reserve];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Appropriation => "appropriation",
            Self::Reserve => "reserve",
        }
    }

    /// The source of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }
}

/// The number of a budget line (talousarviokohta), e.g. `2911040208`: at most twenty letters,
/// digits, points and hyphens, so that it can stand in an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BudgetLineCode(String);

/// Why a text is no number of a budget line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number of a budget line")]
pub struct NotALineCode;

impl BudgetLineCode {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for BudgetLineCode {
    type Error = NotALineCode;

    fn try_from(text: String) -> Result<Self, NotALineCode> {
        let is_fitting = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
        let begins = text
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphanumeric());
        if begins && text.len() <= 20 && text.bytes().all(is_fitting) {
            Ok(Self(text))
        } else {
            Err(NotALineCode)
        }
    }
}

impl std::str::FromStr for BudgetLineCode {
    type Err = NotALineCode;

    fn from_str(text: &str) -> Result<Self, NotALineCode> {
        text.trim().to_owned().try_into()
    }
}

impl From<BudgetLineCode> for String {
    fn from(code: BudgetLineCode) -> Self {
        code.0
    }
}

impl std::fmt::Display for BudgetLineCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A decision about the budget of a year, as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetDecision {
    /// The accounting year.
    pub year: u16,
    /// What it does.
    pub kind: BudgetDecisionKind,
    /// The body that decided, e.g. `Kaupunginvaltuusto`.
    pub body: String,
    /// Its day.
    pub on: Date,
    /// Its section number, in the year of its day.
    pub section: u32,
    /// The case it was made in, if known.
    pub case_number: Option<CaseNumber>,
    /// What it is about.
    pub subject: String,
    /// What it sets or changes, in its order; never empty.
    pub entries: Vec<BudgetEntry>,
}

/// What a budget decision does to one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetEntry {
    /// The place.
    pub place: BudgetPlace,
    /// By how much it is raised, or lowered where negative.
    pub amount: Money,
}

/// A place in the budget of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BudgetPlace {
    /// An appropriation, by its name.
    Appropriation {
        /// Its name, the only one of the year.
        name: String,
        /// What it binds.
        basis: AppropriationBasis,
    },
    /// A line of the operating plan, by its number.
    Line(LineFacts),
}

/// A line of the operating plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFacts {
    /// Its number, the only one of the year.
    pub code: BudgetLineCode,
    /// Its name.
    pub name: String,
    /// The name of the appropriation above it.
    pub appropriation: String,
    /// Where its money comes from.
    pub source: LineSource,
}

/// What decisions have set of a place so far; nothing where none has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// As it was set first.
    pub original: Option<Money>,
    /// As later decisions left it.
    pub amended: Option<Money>,
}

/// An appropriation of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appropriation {
    /// Its name.
    pub name: String,
    /// What it binds.
    pub basis: AppropriationBasis,
    /// What decisions have set.
    pub sums: Sums,
}

/// A line of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// What it is.
    pub facts: LineFacts,
    /// What decisions have set.
    pub sums: Sums,
}

/// The budget of a year, as far as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The accounting year.
    pub year: u16,
    /// Its appropriations by name.
    pub appropriations: Vec<Appropriation>,
    /// Its lines by number.
    pub lines: Vec<BudgetLine>,
}

impl Budget {
    /// The budget of a year after the decisions about it, in their order.
    pub fn of<'a>(year: u16, decisions: impl IntoIterator<Item = &'a BudgetDecision>) -> Self {
        let mut budget = Self {
            year,
            appropriations: Vec::new(),
            lines: Vec::new(),
        };
        for decision in decisions {
            budget.apply(decision);
        }
        budget.sort();
        budget
    }

    /// The line of a number.
    pub fn line(&self, code: &str) -> Option<&BudgetLine> {
        let of = |line: &BudgetLine| line.facts.code.as_str().cmp(code);
        let at = self.lines.binary_search_by(of).ok()?;
        self.lines.get(at)
    }

    /// The appropriation of a name.
    pub fn appropriation(&self, name: &str) -> Option<&Appropriation> {
        let of = |appropriation: &Appropriation| appropriation.name.as_str().cmp(name);
        let at = self.appropriations.binary_search_by(of).ok()?;
        self.appropriations.get(at)
    }

    /// What the lines below an appropriation have together, or `None` where it does not fit.
    pub fn of_lines(&self, appropriation: &str) -> Option<Total> {
        let below = self.lines.iter();
        let below = below.filter(|line| line.facts.appropriation == appropriation);
        Total::of(below.map(|line| line.sums.amended))
    }
}
