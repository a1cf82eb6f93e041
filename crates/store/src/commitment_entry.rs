//! What becomes of commitments, and where each stands.

use domain::Money;
use domain::commitment::{
    CommitmentEntry, CommitmentKey, EntryFact, EntryKind, Moves, Payment, Position, StateAid,
};
use domain::decision::Commitment;
use domain::id::{DecisionId, OrganisationId, ProjectId};
use domain::section::Section;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::PlacedRow;
use crate::error::RowOf;
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{StoreError, Tx};

/// A reversal is of the instalment of what it undoes, so that a sum over the payments of one holds.
const ADD: &str = "
    insert into commitment_entry (id, decision, line, number, kind, released_cents, paid_cents,
        recovered_cents, conditions_met, happened_on, reason, invoice, voucher, account,
        cost_centre, posting_year, reverses, recorded_at, office, aid, provision, de_minimis_cents,
        instalment)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22,
        coalesce($23, (select r.instalment from commitment_entry r
                        where r.decision = $2 and r.line = $3 and r.number = $17)))";
const OF_DECISION: &str = "
    select id, decision, line, number, kind, released_cents, paid_cents, recovered_cents,
           conditions_met, happened_on, reason, invoice, voucher, account, cost_centre,
           posting_year, reverses, recorded_at, office, aid, provision, de_minimis_cents, instalment
      from commitment_entry
     where decision = $1 and ($2 is null or line = $2)
     order by line, number";

/// Of each promise to projects of a beneficiary only the assessment that holds counts.
const DE_MINIMIS: &str = "
    select cast(coalesce(sum(e.de_minimis_cents), 0) as bigint)
      from project p
      join decision d on d.project = p.id
      join commitment_entry e on e.decision = d.id
     where p.beneficiary = $1 and e.aid = 'de_minimis' and e.happened_on >= $2
       and not exists (select 1 from commitment_entry r
                        where r.decision = e.decision and r.line = e.line
                          and r.reverses = e.number)
       and not exists (select 1 from commitment_entry n
                        where n.decision = e.decision and n.line = e.line
                          and n.kind = 'aid_assessed' and n.number > e.number
                          and not exists (select 1 from commitment_entry r
                                           where r.decision = n.decision and r.line = n.line
                                             and r.reverses = n.number))";

/// Commitments `c` of decisions `d` with their entries `e`, to be grouped by
/// `each_commitment`: whoever asks narrows them, and sums over `e` are of one commitment.
macro_rules! with_entries {
    () => {
        " from commitment c
          join decision d on d.id = c.decision
          left join commitment_entry e on e.decision = c.decision and e.line = c.line "
    };
}

macro_rules! each_commitment {
    () => {
        " group by c.decision, c.line, d.id "
    };
}

/// Commitments with the place of their decision and with where they stand.
macro_rules! standing {
    ($($narrowed:tt)+) => {
        concat!(
            "select c.decision, c.line, c.year, c.amount_cents, c.strength, c.budget_line,
                    c.condition, d.series, d.section_year, d.section_number,
                    case when ",
            $crate::decision::not_ended_by_signed!("d"),
            " then 0 else 1 end as is_ended,
                    cast(coalesce(sum(e.released_cents), 0) as bigint) as released_cents,
                    cast(coalesce(sum(e.paid_cents), 0) as bigint) as paid_cents,
                    cast(coalesce(sum(e.recovered_cents), 0) as bigint) as recovered_cents,
                    cast(coalesce(sum(e.conditions_met), 0) as bigint) as conditions_met",
            $crate::commitment_entry::with_entries!(),
            $($narrowed)+
        )
    };
}

pub(crate) use {each_commitment, standing, with_entries};

pub(crate) const ONE: &str = standing!("where c.decision = $1 and c.line = $2", each_commitment!());
pub(crate) const ALL_OF_DECISION: &str = standing!(
    "where c.decision = $1",
    each_commitment!(),
    "order by c.line"
);
pub(crate) const OF_PROJECT: &str = standing!(
    "where d.project = $1",
    each_commitment!(),
    "order by d.section_year, d.series, d.section_number, c.line"
);

/// A commitment with the place of its decision, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingCommitment {
    /// Which it is.
    pub key: CommitmentKey,
    /// The place of its decision.
    pub section: Section,
    /// What was signed.
    pub commitment: Commitment,
    /// Where it stands.
    pub position: Position,
}

