//! Imports of tables that somebody hands in: what each kind of import reads from its columns, what
//! a file would record, row by row, and what it would leave. Nothing is recorded here.
//!
//! A kind is a description of its [columns](ImportKind::columns) and a rule for its rows: [`ledger`],
//! [`projects`] and [`plans`]. The budget has a form of its own beside its rows and shares the
//! columns' part ([`crate::budget::BudgetImport`]).

mod columns;
mod draft;
pub mod ledger;
mod names;
pub mod organisations;
pub mod plans;
pub mod projects;
mod row;

pub use columns::{ImportColumn, code_of, places, recognise};
pub use draft::ImportDraft;
pub use row::{RowRemark, TypedRow};

use serde::Serialize;

use crate::commitment::CommitmentKey;
use crate::finding::{FindingCode, Findings, Weight};
use crate::role::UseCase;
use crate::slug::Slug;
use crate::table::Fault;
use crate::view::commitment::PaymentLine;

/// Rows of projects and of plans that are imported at most: what comes of them is saved with events
/// of its own.
pub const MAX_SAVED: usize = 10_000;

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportKind {
    /// Rows of a decision about the budget.
    Budget,
    /// Postings of the city's ledger (pääkirja), matched with payments.
    Ledger,
    /// Projects.
    Projects,
    /// Amounts of funding plans.
    Plans,
}

impl ImportKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Budget, Self::Ledger, Self::Projects, Self::Plans];

    /// The kinds that have nothing but a file and one page ([`ImportDraft`]).
    pub const PLAIN: [Self; 3] = [Self::Ledger, Self::Projects, Self::Plans];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Ledger => "ledger",
            Self::Projects => "projects",
            Self::Plans => "plans",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What recording its rows needs the right to.
    pub const fn use_case(self) -> UseCase {
        match self {
            Self::Budget => UseCase::ManageBudget,
            Self::Ledger => UseCase::MatchPayments,
            Self::Projects => UseCase::EditProject,
            Self::Plans => UseCase::EditFundingPlan,
        }
    }

    /// Its columns, in the order of a template.
    pub const fn columns(self) -> &'static [ImportColumn] {
        match self {
            Self::Budget => &names::BUDGET,
            Self::Ledger => &names::LEDGER,
            Self::Projects => &names::PROJECTS,
            Self::Plans => &plans::PLANS,
        }
    }

    /// The columns without which nothing can be read: of each group one at least.
    pub const fn needs(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Budget => &[&["amount"], &["code", "appropriation"]],
            Self::Ledger => &[&["voucher"], &["amount"], &["posting_year", "posted_on"]],
            Self::Projects => &[&["case_number"], &["project_name"]],
            Self::Plans => &[&["project"], &["amount", "share"], &["category", "funder"]],
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// It is recorded: a posting is matched with its payment, a project is added, an amount is in a
    /// new version of its plan.
    Recorded,
    /// It was recorded before, and says the same.
    Already,
    /// The register has it, and says something else: it is left.
    Differs,
    /// Several payments fit, and nothing tells them apart: it is left.
    Ambiguous,
    /// The register does not have it: it is left.
    Unknown,
    /// The example of a template: it is left.
    Example,
    /// It was not read.
    Refused,
}

impl RowOutcome {
    /// Every outcome, in the order of a report's sums.
    pub const ALL: [Self; 7] = [
        Self::Recorded,
        Self::Already,
        Self::Differs,
        Self::Ambiguous,
        Self::Unknown,
        Self::Example,
        Self::Refused,
    ];

    /// Whether somebody should look at the row.
    pub const fn asks_for_a_look(self) -> bool {
        matches!(
            self,
            Self::Differs | Self::Ambiguous | Self::Unknown | Self::Refused
        )
    }
}

/// What is wrong with a row: of the file, or of what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkCode {
    /// Something that was not read.
    Fault(Fault),
    /// Something that was read and cannot be recorded.
    Finding(FindingCode),
}

/// What a row says otherwise than the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The field of the column.
    pub field: &'static str,
    /// What the file says.
    pub in_file: String,
    /// What the register says.
    pub in_register: String,
}

/// What in the register a row is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Found {
    /// A payment of a commitment.
    Payment(CommitmentKey),
    /// A project.
    Project(Slug),
}

/// A row of a file with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportRow {
    /// Its number in the file.
    pub number: u32,
    /// What was read: a text for each column of the kind.
    pub cells: Vec<String>,
    /// What is wrong with it.
    pub remarks: Vec<RowRemark>,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// What it says otherwise than the register.
    pub differences: Vec<Difference>,
    /// What it is about.
    pub found: Option<Found>,
}

/// What a file would record and what it would leave: the whole answer of a dry run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Its rows in the order of the file.
    pub rows: Vec<ReportRow>,
    /// What is wrong with what was typed beside the file and with the choice of columns.
    pub findings: Findings,
    /// What is to be said of the file as a whole.
    pub faults: Vec<Fault>,
    /// Of a ledger: the payments of the year that are matched neither before nor by the file.
    pub lacking: Vec<PaymentLine>,
    /// Of plans: what changes in each that gets a new version.
    pub plans: Vec<plans::PlanChange>,
}

impl ImportReport {
    /// How many rows come to this.
    pub fn count(&self, outcome: RowOutcome) -> usize {
        let rows = self.rows.iter().filter(|row| row.outcome == outcome);
        rows.count()
    }

    /// Whether nothing of the file as a whole keeps it from being recorded.
    pub fn is_readable(&self) -> bool {
        let blocks = |fault: &Fault| fault.weight() == Weight::Blocks;
        !self.faults.iter().any(blocks)
    }

    /// Whether it can be recorded: everything was read, and there is something to record.
    pub fn is_ready(&self) -> bool {
        self.findings.is_empty()
            && self.is_readable()
            && self.count(RowOutcome::Refused) == 0
            && self.count(RowOutcome::Recorded) > 0
    }
}
