//! The budget as officials see it: what was set, what was promised from it, and what is free.

use time::PrimitiveDateTime;

use crate::budget::{
    Appropriation, BudgetDecision, BudgetImport, BudgetImportDraft, ClosingKind, LineFacts,
    LineOutcome, LinePosition, Promised,
};
use crate::check::Excess;
use crate::funding::Total;
use crate::id::{DecisionId, ImportFileId};
use crate::money::Money;
use crate::view::commitment::{CommitmentLine, PaymentLine};
use crate::view::commitment_list::Named;
use crate::view::month::PaidMonth;

/// The budget of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetSheet {
    /// The accounting year.
    pub year: u16,
    /// The years that have a budget or a promise, the last first.
    pub years: Vec<u16>,
    /// Its appropriations by name.
    pub appropriations: Vec<AppropriationRow>,
    /// Its lines by number.
    pub lines: Vec<LineRow>,
    /// What was promised for the year and draws on no line that is recorded.
    pub unplaced: Vec<UnplacedRow>,
    /// What was promised for the year altogether.
    pub promised: Promised,
    /// The accepted excesses over its appropriations.
    pub overrides: Vec<OverrideLine>,
    /// The decisions about it, the last first.
    pub decisions: Vec<BudgetDecisionLine>,
    /// The acts by which it was closed and opened again, the last first.
    pub closings: Vec<ClosingLine>,
    /// Whether the year has ended, so that it can be closed.
    pub has_ended: bool,
}

impl BudgetSheet {
    /// Whether the year is closed.
    pub fn is_closed(&self) -> bool {
        let last = self.closings.first().map(|act| act.kind);
        last == Some(ClosingKind::Closed)
    }
}

/// An act that closed a budget year or opened it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingLine {
    /// What it does.
    pub kind: ClosingKind,
    /// Why.
    pub reason: String,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that recorded it.
    pub office: String,
}

/// That the recorded budget of a year waits for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetTask {
    /// The accounting year.
    pub year: u16,
    /// Budget lines that promises name and the budget does not have; one for those that name none.
    pub unplaced: usize,
    /// Lines from which more is promised than they have.
    pub exceeded: usize,
}

/// An appropriation and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct AppropriationRow {
    /// What it is, and what decisions have set.
    pub appropriation: Appropriation,
    /// What its lines have together.
    pub of_lines: Total,
    /// Where it stands: what is promised from its lines, and what is free.
    pub position: LinePosition,
}

/// An excess over an appropriation that was accepted with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverrideLine {
    /// The appropriation, and by how much it was exceeded then.
    pub excess: Excess,
    /// Why.
    pub reason: String,
    /// The decision that promised more; `None` where a decision about the budget left less.
    pub decision: Option<DecisionId>,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that gave the reason.
    pub office: String,
}

/// A line of the operating plan and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// What it is.
    pub facts: LineFacts,
    /// Where it stands.
    pub position: LinePosition,
}

/// What the budget of a year came to, line by line (toteuma), and what stays open after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearEndSheet {
    /// The accounting year.
    pub year: u16,
    /// Its lines by number, then what was promised or paid and draws on no recorded line.
    pub rows: Vec<YearEndRow>,
    /// All of them together; `amended` and `unused` only where every line has them.
    pub total: LineOutcome,
}

/// A line and what it came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearEndRow {
    /// Its number, or what decisions name that is not recorded; `None` where they name none.
    pub code: Option<String>,
    /// Its name, where it is recorded.
    pub name: Option<String>,
    /// What it came to.
    pub outcome: LineOutcome,
}

/// What was paid for an accounting year and came back in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentSheet {
    /// The accounting year.
    pub year: u16,
    /// Only what draws on this line, or on none.
    pub budget_line: Option<Named<String>>,
    /// The payments by day.
    pub lines: Vec<PaymentLine>,
    /// Their sum.
    pub total: Money,
    /// What of it was paid and came back month by month.
    pub by_month: Vec<PaidMonth>,
}

impl PaymentSheet {
    /// Payments in the order of their days, with their sums; `None` where a sum does not fit.
    pub fn of(
        year: u16,
        budget_line: Option<Named<String>>,
        lines: Vec<PaymentLine>,
    ) -> Option<Self> {
        Some(Self {
            year,
            budget_line,
            total: Money::checked_sum(lines.iter().map(|line| line.amount))?,
            by_month: PaidMonth::of(&lines)?,
            lines,
        })
    }
}

/// Promises that draw on no recorded line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnplacedRow {
    /// The number that the decisions name; `None` where they name none.
    pub code: Option<String>,
    /// What they promise.
    pub promised: Promised,
}

/// A decision about the budget, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetDecisionLine {
    /// What it says.
    pub decision: BudgetDecision,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that recorded it.
    pub office: String,
}

/// One line of a year with the rows that its sums are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLineSheet {
    /// The accounting year.
    pub year: u16,
    /// The number that was asked for; `None` for what draws on no line.
    pub code: Option<String>,
    /// The line, where one is recorded.
    pub line: Option<LineRow>,
    /// What was promised from it.
    pub promised: Promised,
    /// What each decision about the budget did to it, in their order.
    pub entries: Vec<(BudgetDecisionLine, Money)>,
    /// The promises, by the place of their decision.
    pub commitments: Vec<CommitmentLine>,
}

/// A file that is about to be imported, and what it would record.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetImportSheet {
    /// Its identity.
    pub id: ImportFileId,
    /// The accounting year.
    pub year: u16,
    /// Raised with each choice of columns.
    pub version: i64,
    /// The name of the file.
    pub file_name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// The facts of the decision and the choice of columns.
    pub draft: BudgetImportDraft,
    /// What the file would record.
    pub import: BudgetImport,
    /// The hash of everything that is shown: of the file, the choices and the budget so far. Only
    /// what was shown is recorded.
    pub shown: String,
}