/// An entry of a line, with what it moves as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentEntryRow {
    /// The line of the decision.
    pub line: u32,
    /// The entry.
    pub entry: CommitmentEntry,
    /// What it moves.
    pub moves: Moves,
}

impl Tx {
    /// Adds an entry about a commitment, with what it moves.
    pub async fn add_commitment_entry(
        &mut self,
        decision: DecisionId,
        row: &CommitmentEntryRow,
    ) -> Result<(), StoreError> {
        let CommitmentEntryRow { line, entry, moves } = row;
        let fact = &entry.fact;
        let payment = fact.payment();
        let (reason, voucher) = match fact {
            EntryFact::ConditionMet { by, .. } => (by.as_str(), None),
            EntryFact::Released { reason, .. }
            | EntryFact::Lapsed { reason, .. }
            | EntryFact::AidAssessed { reason, .. }
            | EntryFact::Reversed { reason, .. } => (reason.as_str(), None),
            EntryFact::Recovered {
                reason, voucher, ..
            } => (reason.as_str(), Some(voucher.as_str())),
            EntryFact::Paid(payment) => ("", Some(payment.voucher.as_str())),
        };
        let (aid, provision, de_minimis) = match fact {
            EntryFact::AidAssessed {
                aid,
                provision,
                de_minimis,
                ..
            } => (Some(*aid), Some(provision.as_str()), *de_minimis),
            _ => (None, None, None),
        };
        execute!(
            self,
            ADD,
            Uuid::from(entry.id),
            Uuid::from(decision),
            i64::from(*line),
            i64::from(entry.number),
            fact.kind().code(),
            moves.released.cents(),
            moves.paid.cents(),
            moves.recovered.cents(),
            moves.conditions_met,
            fact.on(),
            reason,
            payment.map(|payment| payment.invoice.as_str()),
            voucher,
            payment.map(|payment| payment.account.as_str()),
            payment.map(|payment| payment.cost_centre.as_str()),
            payment.map(|payment| i64::from(payment.posting_year)),
            fact.reverses().map(i64::from),
            stored(entry.recorded_at),
            &entry.office,
            aid.map(StateAid::code),
            provision,
            de_minimis.map(Money::cents),
            payment
                .and_then(|payment| payment.instalment)
                .map(i64::from),
        )?;
        self.next_change().await?;
        self.keep_standings(decision.into()).await
    }

    /// The entries about the commitments of a decision, or of one line of it, in their order.
    pub async fn commitment_entries(
        &mut self,
        decision: DecisionId,
        line: Option<u32>,
    ) -> Result<Vec<CommitmentEntryRow>, StoreError> {
        let (decision, line) = (Uuid::from(decision), line.map(i64::from));
        let rows: Vec<EntryColumns> = fetch_all!(self, OF_DECISION, decision, line)?;
        rows.into_iter().map(CommitmentEntryRow::try_from).collect()
    }

    /// What counts as de minimis aid to a beneficiary since a day, of all its projects.
    pub async fn de_minimis_of(
        &mut self,
        beneficiary: OrganisationId,
        since: Date,
    ) -> Result<Money, StoreError> {
        let (cents,): (i64,) = fetch_one!(self, DE_MINIMIS, Uuid::from(beneficiary), since)?;
        Ok(Money::from_cents(cents))
    }

    /// One commitment of a signed decision.
    pub async fn commitment(
        &mut self,
        key: CommitmentKey,
    ) -> Result<Option<StandingCommitment>, StoreError> {
        let (decision, line) = (Uuid::from(key.decision), i64::from(key.line));
        let row: Option<StandingRow> = fetch_optional!(self, ONE, decision, line)?;
        row.map(StandingCommitment::try_from).transpose()
    }

