//! The register fields of a case, and its way from state to state.

use domain::case::{Case, CaseFacts, CaseRecord, CaseState, CaseStep, CaseWork, ClassCode};
use domain::id::{CaseId, DecisionId, ProjectId};
use domain::publicity::Personal;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::{CaseRow, list_year, searched};
use crate::error::{RowOf, one_row};
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{StoreError, Tx};

const SAVE_FACTS: &str = "
    update city_case
       set internal_title = $2, case_class = $3, pending_since = $4, search_text = $5,
           list_year = $6
     where id = $1";
const BY_ID: &str = "
    select id as case_id, version as case_version, number as case_number,
           public_title as case_title, internal_title, case_class, pending_since, state, closed_on,
           created_at, disposed_at
      from city_case
     where id = $1";
const MOVE: &str = "
    update city_case
       set version = version + 1, state = $2, closed_on = $3, changed_at = $4
     where id = $1";
const ADD_STEP: &str = "
    insert into case_step (city_case, ordinal, state, moved_on, reason, office, recorded_at)
    select $1, cast(count(*) + 1 as bigint), $2, $3, $4, $5, $6
      from case_step
     where city_case = $1";
const STEPS: &str = "
    select state, moved_on, reason, office from case_step where city_case = $1 order by ordinal";
const WORK: &str = "
    select (select count(*) from decision d where d.city_case = $1 and d.content is not null),
           (select count(*) from decision d
             where d.city_case = $1 and d.state in ('draft', 'awaiting_signature')),
           (select count(*) from filing f join decision d on d.id = f.decision
             where d.city_case = $1 and f.outcome is null)";
const PROJECTS: &str = "
    select id from project where city_case = $1
    union
    select project from decision where city_case = $1 and project is not null";
const DECISIONS: &str = "
    select id from decision where city_case = $1 order by created_at, change_number";

impl Tx {
    /// A case with its register fields.
    pub async fn case_record(&mut self, id: CaseId) -> Result<Option<CaseRecord>, StoreError> {
        let row: Option<RecordRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(CaseRecord::try_from).transpose()
    }

    /// Saves the register fields of a case that was added or saved in the same transaction.
    pub async fn save_case_facts(
        &mut self,
        case: &Case,
        facts: &CaseFacts,
        registered_at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let internal_title = facts.internal_title.reveal_to_official();
        let rows = execute!(
            self,
            SAVE_FACTS,
            Uuid::from(case.id),
            internal_title,
            facts.class.as_ref().map(ClassCode::as_str),
            facts.pending_since,
            searched(case, internal_title),
            list_year(case, facts.pending_since, registered_at),
        )?;
        one_row("the register fields of a case", rows)
    }

    /// Brings a case to a state and writes the step down. `closed_on` is the day of its closing
    /// while it is closed.
    pub async fn move_case(
        &mut self,
        id: CaseId,
        step: &CaseStep,
        closed_on: Option<Date>,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let state = step.state.code();
        let rows = execute!(self, MOVE, Uuid::from(id), state, closed_on, stored(at))?;
        one_row("the state of a case", rows)?;
        self.add_case_step(id, step, at).await?;
        self.next_change().await?;
        Ok(())
    }

    /// Writes a step down: the opening, and each move.
    pub async fn add_case_step(
        &mut self,
        id: CaseId,
        step: &CaseStep,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let rows = execute!(
            self,
            ADD_STEP,
            Uuid::from(id),
            step.state.code(),
            step.on,
            &step.reason,
            &step.office,
            stored(at),
        )?;
        one_row("the step of a case", rows)
    }

    /// Every step of a case, the oldest first.
    pub async fn case_steps(&mut self, id: CaseId) -> Result<Vec<CaseStep>, StoreError> {
        let rows: Vec<(String, Date, String, Option<String>)> =
            fetch_all!(self, STEPS, Uuid::from(id))?;
        let of = RowOf {
            table: "case_step",
            key: &id,
        };
        let steps = rows.into_iter().map(|(state, on, reason, office)| {
            Ok(CaseStep {
                state: of.known("state", CaseState::from_code(&state))?,
                on,
                reason,
                office,
            })
        });
        steps.collect()
    }

    /// What is under way in a case.
    pub async fn case_work(&mut self, id: CaseId) -> Result<CaseWork, StoreError> {
        let (decided, undecided, open_filings): (i64, i64, i64) =
            fetch_one!(self, WORK, Uuid::from(id))?;
        let of = RowOf {
            table: "city_case",
            key: &id,
        };
        Ok(CaseWork {
            decided: of.read("id", decided.try_into())?,
            undecided: of.read("id", undecided.try_into())?,
            open_filings: of.read("id", open_filings.try_into())?,
        })
    }

    /// The projects of a case and those that its decisions fund.
    pub async fn projects_of_case(&mut self, id: CaseId) -> Result<Vec<ProjectId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(self, PROJECTS, Uuid::from(id))?;
        Ok(rows.into_iter().map(|(id,)| id.into()).collect())
    }

    /// The decisions of a case, the first begun first.
    pub async fn decisions_of_case(&mut self, id: CaseId) -> Result<Vec<DecisionId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(self, DECISIONS, Uuid::from(id))?;
        Ok(rows.into_iter().map(|(id,)| id.into()).collect())
    }
}

#[derive(sqlx::FromRow)]
struct RecordRow {
    #[sqlx(flatten)]
    case: CaseRow,
    internal_title: String,
    case_class: Option<String>,
    pending_since: Option<Date>,
    state: String,
    closed_on: Option<Date>,
    created_at: OffsetDateTime,
    disposed_at: Option<OffsetDateTime>,
}

impl TryFrom<RecordRow> for CaseRecord {
    type Error = StoreError;

    fn try_from(row: RecordRow) -> Result<Self, StoreError> {
        let case = Case::try_from(row.case)?;
        let of = RowOf {
            table: "city_case",
            key: &case.id,
        };
        let class = row.case_class.map(|code| code.parse()).transpose();
        Ok(Self {
            facts: CaseFacts {
                internal_title: Personal::new(row.internal_title),
                class: of.read("case_class", class)?,
                pending_since: row.pending_since,
            },
            state: of.known("state", CaseState::from_code(&row.state))?,
            closed_on: row.closed_on,
            registered_at: row.created_at,
            disposed_at: row.disposed_at,
            case,
        })
    }
}
