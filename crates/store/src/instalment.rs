//! Instalments of commitments: the entries about them, and which of them fall due.

use domain::Money;
use domain::commitment::CommitmentKey;
use domain::id::DecisionId;
use domain::instalment::{
    InstalmentEntry, InstalmentFact, InstalmentKind, InstalmentStage, Schedule,
};
use domain::section::Section;
use domain::slug::Slug;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::{SectionRow, not_ended_by_signed};
use crate::error::RowOf;
use crate::tx::{execute, fetch_all, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into instalment_entry (id, decision, line, number, kind, instalment, due_on,
        amount_cents, stage, is_last, happened_on, words, recorded_at, office)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
const OF_DECISION: &str = "
    select id, line, number, kind, instalment, due_on, amount_cents, stage, is_last, happened_on,
           words, recorded_at, office
      from instalment_entry
     where decision = $1 and ($2 is null or line = $2)
     order by line, number";
/// An instalment is as its last entry left it; what is paid of it is what its payments add up to,
/// a reversal being stored with the opposite and with the instalment of what it undoes.
pub(crate) const DUE: &str = concat!(
    "select e.id, e.decision, e.line, e.instalment, e.due_on, e.amount_cents, e.stage, f.words,
            f.is_last, d.title, d.series, d.section_year, d.section_number, p.slug, p.name,
            cast(coalesce((select sum(m.paid_cents) from commitment_entry m
                            where m.decision = e.decision and m.line = e.line
                              and m.instalment = e.instalment), 0) as bigint) as paid_cents
       from instalment_entry e
       join instalment_entry f on f.decision = e.decision and f.line = e.line
                              and f.instalment = e.instalment and f.kind = 'planned'
       join decision d on d.id = e.decision
       left join project p on p.id = d.project
      where e.due_on <= $1
        and e.stage in ('planned', 'requested', 'accepted')
        and not exists (select 1 from instalment_entry l
                         where l.decision = e.decision and l.line = e.line
                           and l.instalment = e.instalment and l.number > e.number)
        and ",
    not_ended_by_signed!("d"),
    " order by e.due_on, d.section_year, d.series, d.section_number, e.line, e.instalment"
);

/// An entry of a line, with how it leaves its instalment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentEntryRow {
    /// The line of the decision.
    pub line: u32,
    /// The entry.
    pub entry: InstalmentEntry,
    /// How far its instalment is after it; none of the final report.
    pub left: Option<InstalmentLeft>,
}

/// How an entry leaves its instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstalmentLeft {
    /// The day on which it falls due.
    pub due_on: Date,
    /// How much it is.
    pub amount: Money,
    /// How far it is by its entries.
    pub stage: InstalmentStage,
}

impl InstalmentLeft {
    /// How the schedule after an entry has its instalment.
    pub fn by(schedule: &Schedule, fact: &InstalmentFact) -> Option<Self> {
        let instalment = schedule.instalment(fact.instalment()?)?;
        Some(Self {
            due_on: instalment.due_on,
            amount: instalment.amount,
            stage: instalment.recorded(),
        })
    }
}

/// An instalment that falls due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// The commitment.
    pub key: CommitmentKey,
    /// The number of the instalment.
    pub instalment: u32,
    /// How it is by its entries.
    pub left: InstalmentLeft,
    /// What is paid of it.
    pub paid: Money,
    /// What it needs before it is paid, or empty.
    pub needs: String,
    /// Whether it is the last one.
    pub is_last: bool,
    /// The title of the decision.
    pub title: String,
    /// Its place.
    pub section: Section,
    /// The project, if there is one: part of its address, and name.
    pub project: Option<(Slug, String)>,
}

impl Tx {
    /// Adds an entry about an instalment, with how it leaves it.
    pub async fn add_instalment_entry(
        &mut self,
        decision: DecisionId,
        row: &InstalmentEntryRow,
    ) -> Result<(), StoreError> {
        let InstalmentEntryRow { line, entry, left } = row;
        let fact = &entry.fact;
        let is_last = match fact {
            InstalmentFact::Planned { is_last, .. } => Some(*is_last),
            _ => None,
        };
        execute!(
            self,
            ADD,
            Uuid::from(entry.id),
            Uuid::from(decision),
            i64::from(*line),
            i64::from(entry.number),
            fact.kind().code(),
            fact.instalment().map(i64::from),
            left.map(|left| left.due_on),
            left.map(|left| left.amount.cents()),
            left.map(|left| left.stage.code()),
            is_last,
            fact.on(),
            fact.words(),
            stored(entry.recorded_at),
            &entry.office,
        )?;
        self.next_change().await?;
        Ok(())
    }

    /// The entries about the instalments of a decision, or of one line of it, in their order.
    pub async fn instalment_entries(
        &mut self,
        decision: DecisionId,
        line: Option<u32>,
    ) -> Result<Vec<InstalmentEntryRow>, StoreError> {
        let (decision, line) = (Uuid::from(decision), line.map(i64::from));
        let rows: Vec<EntryColumns> = fetch_all!(self, OF_DECISION, decision, line)?;
        rows.into_iter().map(InstalmentEntryRow::try_from).collect()
    }