    /// The commitments of a signed decision as they stand, by line.
    pub async fn standing_commitments(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<StandingCommitment>, StoreError> {
        let rows: Vec<StandingRow> = fetch_all!(self, ALL_OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(StandingCommitment::try_from).collect()
    }

    /// The commitments of a project's signed decisions, the earliest section first; also those
    /// whose decision another one ended.
    pub async fn commitments_of_project(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<StandingCommitment>, StoreError> {
        let rows: Vec<StandingRow> = fetch_all!(self, OF_PROJECT, Uuid::from(project))?;
        rows.into_iter().map(StandingCommitment::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct MovesColumns {
    released_cents: i64,
    paid_cents: i64,
    recovered_cents: i64,
    conditions_met: i64,
}

impl From<MovesColumns> for Moves {
    fn from(row: MovesColumns) -> Self {
        Self {
            released: Money::from_cents(row.released_cents),
            paid: Money::from_cents(row.paid_cents),
            recovered: Money::from_cents(row.recovered_cents),
            conditions_met: row.conditions_met,
        }
    }
}

/// A row of a `standing` question.
#[derive(sqlx::FromRow)]
pub(crate) struct StandingRow {
    line: i64,
    is_ended: i32,
    #[sqlx(flatten)]
    placed: PlacedRow,
    #[sqlx(flatten)]
    moves: MovesColumns,
}

impl TryFrom<StandingRow> for StandingCommitment {
    type Error = StoreError;

    fn try_from(row: StandingRow) -> Result<Self, StoreError> {
        let decision = row.placed.decision();
        let of = RowOf {
            table: "commitment",
            key: &decision,
        };
        let line = of.read("line", row.line.try_into())?;
        let (section, commitment) = row.placed.read()?;
        let of = RowOf {
            table: "commitment_entry",
            key: &decision,
        };
        let position = Position::of(&commitment, row.moves.into(), row.is_ended == 1);
        Ok(Self {
            key: CommitmentKey { decision, line },
            section,
            position: of.known("paid_cents", position)?,
            commitment,
        })
    }
}

#[derive(sqlx::FromRow)]
struct EntryColumns {
    id: Uuid,
    line: i64,
    number: i64,
    kind: String,
    #[sqlx(flatten)]
    moves: MovesColumns,
    happened_on: Option<Date>,
    reason: String,
    invoice: Option<String>,
    voucher: Option<String>,
    account: Option<String>,
    cost_centre: Option<String>,
    posting_year: Option<i64>,
    reverses: Option<i64>,
    recorded_at: OffsetDateTime,
    office: String,
    aid: Option<String>,
    provision: Option<String>,
    de_minimis_cents: Option<i64>,
    instalment: Option<i64>,
}

impl TryFrom<EntryColumns> for CommitmentEntryRow {
    type Error = StoreError;

    fn try_from(row: EntryColumns) -> Result<Self, StoreError> {
        let id = row.id;
        let of = RowOf {
            table: "commitment_entry",
            key: &id,
        };
        let line = of.read("line", row.line.try_into())?;
        let number = of.read("number", row.number.try_into())?;
        let kind = of.known("kind", EntryKind::from_code(&row.kind))?;
        let moves = Moves::from(row.moves);
        let reason = row.reason;
        let on = || of.known("happened_on", row.happened_on);
        let fact = match kind {
            EntryKind::ConditionMet => EntryFact::ConditionMet {
                by: reason,
                on: on()?,
            },
            EntryKind::Released => EntryFact::Released {
                amount: moves.released,
                reason,
                on: on()?,
            },
            EntryKind::Lapsed => EntryFact::Lapsed {
                amount: moves.released,
                reason,
                on: on()?,
            },
            EntryKind::Paid => {
                let year = of.known("posting_year", row.posting_year)?;
                let instalment = row.instalment.map(u32::try_from);
                EntryFact::Paid(Payment {
                    amount: moves.paid,
                    invoice: of.known("invoice", row.invoice)?,
                    voucher: of.known("voucher", row.voucher)?,
                    account: of.known("account", row.account)?,
                    cost_centre: of.known("cost_centre", row.cost_centre)?,
                    posting_year: of.read("posting_year", year.try_into())?,
                    on: on()?,
                    instalment: of.read("instalment", instalment.transpose())?,
                })
            }
            EntryKind::Recovered => EntryFact::Recovered {
                amount: moves.recovered,
                reason,
                voucher: of.known("voucher", row.voucher)?,
                on: on()?,
            },
            EntryKind::AidAssessed => {
                let aid = row.aid.as_deref().and_then(StateAid::from_code);
                EntryFact::AidAssessed {
                    aid: of.known("aid", aid)?,
                    provision: of.known("provision", row.provision)?,
                    de_minimis: row.de_minimis_cents.map(Money::from_cents),
                    reason,
                    on: on()?,
                }
            }
            EntryKind::Reversed => {
                let entry = of.known("reverses", row.reverses)?;
                EntryFact::Reversed {
                    entry: of.read("reverses", entry.try_into())?,
                    reason,
                }
            }
        };
        Ok(Self {
            line,
            entry: CommitmentEntry {
                id: id.into(),
                number,
                fact,
                recorded_at: row.recorded_at,
                office: row.office,
            },
            moves,
        })
    }
}
