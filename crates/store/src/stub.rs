//! What stands publicly in the place of decisions.

use domain::id::DecisionId;
use domain::stub::{Ended, Stub, StubKind};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, one_row, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

/// The condition that no stub stands in the place of a decision `$decision`, for public lists.
macro_rules! no_stub {
    ($decision:literal) => {
        concat!(
            $decision,
            ".id not in (select s.decision from stub s where s.ended_at is null)"
        )
    };
}

pub(crate) use no_stub;

const ADD: &str = "
    insert into stub (id, decision, kind, reason, hides_title, made_at, made_by, office,
        added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const END: &str = "
    update stub set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null";
const HOLDS: &str = "
    select id, decision, kind, reason, hides_title, made_at, made_by, office, ended_at, end_reason
      from stub
     where decision = $1 and ended_at is null";
const OF_DECISION: &str = "
    select id, decision, kind, reason, hides_title, made_at, made_by, office, ended_at, end_reason
      from stub
     where decision = $1
     order by added_number desc";
const TOUCH: &str = "
    update decision set version = version + 1, changed_at = $3, change_number = $4
     where id = $1 and version = $2";

impl Tx {
    /// Adds a stub; [`StoreError::Unique`] `stub` where one holds already.
    pub async fn add_stub(&mut self, stub: &Stub) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(stub.id),
            Uuid::from(stub.decision),
            stub.kind.code(),
            &stub.reason,
            stub.hides_title,
            stored(stub.made_at),
            Uuid::from(stub.made_by),
            &stub.office,
            added_number,
        )
        .map_err(unique("stub"))?;
        self.keep_standings(stub.decision.into()).await?;
        self.keep_words(stub.decision.into()).await
    }

    /// Ends a stub that holds.
    pub async fn end_stub(&mut self, stub: &Stub, ended: &Ended) -> Result<(), StoreError> {
        let (at, reason) = (stored(ended.at), &ended.reason);
        let rows = execute!(self, END, Uuid::from(stub.id), at, reason)?;
        self.next_change().await?;
        self.keep_standings(stub.decision.into()).await?;
        self.keep_words(stub.decision.into()).await?;
        one_row("a stub that holds", rows)
    }

    /// The stub that stands in the place of a decision now.
    pub async fn stub_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Option<Stub>, StoreError> {
        let row: Option<StubRow> = fetch_optional!(self, HOLDS, Uuid::from(decision))?;
        row.map(Stub::try_from).transpose()
    }

    /// Every stub of a decision, the last first.
    pub async fn stubs_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Stub>, StoreError> {
        let rows: Vec<StubRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(Stub::try_from).collect()
    }

    /// Raises the version of a decision whose own row stays as it is, because something that
    /// belongs to it changes.
    pub async fn touch_decision(
        &mut self,
        id: DecisionId,
        version: i64,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let change = self.next_change().await?;
        let rows = execute!(self, TOUCH, Uuid::from(id), version, stored(at), change)?;
        Saved::over(version, "the version of a decision", rows)
    }
}

#[derive(sqlx::FromRow)]
struct StubRow {
    id: Uuid,
    decision: Uuid,
    kind: String,
    reason: String,
    hides_title: bool,
    made_at: OffsetDateTime,
    made_by: Uuid,
    office: String,
    ended_at: Option<OffsetDateTime>,
    end_reason: Option<String>,
}

impl TryFrom<StubRow> for Stub {
    type Error = StoreError;

    fn try_from(row: StubRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "stub",
            key: &row.id,
        };
        Ok(Self {
            kind: of.known("kind", StubKind::from_code(&row.kind))?,
            ended: row
                .ended_at
                .zip(row.end_reason)
                .map(|(at, reason)| Ended { at, reason }),
            id: row.id.into(),
            decision: row.decision.into(),
            reason: row.reason,
            hides_title: row.hides_title,
            made_at: row.made_at,
            made_by: row.made_by.into(),
            office: row.office,
        })
    }
}