    /// The instalments that are open and fall due by a day, the first day first; of a decision that
    /// another one ended, none.
    pub async fn instalments_due(&mut self, by: Date) -> Result<Vec<DueRow>, StoreError> {
        let rows: Vec<DueColumns> = fetch_all!(self, DUE, by)?;
        let rows = rows.into_iter().map(DueColumns::read);
        let rows = rows.collect::<Result<Vec<_>, _>>()?.into_iter();
        let is_open = |row: &DueRow| row.paid < row.left.amount;
        Ok(rows.filter(is_open).collect())
    }
}

#[derive(sqlx::FromRow)]
struct LeftColumns {
    due_on: Option<Date>,
    amount_cents: Option<i64>,
    stage: Option<String>,
}

impl LeftColumns {
    fn read(&self, of: &RowOf<'_>) -> Result<Option<InstalmentLeft>, StoreError> {
        let (Some(due_on), Some(cents), Some(stage)) =
            (self.due_on, self.amount_cents, &self.stage)
        else {
            return Ok(None);
        };
        Ok(Some(InstalmentLeft {
            due_on,
            amount: Money::from_cents(cents),
            stage: of.known("stage", InstalmentStage::from_code(stage))?,
        }))
    }
}

#[derive(sqlx::FromRow)]
struct EntryColumns {
    id: Uuid,
    line: i64,
    number: i64,
    kind: String,
    instalment: Option<i64>,
    #[sqlx(flatten)]
    left: LeftColumns,
    is_last: Option<bool>,
    happened_on: Option<Date>,
    words: String,
    recorded_at: OffsetDateTime,
    office: String,
}

impl TryFrom<EntryColumns> for InstalmentEntryRow {
    type Error = StoreError;

    fn try_from(row: EntryColumns) -> Result<Self, StoreError> {
        let id = row.id;
        let of = RowOf {
            table: "instalment_entry",
            key: &id,
        };
        let kind = of.known("kind", InstalmentKind::from_code(&row.kind))?;
        let number = row.instalment.map(u32::try_from).transpose();
        let number = of.read("instalment", number)?;
        let left = row.left.read(&of)?;
        let instalment = || of.known("instalment", number);
        let terms = || of.known("stage", left);
        let on = || of.known("happened_on", row.happened_on);
        let words = row.words;
        let fact = match kind {
            InstalmentKind::Planned => InstalmentFact::Planned {
                instalment: instalment()?,
                due_on: terms()?.due_on,
                amount: terms()?.amount,
                needs: words,
                is_last: of.known("is_last", row.is_last)?,
            },
            InstalmentKind::Moved => InstalmentFact::Moved {
                instalment: instalment()?,
                due_on: terms()?.due_on,
                reason: words,
            },
            InstalmentKind::Requested => InstalmentFact::Requested {
                instalment: instalment()?,
                on: on()?,
                document: words,
            },
            InstalmentKind::Accepted => InstalmentFact::Accepted {
                instalment: instalment()?,
                on: on()?,
                amount: terms()?.amount,
            },
            InstalmentKind::Returned => InstalmentFact::Returned {
                instalment: instalment()?,
                reason: words,
            },
            InstalmentKind::Withdrawn => InstalmentFact::Withdrawn {
                instalment: instalment()?,
                reason: words,
            },
            InstalmentKind::FinalReport => InstalmentFact::FinalReport {
                on: on()?,
                document: words,
            },
            InstalmentKind::FinalReportUndone => {
                InstalmentFact::FinalReportUndone { reason: words }
            }
        };
        Ok(Self {
            line: of.read("line", row.line.try_into())?,
            entry: InstalmentEntry {
                id: id.into(),
                number: of.read("number", row.number.try_into())?,
                fact,
                recorded_at: row.recorded_at,
                office: row.office,
            },
            left,
        })
    }
}

#[derive(sqlx::FromRow)]
struct DueColumns {
    id: Uuid,
    decision: Uuid,
    line: i64,
    instalment: i64,
    #[sqlx(flatten)]
    left: LeftColumns,
    words: String,
    is_last: Option<bool>,
    title: String,
    #[sqlx(flatten)]
    section: SectionRow,
    slug: Option<String>,
    name: Option<String>,
    paid_cents: i64,
}

impl DueColumns {
    fn read(self) -> Result<DueRow, StoreError> {
        let of = RowOf {
            table: "instalment_entry",
            key: &self.id,
        };
        let section = self.section.read(&of)?;
        let slug = self.slug.map(Slug::try_from).transpose();
        let slug = of.read("slug", slug)?;
        let left = self.left.read(&of)?;
        Ok(DueRow {
            key: CommitmentKey {
                decision: self.decision.into(),
                line: of.read("line", self.line.try_into())?,
            },
            instalment: of.read("instalment", self.instalment.try_into())?,
            left: of.known("stage", left)?,
            paid: Money::from_cents(self.paid_cents),
            needs: self.words,
            is_last: of.known("is_last", self.is_last)?,
            title: self.title,
            section: of.known("section_number", section)?,
            project: slug.zip(self.name),
        })
    }
}
