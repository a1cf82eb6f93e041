//! A commitment as officials see it: where it stands, and everything that was recorded about it.

use time::{Date, PrimitiveDateTime};

use crate::case::CaseNumber;
use crate::commitment::{CommitmentKey, Course, EntryFact, Position};
use crate::decision::Commitment;
use crate::finding::FindingCode;
use crate::id::{CommitmentEntryId, DecisionId};
use crate::instalment::Schedule;
use crate::money::Money;
use crate::project::Project;
use crate::section::Section;

use super::instalment::InstalmentLine;

/// A commitment in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLine {
    /// Which it is.
    pub key: CommitmentKey,
    /// The place of the decision that made it.
    pub section: Section,
    /// What was signed.
    pub commitment: Commitment,
    /// Where it stands.
    pub position: Position,
}

/// A payment of a commitment, or what came back of one, as the ledger asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentLine {
    /// The entry about it.
    pub entry: CommitmentEntryId,
    /// Of which commitment.
    pub of: CommitmentKey,
    /// The day of payment.
    pub on: Date,
    /// How much; what came back is negative.
    pub amount: Money,
    /// The number of the invoice; of a payment alone.
    pub invoice: Option<String>,
    /// The voucher number.
    pub voucher: String,
    /// The account of the ledger; of a payment alone.
    pub account: Option<String>,
    /// The cost centre; of a payment alone.
    pub cost_centre: Option<String>,
    /// The accounting year by accrual; of a payment alone.
    pub posting_year: Option<u16>,
    /// The year whose budget the commitment draws on.
    pub year: Option<u16>,
    /// The budget line that it draws on.
    pub budget_line: Option<String>,
    /// The place of the decision that made it.
    pub section: Section,
    /// The number of its case.
    pub case_number: Option<CaseNumber>,
    /// The voucher number under which it was found in the ledger's file; `None` before that.
    pub ledger_voucher: Option<String>,
}

/// The page of one commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentSheet {
    /// The commitment, and where it stands.
    pub line: CommitmentLine,
    /// The title of its decision.
    pub title: String,
    /// The project it is for, if any.
    pub project: Option<Project>,
    /// The commitment with its entries, by which pages know what can be recorded now.
    pub course: Course,
    /// What was recorded, in its order.
    pub entries: Vec<EntryLine>,
    /// What is noticed and stops nothing.
    pub notices: Vec<FindingCode>,
    /// Its instalments, and how far each is.
    pub schedule: Schedule,
    /// What was recorded about them, in its order.
    pub instalment_entries: Vec<InstalmentLine>,
    /// What counts as de minimis aid to the beneficiary of its project in the three years until
    /// today; `None` where no beneficiary is known.
    pub de_minimis: Option<Money>,
    /// Today, by which an instalment is overdue.
    pub today: Date,
}

/// The money of one decision: each of its commitments, and everything that was recorded about them.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionMoney {
    /// The decision.
    pub decision: DecisionId,
    /// Its title.
    pub title: String,
    /// Its place.
    pub section: Section,
    /// The project it is about, if any.
    pub project: Option<Project>,
    /// Its commitments by line, and where each stands.
    pub lines: Vec<CommitmentLine>,
    /// Where all of them stand together, but for what is only provided for.
    pub together: Parts,
    /// What was recorded about them: the number of the line, and the entry, by line and number.
    pub entries: Vec<(u32, EntryLine)>,
}

/// The parts of what was promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What was promised: the sum of the others.
    pub promised: Money,
    /// What is neither paid nor released.
    pub open: Money,
    /// What is paid and was not recovered.
    pub paid: Money,
    /// What was paid and recovered.
    pub recovered: Money,
    /// What was released or lapsed.
    pub released: Money,
}

impl Parts {
    /// The same with those of one commitment more, or `None` where a sum does not fit.
    #[must_use]
    pub fn with(self, position: &Position) -> Option<Self> {
        Some(Self {
            promised: self.promised.checked_add(position.promised)?,
            open: self.open.checked_add(position.open)?,
            paid: self.paid.checked_add(position.paid)?,
            recovered: self.recovered.checked_add(position.recovered)?,
            released: self.released.checked_add(position.released)?,
        })
    }
}

/// An entry as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// Its number among those of the commitment.
    pub number: u32,
    /// What it says.
    pub fact: EntryFact,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that recorded it.
    pub office: String,
    /// Whether a later entry undid it.
    pub is_reversed: bool,
    /// Whether it can be undone now.
    pub may_reverse: bool,
    /// What is noticed of it.
    pub notice: Option<FindingCode>,
}
