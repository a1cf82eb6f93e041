//! Reminders of last days: planned as the stored dates ask, mailed once, settled by a registrar
//! where nobody knows. `docs/states/reminder.md` draws their life.

mod letter;
mod settle;

pub(crate) use letter::compose;
pub use settle::{acknowledge, confirm_received, send_again};

use domain::id::JobId;
use domain::reminder::{HORIZON, Mailing, Plan, Reminder, plan};
use store::{NewJob, Tx};
use time::PrimitiveDateTime;

use crate::ids::new_id;
use crate::mailing::Payload;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// The kind of the jobs.
pub(crate) const KIND: &str = "reminder";

/// Adds the reminders that are due, takes back those that are not needed any more, and gives each
/// that waits its job where there is `mail`. Nothing is locked while nothing is to be changed.
pub(crate) async fn keep_up(register: &Register, mail: bool) -> Result<(), Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let known = tx.reminders_near_or_waiting(now.date()).await?;
    let plan = planned(&mut tx, &known, now).await?;
    tx.rollback().await?;
    if plan.is_empty() && !(mail && known.iter().any(is_planned)) {
        return Ok(());
    }
    let mut tx = register.store().write().await?;
    let known = tx.reminders_near_or_waiting(now.date()).await?;
    let plan = planned(&mut tx, &known, now).await?;
    let at = register.clock().now();
    for reminded in plan.add {
        let reminder = Reminder {
            id: new_id(at)?,
            version: 1,
            reminded,
            state: Mailing::Planned,
            acknowledged: None,
        };
        tx.add_reminder(&reminder, at).await?;
    }
    for reminder in plan.anew {
        fresh(tx.save_reminder(&reminder.plan_anew()?, at).await?)?;
    }
    for reminder in plan.withdraw {
        fresh(tx.save_reminder(&reminder.withdraw()?, at).await?)?;
    }
    if mail {
        add_jobs(register, &mut tx, now).await?;
    }
    Ok(tx.commit().await?)
}

const fn is_planned(reminder: &Reminder) -> bool {
    matches!(reminder.state, Mailing::Planned)
}

/// A job for each planned reminder. The version is in the key, because one that is planned anew
/// needs another job.
async fn add_jobs(register: &Register, tx: &mut Tx, now: PrimitiveDateTime) -> Result<(), Refusal> {
    let at = register.session_clock().now();
    let known = tx.reminders_near_or_waiting(now.date()).await?;
    for reminder in known.iter().filter(|one| is_planned(one)) {
        let id: JobId = new_id(at)?;
        let payload = serde_json::to_string(&Payload::Reminder(reminder.id))?;
        tx.add_job(&NewJob {
            id,
            kind: KIND,
            key: &format!("{KIND} {} {}", reminder.id, reminder.version),
            due_at: at,
            payload: &payload,
        })
        .await?;
    }
    Ok(())
}

/// What is to be changed of the reminders that are known.
async fn planned(tx: &mut Tx, known: &[Reminder], now: PrimitiveDateTime) -> Result<Plan, Refusal> {
    let today = now.date();
    let endings = tx
        .periods_ending(today, today.saturating_add(HORIZON))
        .await?;
    let officials = tx.accounts().await?;
    Ok(plan(&endings, &officials, known, now))
}

/// Whether a reminder that waits is still needed.
pub(crate) async fn is_needed(
    tx: &mut Tx,
    reminder: &Reminder,
    now: PrimitiveDateTime,
) -> Result<bool, Refusal> {
    let plan = planned(tx, std::slice::from_ref(reminder), now).await?;
    Ok(plan.withdraw.is_empty())
}
