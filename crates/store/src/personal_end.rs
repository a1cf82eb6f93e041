//! Which decisions' personal data has left the public, as far as that was written down.

use domain::id::DecisionId;
use domain::period::PeriodDates;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::RowOf;
use crate::period::{PeriodRow, period_columns};
use crate::tx::{execute, fetch_all, stored};
use crate::{StoreError, Tx};

const UNRECORDED: &str = concat!(
    "select d.id, ",
    period_columns!("d"),
    " from decision d
     where d.publication_number is not null
       and d.period_last_day <= $1
       and d.id not in (select e.decision from personal_end e)
     order by d.publication_number
     limit $2"
);
const ADD: &str = "
    insert into personal_end (decision, recorded_at) values ($1, $2)
    on conflict (decision) do nothing";

impl Tx {
    /// Published decisions whose municipal member's last day is `day` or earlier and of which it is
    /// not written down that their personal data left the public. The closing hour of the last day
    /// is looked at by the caller.
    pub async fn unrecorded_personal_ends(
        &mut self,
        day: Date,
        limit: u32,
    ) -> Result<Vec<(DecisionId, PeriodDates)>, StoreError> {
        let rows: Vec<EndRow> = fetch_all!(self, UNRECORDED, day, i64::from(limit))?;
        rows.into_iter()
            .map(|row| {
                let of = RowOf {
                    table: "decision",
                    key: &row.id,
                };
                let period = row.period.read(&of)?;
                Ok((row.id.into(), of.known("period_last_day", period)?))
            })
            .collect()
    }

    /// Writes down that the personal data of a decision left the public; `false` where that was
    /// written down before.
    pub async fn record_personal_end(
        &mut self,
        decision: DecisionId,
        at: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let rows = execute!(self, ADD, Uuid::from(decision), stored(at))?;
        Ok(rows == 1)
    }
}

#[derive(sqlx::FromRow)]
struct EndRow {
    id: Uuid,
    #[sqlx(flatten)]
    period: PeriodRow,
}
