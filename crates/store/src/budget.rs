//! The city's budget: the decisions about it, and what was promised from its lines.

use domain::Money;
use domain::budget::{
    AppropriationBasis, BudgetDecision, BudgetDecisionKind, BudgetEntry, BudgetPlace, LineFacts,
    LineSource, Promised,
};
use domain::commitment::Drawn;
use domain::decision::CommitmentStrength;
use domain::id::{BudgetDecisionId, DecisionId};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::commitment_entry::{StandingRow, each_commitment, standing};
use crate::decision::not_ended_by_signed;
use crate::error::RowOf;
use crate::tx::{execute, fetch_all, stored};
use crate::{StandingCommitment, StoreError, Tx};

const ADD: &str = "
    insert into budget_decision (id, year, kind, body, decided_on, section, case_number, subject,
        recorded_at, office, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const ADD_APPROPRIATION: &str = "
    insert into appropriation (year, name, basis) values ($1, $2, $3)
    on conflict (year, name) do nothing";
const ADD_LINE: &str = "
    insert into budget_line (year, code, name, appropriation, source) values ($1, $2, $3, $4, $5)
    on conflict (year, code) do nothing";
const ADD_ENTRY: &str = "
    insert into budget_entry (decision, place, year, appropriation, line, amount_cents)
    values ($1, $2, $3, $4, $5, $6)";
const OF_YEAR: &str = "
    select id, year, kind, body, decided_on, section, case_number, subject, recorded_at, office
      from budget_decision
     where year = $1
     order by added_number";
const ENTRIES: &str = "
    select e.decision, e.amount_cents, a.name as appropriation, a.basis, l.code, l.name as line,
           l.appropriation as above, l.source
      from budget_decision d
      join budget_entry e on e.decision = d.id
      left join appropriation a on a.year = e.year and a.name = e.appropriation
      left join budget_line l on l.year = e.year and l.code = e.line
     where d.year = $1
     order by d.added_number, e.place";
const YEARS: &str = "
    select year from budget_decision
    union
    select year from commitment where year is not null
     order by 1 desc";
/// What draws on the lines of a year.
pub(crate) const PROMISED: &str = "
    select s.budget_line, s.strength, cast(sum(s.drawn_cents) as bigint) as drawn_cents,
           cast(sum(s.paid_cents) as bigint) as paid_cents
      from commitment_standing s
     where s.year = $1 and s.drawn_cents <> 0 and ($2 is null or s.decision <> $2)
     group by s.budget_line, s.strength
     order by s.budget_line";
pub(crate) const OF_LINE: &str = standing!(
    "where c.year = $1 and (c.budget_line = $2 or ($2 is null and c.budget_line is null))",
    each_commitment!(),
    "having ",
    not_ended_by_signed!("d"),
    " or sum(e.paid_cents - e.recovered_cents) <> 0
      order by d.section_year, d.series, d.section_number, c.line"
);

/// A decision about the budget, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetDecisionRow {
    /// Its identity.
    pub id: BudgetDecisionId,
    /// What it says.
    pub decision: BudgetDecision,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that recorded it, as it was called.
    pub office: String,
}

impl Tx {
    /// Adds a decision about the budget, with the appropriations and lines that it names first.
    pub async fn add_budget_decision(&mut self, row: &BudgetDecisionRow) -> Result<(), StoreError> {
        let number = self.next_change().await?;
        let BudgetDecision {
            year,
            kind,
            body,
            on,
            section,
            case_number,
            subject,
            entries,
        } = &row.decision;
        let (id, year) = (Uuid::from(row.id), i64::from(*year));
        execute!(
            self,
            ADD,
            id,
            year,
            kind.code(),
            body,
            *on,
            i64::from(*section),
            case_number.as_ref().map(ToString::to_string),
            subject,
            stored(row.recorded_at),
            &row.office,
            number,
        )?;
        for (place, entry) in (0_i64..).zip(entries) {
            let (appropriation, line) = match &entry.place {
                BudgetPlace::Appropriation { name, basis } => {
                    execute!(self, ADD_APPROPRIATION, year, name, basis.code())?;
                    (Some(name.as_str()), None)
                }
                BudgetPlace::Line(facts) => {
                    let LineFacts {
                        code,
                        name,
                        appropriation,
                        source,
                    } = facts;
                    let code = code.as_str();
                    execute!(
                        self,
                        ADD_LINE,
                        year,
                        code,
                        name,
                        appropriation,
                        source.code()
                    )?;
                    (None, Some(code))
                }
            };
            let cents = entry.amount.cents();
            execute!(self, ADD_ENTRY, id, place, year, appropriation, line, cents)?;
        }
        Ok(())
    }

