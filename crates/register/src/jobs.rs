//! Work that is done later, from one table.
//!
//! There are two kinds: the daily clean-up, and mails of reminders, notifications and distributions.
//! A job is found again by its key, so that asking for it twice is asking once; one that fails is
//! tried again, later each time.

use domain::id::JobId;
use serde_json::json;
use store::{Job, NewJob};
use time::{Duration, OffsetDateTime, Time};

use crate::ids::new_id;
use crate::mail::Mailer;
use crate::mailing::{self, Mailed};
use crate::personal_end;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::{
    decisions, distribution, drafting, following, notifications, public_changes, reminders,
    table_import,
};

/// How long results of forms are kept to answer their doubles.
pub const FORM_RESULTS: Duration = Duration::days(30);
/// Removes expired sessions, old results of forms and old counts of failures.
const CLEAN_UP: &str = "clean_up";
/// Jobs of one round.
const ROUND: u32 = 20;

/// Publishes what is to be published, takes up names whose day has come, keeps reminders,
/// notifications and distributions as they should be, writes down whose personal data left the
/// public, tells followers, plans today's clean-up if it is not planned, and does every job that is due; mail only
/// with a `mailer`. Says how many were done.
///
/// Before each job it asks whether to go on, so that a process that is told to stop does not
/// begin another. Never drop it half-way: a mail that is being sent then would count as unknown.
/// Any number of processes may call it at the same time: each job is done by one of them.
pub async fn run_due(
    register: &Register,
    mailer: Option<&Mailer>,
    goes_on: impl Fn() -> bool,
) -> Result<u32, Refusal> {
    decisions::publish_due(register).await?;
    take_up_names(register).await?;
    reminders::keep_up(register, mailer.is_some()).await?;
    notifications::keep_up(register, mailer.is_some()).await?;
    distribution::keep_up(register, mailer.is_some()).await?;
    personal_end::record(register).await?;
    following::keep_up(register, mailer, &goes_on).await?;
    let now = register.session_clock().now();
    plan_clean_up(register, now).await?;
    let due = register.read().await?.due_jobs(now, ROUND).await?;
    let (mut done, mut server_away) = (0, false);
    for job in due {
        if !goes_on() {
            break;
        }
        let is_done = match job.kind.as_str() {
            CLEAN_UP => clean_up(register, &job, now).await,
            reminders::KIND | notifications::KIND | distribution::KIND if server_away => Ok(false),
            reminders::KIND | notifications::KIND | distribution::KIND => {
                mailing::mail(register, mailer, &job).await.map(|mailed| {
                    server_away = mailed == Mailed::ServerAway;
                    mailed == Mailed::Done
                })
            }
            // A kind of a later version, met after going back to this one: it is left alone.
            _ => Ok(false),
        };
        match is_done {
            Ok(is_done) => done += u32::from(is_done),
            Err(error) => {
                tracing::warn!(kind = job.kind, attempts = job.attempts, %error, "a job failed");
                retry(register, &job, now).await?;
            }
        }
    }
    Ok(done)
}

/// Makes offices and decision makers' names those of today. They follow from stored days, so that
/// this is no event; nothing is locked while nothing is to be changed.
async fn take_up_names(register: &Register) -> Result<(), Refusal> {
    let today = register.clock().today();
    if register.read().await?.outdated_names(today).await? == 0 {
        return Ok(());
    }
    let mut tx = register.store().write().await?;
    tx.take_up_names(today).await?;
    Ok(tx.commit().await?)
}

async fn plan_clean_up(register: &Register, now: OffsetDateTime) -> Result<(), Refusal> {
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
    Ok(tx.commit().await?)
}

/// What a job does and that it is done are one transaction, so that it is done once. Says whether
/// it was done here: another process may have been faster.
async fn clean_up(register: &Register, job: &Job, now: OffsetDateTime) -> Result<bool, Refusal> {
    let mut tx = register.store().write().await?;
    if tx.due_job(job.id, now).await?.is_none() {
        return Ok(false);
    }
    let sessions = tx.forget_expired_sessions(now).await?;
    let before = register.clock().now().saturating_sub(FORM_RESULTS);
    let forms = tx.forget_form_results(before).await?;
    let kept_before = register.clock().now().saturating_sub(drafting::KEPT);
    let drafts = tx.forget_drafting(kept_before, kept_before).await?;
    let kept_before = register.clock().now().saturating_sub(table_import::KEPT);
    let imports = tx.forget_import_files(kept_before).await?;
    let counts = tx
        .forget_failed_sign_ins(now.saturating_sub(Duration::DAY))
        .await?;
    let (keys, requests) = following::forget(&mut tx, now).await?;
    let result = json!({ "sessions": sessions, "forms": forms, "drafts": drafts, "imports": imports, "counts": counts, "keys": keys, "requests": requests });
    tx.finish_job(job.id, &result.to_string(), now).await?;
    tx.commit().await?;
    public_changes::note_projects(register).await?;
    Ok(true)
}

/// Tries a job again later, unless somebody else took care of it meanwhile.
async fn retry(register: &Register, job: &Job, now: OffsetDateTime) -> Result<(), Refusal> {
    let mut tx = register.store().write().await?;
    if tx.due_job(job.id, now).await?.is_some() {
        let wait = mailing::pause(job.attempts);
        tx.retry_job(job.id, now.saturating_add(wait)).await?;
    }
    Ok(tx.commit().await?)
}
