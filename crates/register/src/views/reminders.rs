//! Reminders as officials see them.

use domain::id::ReminderId;
use domain::official::Official;
use domain::role::UseCase;
use domain::view::desk::ReminderLine;
use store::{ReminderRow, Tx};
use time::PrimitiveDateTime;

use super::desk::read_as;
use super::list::decision_line;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

/// Reminders of the list.
const REMINDERS: u32 = 500;

/// The last reminders to everybody, the newest first.
pub async fn reminders(register: &Register, actor: &Actor) -> Result<Vec<ReminderLine>, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let rows = tx.reminder_rows(REMINDERS).await?;
    Ok(rows.into_iter().map(|row| line(row, now)).collect())
}

/// One reminder.
pub async fn reminder(
    register: &Register,
    actor: &Actor,
    id: ReminderId,
) -> Result<ReminderLine, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let row = tx.reminder_row(id).await?.ok_or(Refusal::NotFound)?;
    Ok(line(row, now))
}

/// What an official is reminded of: from the day it is due until the period is over or the
/// official has seen it.
pub(super) async fn of_official(
    tx: &mut Tx,
    official: &Official,
    now: PrimitiveDateTime,
) -> Result<Vec<ReminderLine>, Refusal> {
    let rows = tx.reminders_of_official(official.id, now.date()).await?;
    let lines = rows.into_iter().map(|row| line(row, now));
    Ok(lines.filter(|line| line.is_running).collect())
}

/// How many mails somebody is to look into, for those who may settle them.
pub(super) async fn unsettled(
    tx: &mut Tx,
    official: &Official,
    now: PrimitiveDateTime,
) -> Result<u64, Refusal> {
    if official.role.may(UseCase::SettleReminder) {
        Ok(tx.unsettled_reminders(now.date()).await?)
    } else {
        Ok(0)
    }
}

fn line(row: ReminderRow, now: PrimitiveDateTime) -> ReminderLine {
    let last_day = row.reminder.reminded.last_day;
    let is_last_day = row.ends_on == Some(last_day);
    let is_open = last_day > now.date()
        || (last_day == now.date() && row.ends_at.is_none_or(|at| now.time() < at));
    ReminderLine {
        closes_at: row.ends_at.filter(|_| is_last_day),
        is_running: is_last_day && is_open,
        reminder: row.reminder,
        office: row.office,
        decision: decision_line(row.decision, now),
        changed_at: helsinki(row.changed_at),
    }
}