    /// The decisions about the budget of a year, in the order in which they were recorded.
    pub async fn budget_decisions(
        &mut self,
        year: u16,
    ) -> Result<Vec<BudgetDecisionRow>, StoreError> {
        let year = i64::from(year);
        let rows: Vec<DecisionColumns> = fetch_all!(self, OF_YEAR, year)?;
        let entries: Vec<EntryColumns> = fetch_all!(self, ENTRIES, year)?;
        let mut decisions = Vec::with_capacity(rows.len());
        for row in rows {
            decisions.push(row.read()?);
        }
        for entry in entries {
            let id = BudgetDecisionId::from(entry.decision);
            let entry = BudgetEntry::try_from(entry)?;
            if let Some(of) = decisions
                .iter_mut()
                .find(|of: &&mut BudgetDecisionRow| of.id == id)
            {
                of.decision.entries.push(entry);
            }
        }
        Ok(decisions)
    }

    /// The years that have a budget or a promise, the last first.
    pub async fn budget_years(&mut self) -> Result<Vec<u16>, StoreError> {
        let rows: Vec<(i64,)> = fetch_all!(self, YEARS)?;
        let of = RowOf {
            table: "budget_decision",
            key: &"of a year",
        };
        rows.into_iter()
            .map(|(year,)| of.read("year", year.try_into()))
            .collect()
    }

    /// What draws on the lines of a year by signed decisions, by the number of the budget line as
    /// they wrote it; of a decision that is looked at, nothing.
    pub async fn promised_of_year(
        &mut self,
        year: u16,
        but_not_of: Option<DecisionId>,
    ) -> Result<Vec<(Option<String>, Promised)>, StoreError> {
        let but = but_not_of.map(Uuid::from);
        let rows: Vec<PromisedColumns> = fetch_all!(self, PROMISED, i64::from(year), but)?;
        let mut lines: Vec<(Option<String>, Promised)> = Vec::new();
        let of = RowOf {
            table: "commitment",
            key: &year,
        };
        for row in rows {
            let strength = CommitmentStrength::from_code(&row.strength);
            let drawn = Drawn {
                strength: of.known("strength", strength)?,
                amount: Money::from_cents(row.drawn_cents),
                paid: Money::from_cents(row.paid_cents),
            };
            let is_next = lines
                .last()
                .is_none_or(|(line, _)| *line != row.budget_line);
            if is_next {
                lines.push((row.budget_line, Promised::default()));
            }
            if let Some((_, promised)) = lines.last_mut() {
                *promised = of.known("amount_cents", promised.with(drawn))?;
            }
        }
        Ok(lines)
    }

    /// The commitments that draw on a line of a year, or on none, by the place of their decision;
    /// of a decision that a signed one ended, only what was paid all the same.
    pub async fn commitments_of_line(
        &mut self,
        year: u16,
        code: Option<&str>,
    ) -> Result<Vec<StandingCommitment>, StoreError> {
        let rows: Vec<StandingRow> = fetch_all!(self, OF_LINE, i64::from(year), code)?;
        rows.into_iter().map(StandingCommitment::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct PromisedColumns {
    budget_line: Option<String>,
    strength: String,
    drawn_cents: i64,
    paid_cents: i64,
}

#[derive(sqlx::FromRow)]
struct DecisionColumns {
    id: Uuid,
    year: i64,
    kind: String,
    body: String,
    decided_on: Date,
    section: i64,
    case_number: Option<String>,
    subject: String,
    recorded_at: OffsetDateTime,
    office: String,
}

impl DecisionColumns {
    fn read(self) -> Result<BudgetDecisionRow, StoreError> {
        let of = RowOf {
            table: "budget_decision",
            key: &self.id,
        };
        let case_number = self.case_number.map(|number| number.parse());
        Ok(BudgetDecisionRow {
            id: self.id.into(),
            decision: BudgetDecision {
                year: of.read("year", self.year.try_into())?,
                kind: of.known("kind", BudgetDecisionKind::from_code(&self.kind))?,
                body: self.body,
                on: self.decided_on,
                section: of.read("section", self.section.try_into())?,
                case_number: of.read("case_number", case_number.transpose())?,
                subject: self.subject,
                entries: Vec::new(),
            },
            recorded_at: self.recorded_at,
            office: self.office,
        })
    }
}

#[derive(sqlx::FromRow)]
struct EntryColumns {
    decision: Uuid,
    amount_cents: i64,
    appropriation: Option<String>,
    basis: Option<String>,
    code: Option<String>,
    line: Option<String>,
    above: Option<String>,
    source: Option<String>,
}

impl TryFrom<EntryColumns> for BudgetEntry {
    type Error = StoreError;

    fn try_from(row: EntryColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "budget_entry",
            key: &row.decision,
        };
        let place = match (row.appropriation, row.code) {
            (Some(name), None) => {
                let basis = row.basis.as_deref().and_then(AppropriationBasis::from_code);
                BudgetPlace::Appropriation {
                    name,
                    basis: of.known("basis", basis)?,
                }
            }
            (_, code) => {
                let source = row.source.as_deref().and_then(LineSource::from_code);
                BudgetPlace::Line(LineFacts {
                    code: of.read("code", of.known("code", code)?.try_into())?,
                    name: of.known("name", row.line)?,
                    appropriation: of.known("appropriation", row.above)?,
                    source: of.known("source", source)?,
                })
            }
        };
        Ok(Self {
            place,
            amount: Money::from_cents(row.amount_cents),
        })
    }
}
