//! Work that is done later.

use domain::id::JobId;
use time::OffsetDateTime;

use crate::{StoreError, Tx};

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
        let _ = job;
        todo!()
    }

    /// The jobs that are due and not done, the longest due first.
    pub async fn due_jobs(
        &mut self,
        now: OffsetDateTime,
        limit: u32,
    ) -> Result<Vec<Job>, StoreError> {
        let _ = (now, limit);
        todo!()
    }

    /// Counts a failed attempt and sets when to try again.
    pub async fn retry_job(&mut self, id: JobId, due_at: OffsetDateTime) -> Result<(), StoreError> {
        let _ = (id, due_at);
        todo!()
    }

    /// Records that a job is done, with its result as JSON.
    pub async fn finish_job(
        &mut self,
        id: JobId,
        result: &str,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let _ = (id, result, at);
        todo!()
    }
}
