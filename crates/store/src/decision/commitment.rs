//! The commitments that frozen decisions make.

use domain::Money;
use domain::decision::{Commitment, CommitmentStrength};
use domain::id::{DecisionId, ProjectId};
use domain::section::Section;
use uuid::Uuid;

use super::SectionRow;
use crate::commitment_entry::{each_commitment, with_entries};
use crate::error::RowOf;
use crate::tx::{execute, fetch_all};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into commitment (decision, line, year, amount_cents, strength, budget_line, condition)
    values ($1, $2, $3, $4, $5, $6, $7)";
const OF_DECISION: &str = "
    select decision, year, amount_cents, strength, budget_line, condition
      from commitment
     where decision = $1
     order by line";
/// As they stand, as far as everybody may know it.
const PUBLISHED_OF_PROJECT: &str = "
    select s.decision, s.year, s.publicly_drawn_cents as amount_cents, s.strength, s.budget_line,
           case when s.strength = 'conditional' then c.condition end as condition, s.series,
           s.section_year, s.section_number
      from commitment_standing s
      join commitment c on c.decision = s.decision and c.line = s.line
      join decision d on d.id = s.decision
     where s.project = $1 and s.publicly_drawn_cents > 0
     order by d.publication_number desc, s.line";
/// As they stand: without what was released or recovered, and granted where a condition is met.
pub(crate) const SIGNED_OF_PROJECT: &str = concat!(
    "select c.decision, c.year,
            cast(c.amount_cents - coalesce(sum(e.released_cents + e.recovered_cents), 0) as bigint)
                as amount_cents,
            case when sum(e.conditions_met) > 0 then 'granted' else c.strength end as strength,
            c.budget_line,
            case when sum(e.conditions_met) > 0 then null else c.condition end as condition,
            d.series, d.section_year, d.section_number",
    with_entries!(),
    "where d.project = $1 and d.id <> $2 and d.content is not null
       and not exists (select 1 from decision_change x
                        where x.target = d.id and x.effect <> 'amends' and x.decision <> $2)",
    each_commitment!(),
    "having c.amount_cents > coalesce(sum(e.released_cents + e.recovered_cents), 0)
      order by d.section_year, d.series, d.section_number, c.line"
);

impl Tx {
    /// The commitments that a signed decision made, by line.
    pub async fn commitments_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Commitment>, StoreError> {
        let rows: Vec<CommitmentRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(Commitment::try_from).collect()
    }

    /// The commitments of a project's published decisions as they stand, the last published first;
    /// of one that a published decision ended, only what was paid all the same.
    pub async fn published_commitments(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<(Section, Commitment)>, StoreError> {
        let rows: Vec<PlacedRow> = fetch_all!(self, PUBLISHED_OF_PROJECT, Uuid::from(project))?;
        rows.into_iter().map(PlacedRow::read).collect()
    }

    /// The commitments that other signed decisions made to a project, whether published or not, as
    /// they stand now, the earliest section first; of one that a signed decision ended, none.
    pub async fn signed_commitments(
        &mut self,
        project: ProjectId,
        but_not_of: DecisionId,
    ) -> Result<Vec<(Section, Commitment)>, StoreError> {
        let rows: Vec<PlacedRow> = fetch_all!(
            self,
            SIGNED_OF_PROJECT,
            Uuid::from(project),
            Uuid::from(but_not_of)
        )?;
        rows.into_iter().map(PlacedRow::read).collect()
    }

    /// Writes the commitments of a decision that is being frozen.
    pub(super) async fn add_commitments(
        &mut self,
        decision: Uuid,
        commitments: &[Commitment],
    ) -> Result<(), StoreError> {
        for (line, commitment) in (1_i64..).zip(commitments) {
            execute!(
                self,
                ADD,
                decision,
                line,
                commitment.year.map(i64::from),
                commitment.amount.cents(),
                commitment.strength.code(),
                commitment.budget_line.as_deref(),
                commitment.condition.as_deref(),
            )?;
        }
        Ok(())
    }
}

#[derive(sqlx::FromRow)]
struct CommitmentRow {
    decision: Uuid,
    year: Option<i64>,
    amount_cents: i64,
    strength: String,
    budget_line: Option<String>,
    condition: Option<String>,
}

/// A commitment with the place of its decision.
#[derive(sqlx::FromRow)]
pub(crate) struct PlacedRow {
    #[sqlx(flatten)]
    commitment: CommitmentRow,
    #[sqlx(flatten)]
    section: SectionRow,
}

impl TryFrom<CommitmentRow> for Commitment {
    type Error = StoreError;

    fn try_from(row: CommitmentRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "commitment",
            key: &row.decision,
        };
        Ok(Self {
            year: of.read("year", row.year.map(u16::try_from).transpose())?,
            amount: Money::from_cents(row.amount_cents),
            strength: of.known("strength", CommitmentStrength::from_code(&row.strength))?,
            budget_line: row.budget_line,
            condition: row.condition,
        })
    }
}

impl PlacedRow {
    /// The decision that makes it.
    pub(crate) fn decision(&self) -> DecisionId {
        self.commitment.decision.into()
    }

    /// The place of its decision, and the commitment.
    pub(crate) fn read(self) -> Result<(Section, Commitment), StoreError> {
        let decision = self.commitment.decision;
        let of = RowOf {
            table: "decision",
            key: &decision,
        };
        let section = self.section.read(&of)?;
        Ok((of.known("series", section)?, self.commitment.try_into()?))
    }
}
