//! Work that is done later, from one table.
//!
//! So far there is one kind, the daily clean-up. A job is found again by its key, so that
//! asking for it twice is asking once; one that fails is tried again, later each time.

use domain::id::JobId;
use store::{Job, NewJob, StoreError};
use time::{Duration, OffsetDateTime, Time};

use crate::ids::{NoRandomness, new_id};
use crate::register::Register;

/// How long results of forms are kept to answer their doubles.
pub const FORM_RESULTS: Duration = Duration::days(30);
/// Removes expired sessions, old results of forms and old counts of failures.
const CLEAN_UP: &str = "clean_up";
/// Jobs of one round.
const ROUND: u32 = 20;

/// A round of jobs could not be begun.
#[derive(Debug, thiserror::Error)]
pub enum JobsFailed {
    /// The database did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gave no randomness.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

/// Plans today's clean-up if it is not planned, and does every job that is due. Says how many
/// were done.
pub async fn run_due(register: &Register) -> Result<u32, JobsFailed> {
    let now = register.session_clock().now();
    plan_clean_up(register, now).await?;
    let due = register.read().await?.due_jobs(now, ROUND).await?;
    let mut done = 0;
    for job in due {
        match perform(register, &job, now).await {
            Ok(()) => done += 1,
            Err(error) => {
                tracing::warn!(kind = job.kind, attempts = job.attempts, %error, "a job failed");
                retry(register, &job, now).await?;
            }
        }
    }
    Ok(done)
}

async fn plan_clean_up(register: &Register, now: OffsetDateTime) -> Result<(), JobsFailed> {
    let id: JobId = new_id(now)?;
    let key = format!("{CLEAN_UP} {}", now.date());
    let mut tx = register.store().write().await?;
    tx.add_job(&NewJob {
        id,
        kind: CLEAN_UP,
        key: &key,
        due_at: now.replace_time(Time::MIDNIGHT),
        payload: "{}",
    })
    .await?;
    tx.commit().await?;
    Ok(())
}

/// What a job does and that it is done are one transaction, so that it is done once.
async fn perform(register: &Register, job: &Job, now: OffsetDateTime) -> Result<(), StoreError> {
    let mut tx = register.store().write().await?;
    let result = match job.kind.as_str() {
        CLEAN_UP => {
            let sessions = tx.forget_expired_sessions(now).await?;
            let before = register.clock().now().saturating_sub(FORM_RESULTS);
            let forms = tx.forget_form_results(before).await?;
            let counts = tx
                .forget_failed_sign_ins(now.saturating_sub(Duration::DAY))
                .await?;
            serde_json::json!({ "sessions": sessions, "forms": forms, "counts": counts })
        }
        // A kind of a later version, met after going back to this one: it is left alone.
        _ => return tx.rollback().await,
    };
    tx.finish_job(job.id, &result.to_string(), now).await?;
    tx.commit().await
}

/// Tries again after 1, 4, 9 … minutes, at most a day.
async fn retry(register: &Register, job: &Job, now: OffsetDateTime) -> Result<(), StoreError> {
    let tries = i64::from(job.attempts.min(37)) + 1;
    let wait = Duration::minutes(tries * tries).min(Duration::DAY);
    let mut tx = register.store().write().await?;
    tx.retry_job(job.id, now.saturating_add(wait)).await?;
    tx.commit().await
}
