//! Work that is done later.

use domain::id::JobId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, one_row};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into job (id, kind, idempotency_key, due_at, attempts, payload)
    values ($1, $2, $3, $4, 0, $5)
    on conflict (idempotency_key) do nothing";
const DUE: &str = "
    select id, kind, due_at, attempts, payload
      from job
     where done_at is null and due_at <= $1
     order by due_at, idempotency_key
     limit $2";
const DUE_ONE: &str = "
    select id, kind, due_at, attempts, payload
      from job
     where id = $1 and done_at is null and due_at <= $2";
const HOLD: &str = "update job set due_at = $2 where id = $1 and done_at is null";
const RETRY: &str = "
    update job set attempts = attempts + 1, due_at = $2 where id = $1 and done_at is null";
const FINISH: &str = "
    update job set attempts = attempts + 1, result = $2, done_at = $3
     where id = $1 and done_at is null";

/// A job to be added.
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    /// Its identity.
    pub id: JobId,
    /// What kind of work.
    pub kind: &'a str,
    /// What makes it the same job if it is added again.
    pub key: &'a str,
    /// From when it is to be done.
    pub due_at: OffsetDateTime,
    /// What it needs, as JSON.
    pub payload: &'a str,
}

/// A job that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its identity.
    pub id: JobId,
    /// What kind of work.
    pub kind: String,
    /// From when it is to be done.
    pub due_at: OffsetDateTime,
    /// How often it was tried.
    pub attempts: u32,
    /// What it needs, as JSON.
    pub payload: String,
}

impl Tx {
    /// Adds a job; `false` where its key was added before.
    pub async fn add_job(&mut self, job: &NewJob<'_>) -> Result<bool, StoreError> {
        let added = execute!(
            self,
            ADD,
            Uuid::from(job.id),
            job.kind,
            job.key,
            stored(job.due_at),
            job.payload
        )?;
        Ok(added == 1)
    }

    /// The jobs that are due and not done, the longest due first.
    pub async fn due_jobs(
        &mut self,
        now: OffsetDateTime,
        limit: u32,
    ) -> Result<Vec<Job>, StoreError> {
        let rows: Vec<JobRow> = fetch_all!(self, DUE, stored(now), i64::from(limit))?;
        rows.into_iter().map(Job::try_from).collect()
    }

    /// A job, if it is still due: somebody else may have done it or begun to do it meanwhile.
    pub async fn due_job(
        &mut self,
        id: JobId,
        now: OffsetDateTime,
    ) -> Result<Option<Job>, StoreError> {
        let row: Option<JobRow> = fetch_optional!(self, DUE_ONE, Uuid::from(id), stored(now))?;
        row.map(Job::try_from).transpose()
    }

    /// Keeps a job from everybody else until an instant, at which it is due again should nobody
    /// have finished it.
    pub async fn hold_job(&mut self, id: JobId, until: OffsetDateTime) -> Result<(), StoreError> {
        let rows = execute!(self, HOLD, Uuid::from(id), stored(until))?;
        one_row("a job that is not done", rows)
    }

    /// Counts a failed attempt and sets when to try again.
    pub async fn retry_job(&mut self, id: JobId, due_at: OffsetDateTime) -> Result<(), StoreError> {
        let rows = execute!(self, RETRY, Uuid::from(id), stored(due_at))?;
        one_row("a job that is not done", rows)
    }

    /// Records that a job is done, with its result as JSON.
    pub async fn finish_job(
        &mut self,
        id: JobId,
        result: &str,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let rows = execute!(self, FINISH, Uuid::from(id), result, stored(at))?;
        one_row("a job that is not done", rows)
    }
}

#[derive(sqlx::FromRow)]
struct JobRow {
    id: Uuid,
    kind: String,
    due_at: OffsetDateTime,
    attempts: i64,
    payload: String,
}

impl TryFrom<JobRow> for Job {
    type Error = StoreError;

    fn try_from(row: JobRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "job",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            attempts: of.read("attempts", row.attempts.try_into())?,
            kind: row.kind,
            due_at: row.due_at,
            payload: row.payload,
        })
    }
}
