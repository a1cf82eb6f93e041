//! The call-in right (otto-oikeus): officers' decisions that no meeting has left as they are, and
//! the meetings that did.

use domain::id::{CallInId, DecisionId, UserId};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::{LineRow, line_columns};
use crate::error::{one_row, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{DecisionLineRow, StoreError, Tx};

const ADD: &str = "
    insert into call_in (id, held_on, section, recorded_at, recorded_by, office, added_number)
    values ($1, $2, $3, $4, $5, $6, $7)";
const CLOSE: &str = "insert into call_in_decision (decision, call_in) values ($1, $2)";
/// Officers' decisions alone: what a body decided is not called in here.
const OPEN: &str = concat!(
    "select ",
    line_columns!(),
    " from decision d
      join section_series s on s.slug = d.series
     where d.content is not null and s.kind = 'officer'
       and not exists (select 1 from call_in_decision c where c.decision = d.id)
     order by d.change_number"
);
const OF_DECISION: &str = "
    select m.id, m.held_on, m.section, m.recorded_at, m.recorded_by, m.office
      from call_in m
      join call_in_decision c on c.call_in = m.id
     where c.decision = $1";
const LAST: &str = "
    select id, held_on, section, recorded_at, recorded_by, office
      from call_in
     order by held_on desc, added_number desc
     limit 1";

/// A meeting that left officers' decisions as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallIn {
    /// Its identity.
    pub id: CallInId,
    /// The day of the meeting.
    pub held_on: Date,
    /// The section of its minutes, e.g. `§ 160`.
    pub section: String,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// By which account.
    pub recorded_by: UserId,
    /// The office of the one who recorded it.
    pub office: String,
}

impl Tx {
    /// Adds a meeting that left decisions as they are; [`StoreError::Unique`] `call_in` where
    /// another meeting has left one of them before.
    pub async fn add_call_in(
        &mut self,
        meeting: &CallIn,
        decisions: &[DecisionId],
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let rows = execute!(
            self,
            ADD,
            Uuid::from(meeting.id),
            meeting.held_on,
            &meeting.section,
            stored(meeting.recorded_at),
            Uuid::from(meeting.recorded_by),
            &meeting.office,
            added_number,
        )?;
        one_row("a meeting", rows)?;
        for decision in decisions {
            execute!(self, CLOSE, Uuid::from(*decision), Uuid::from(meeting.id))
                .map_err(unique("call_in"))?;
        }
        Ok(())
    }

    /// Officers' frozen decisions that no meeting has left as they are, the oldest first.
    pub async fn decisions_open_to_call_in(&mut self) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, OPEN)?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }

    /// The meeting that left a decision as it is, if one has.
    pub async fn call_in_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Option<CallIn>, StoreError> {
        let row: Option<CallInRow> = fetch_optional!(self, OF_DECISION, Uuid::from(decision))?;
        Ok(row.map(CallIn::from))
    }

    /// The last meeting that was recorded.
    pub async fn last_call_in(&mut self) -> Result<Option<CallIn>, StoreError> {
        let row: Option<CallInRow> = fetch_optional!(self, LAST)?;
        Ok(row.map(CallIn::from))
    }
}

#[derive(sqlx::FromRow)]
struct CallInRow {
    id: Uuid,
    held_on: Date,
    section: String,
    recorded_at: OffsetDateTime,
    recorded_by: Uuid,
    office: String,
}

impl From<CallInRow> for CallIn {
    fn from(row: CallInRow) -> Self {
        Self {
            id: row.id.into(),
            held_on: row.held_on,
            section: row.section,
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by.into(),
            office: row.office,
        }
    }
}
