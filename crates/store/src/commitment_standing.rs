//! Where each commitment stands, kept beside it: what lists and sums are made from.
//!
//! Everything that moves a commitment (its signing, an entry about it, the publication of its
//! decision, a stub, a decision that ends it) keeps its standing in the same transaction.

use domain::commitment::CommitmentKey;
use domain::id::DecisionId;
use uuid::Uuid;

use crate::commitment_entry::{each_commitment, with_entries};
use crate::decision::{not_ended, not_ended_by_signed};
use crate::error::RowOf;
use crate::stub::no_stub;
use crate::tx::{execute, fetch_all};
use crate::{StoreError, Tx};

/// What the facts add up to, of commitments that are narrowed.
macro_rules! computed {
    ($narrowed:literal) => {
        concat!(
            "select c.decision, c.line, c.year, c.budget_line, d.series, d.section_year,
                    d.section_number, d.project,
                    case when sum(e.conditions_met) > 0 then 'granted' else c.strength end
                        as strength,
                    cast(case when ",
            not_ended_by_signed!("d"),
            " then c.amount_cents - coalesce(sum(e.released_cents + e.recovered_cents), 0)
                      else nullif(sum(e.paid_cents - e.recovered_cents), 0) end as bigint)
                        as drawn_cents,
                    cast(case when d.publication_number is null or not (",
            no_stub!("d"),
            ") then null when ",
            not_ended!("d"),
            " then c.amount_cents - coalesce(sum(e.released_cents + e.recovered_cents), 0)
                      else nullif(sum(e.paid_cents - e.recovered_cents), 0) end as bigint)
                        as publicly_drawn_cents,
                    cast(coalesce(sum(e.paid_cents - e.recovered_cents), 0) as bigint)
                        as paid_cents",
            with_entries!(),
            $narrowed,
            each_commitment!()
        )
    };
}

/// Keeps the standing of the commitments of a decision, and of those that it ends.
const KEEP: &str = concat!(
    "insert into commitment_standing (decision, line, year, budget_line, series, section_year,
         section_number, project, strength, drawn_cents, publicly_drawn_cents, paid_cents) ",
    computed!(
        "where c.decision in (select $1 union
                              select x.target from decision_change x where x.decision = $1)"
    ),
    " on conflict (decision, line) do update
         set strength = excluded.strength, drawn_cents = excluded.drawn_cents,
             publicly_drawn_cents = excluded.publicly_drawn_cents,
             paid_cents = excluded.paid_cents"
);
const WRONG: &str = concat!(
    "select f.decision, f.line from (",
    computed!("where true"),
    ") f
      where not exists (
            select 1 from commitment_standing s
             where s.decision = f.decision and s.line = f.line
               and s.year is not distinct from f.year
               and s.budget_line is not distinct from f.budget_line
               and s.series = f.series and s.section_year = f.section_year
               and s.section_number = f.section_number
               and s.project is not distinct from f.project and s.strength = f.strength
               and s.drawn_cents is not distinct from f.drawn_cents
               and s.publicly_drawn_cents is not distinct from f.publicly_drawn_cents
               and s.paid_cents = f.paid_cents)
      order by f.decision, f.line"
);

impl Tx {
    /// Keeps where the commitments of a frozen decision stand, and those of the decisions that it
    /// changes. Every method that moves one of them calls it.
    pub(crate) async fn keep_standings(&mut self, decision: Uuid) -> Result<(), StoreError> {
        execute!(self, KEEP, decision)?;
        Ok(())
    }

    /// The commitments whose kept standing is not what the facts add up to.
    pub async fn wrong_standings(&mut self) -> Result<Vec<CommitmentKey>, StoreError> {
        let rows: Vec<(Uuid, i64)> = fetch_all!(self, WRONG)?;
        rows.into_iter()
            .map(|(decision, line)| {
                let decision = DecisionId::from(decision);
                let of = RowOf {
                    table: "commitment",
                    key: &decision,
                };
                let line = of.read("line", line.try_into())?;
                Ok(CommitmentKey { decision, line })
            })
            .collect()
    }
}
