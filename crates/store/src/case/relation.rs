//! Relations of cases: one row, read from both sides.

use domain::case::{Case, CaseRelation, RelationKind};
use domain::id::{CaseId, CaseRelationId};
use uuid::Uuid;

use super::CaseRow;
use crate::error::{RowOf, unique};
use crate::tx::{execute, fetch_all};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into case_relation (id, city_case, kind, other_case, added_number)
    values ($1, $2, $3, $4, $5)";
const REMOVE: &str = "delete from case_relation where id = $1";
const OF_CASE: &str = "
    select r.id as relation_id, r.kind, r.city_case = $1 as is_first,
           c.id as case_id, c.version as case_version, c.number as case_number,
           c.public_title as case_title
      from case_relation r
      join city_case c on c.id = case when r.city_case = $1 then r.other_case else r.city_case end
     where r.city_case = $1 or r.other_case = $1
     order by r.added_number";

impl Tx {
    /// Adds a relation; [`StoreError::Unique`] `case_relation` where the same is there.
    pub async fn add_case_relation(&mut self, relation: CaseRelation) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let stored = relation.canonical();
        execute!(
            self,
            ADD,
            Uuid::from(stored.id),
            Uuid::from(stored.case),
            stored.kind.code(),
            Uuid::from(stored.other),
            added_number,
        )
        .map_err(unique("case_relation"))?;
        Ok(())
    }

    /// Removes a relation; `false` where it is not there.
    pub async fn remove_case_relation(&mut self, id: CaseRelationId) -> Result<bool, StoreError> {
        let rows = execute!(self, REMOVE, Uuid::from(id))?;
        self.next_change().await?;
        Ok(rows == 1)
    }

    /// The relations of a case, read from it, each with the other case.
    pub async fn case_relations(
        &mut self,
        case: CaseId,
    ) -> Result<Vec<(CaseRelation, Case)>, StoreError> {
        let rows: Vec<RelationRow> = fetch_all!(self, OF_CASE, Uuid::from(case))?;
        rows.into_iter().map(|row| row.read(case)).collect()
    }
}

#[derive(sqlx::FromRow)]
struct RelationRow {
    relation_id: Uuid,
    kind: String,
    is_first: bool,
    #[sqlx(flatten)]
    other: CaseRow,
}

impl RelationRow {
    fn read(self, case: CaseId) -> Result<(CaseRelation, Case), StoreError> {
        let of = RowOf {
            table: "case_relation",
            key: &self.relation_id,
        };
        let kind = of.known("kind", RelationKind::from_code(&self.kind))?;
        let other = Case::try_from(self.other)?;
        let relation = CaseRelation {
            id: self.relation_id.into(),
            case,
            kind: if self.is_first { kind } else { kind.inverse() },
            other: other.id,
        };
        Ok((relation, other))
    }
}
