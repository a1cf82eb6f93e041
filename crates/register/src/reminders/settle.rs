//! What people do with reminders.

use domain::event::Event;
use domain::id::{IdempotencyKey, ReminderId};
use domain::reminder::{NotNow, Reminder};
use domain::role::UseCase;
use serde_json::json;

use super::is_needed;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::clock::helsinki;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Takes a reminder from the own desk: its official has seen it. A mail that waits is not sent.
pub async fn acknowledge(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ReminderId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "reminders::acknowledge",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::AcknowledgeReminder, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut reminder = change.tx().reminder(id).await?.ok_or(Refusal::NotFound)?;
    if change.actor().user() != Some(reminder.reminded.official) {
        return Err(Refusal::Forbidden);
    }
    if reminder.acknowledged.is_some() {
        return Ok(());
    }
    reminder.acknowledged = Some(change.at());
    finish(change, Event::ReminderAcknowledged, &reminder).await
}

/// Lets a mail that was not sent, or perhaps not, be sent once more; refused once it is not
/// needed any more.
pub async fn send_again(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ReminderId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "reminders::send_again",
        key,
    };
    let mut change = match register.begin(actor, UseCase::SettleReminder, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let reminder = load(&mut change, id, version).await?.send_again()?;
    let now = helsinki(change.at());
    if !is_needed(change.tx(), &reminder, now).await? {
        return Err(NotNow.into());
    }
    finish(change, Event::ReminderSentAgain, &reminder).await
}

/// Settles a mail of which nobody knew whether it was sent: it was received.
pub async fn confirm_received(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ReminderId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "reminders::confirm_received",
        key,
    };
    let mut change = match register.begin(actor, UseCase::SettleReminder, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let reminder = load(&mut change, id, version).await?.confirm_received()?;
    finish(change, Event::ReminderReceived, &reminder).await
}

async fn load(change: &mut Change, id: ReminderId, version: i64) -> Result<Reminder, Refusal> {
    let reminder = change.tx().reminder(id).await?.ok_or(Refusal::NotFound)?;
    if reminder.version == version {
        Ok(reminder)
    } else {
        Err(Refusal::Stale)
    }
}

async fn finish(mut change: Box<Change>, event: Event, reminder: &Reminder) -> Result<(), Refusal> {
    let at = change.at();
    fresh(change.tx().save_reminder(reminder, at).await?)?;
    let payload = json!({
        "official": reminder.reminded.official,
        "decision": reminder.reminded.of.decision,
        "service": reminder.reminded.of.service,
        "last_day": reminder.reminded.last_day,
    });
    change
        .finish(event, &Subject::Reminder(reminder.id), &payload)
        .await
}
