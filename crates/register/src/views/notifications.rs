//! Notifications as their official sees them.

use domain::official::Official;
use domain::role::UseCase;
use domain::view::desk::NotificationLine;
use store::{NotificationRow, Tx};
use time::OffsetDateTime;

use super::list::decision_line;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

/// Notifications of the list.
const LIST: u32 = 200;
/// Notifications on the desk.
const ON_DESK: u32 = 5;

/// The last notifications of the one who asks, the newest first.
pub async fn notifications(
    register: &Register,
    actor: &Actor,
) -> Result<Vec<NotificationLine>, Refusal> {
    let now = register.clock().now();
    let official = actor.user().ok_or(Refusal::Forbidden)?;
    if !actor.may(UseCase::ManageOwnAccount) {
        return Err(Refusal::Forbidden);
    }
    let mut tx = register.read().await?;
    let rows = tx.notifications_of(official, false, LIST).await?;
    Ok(lines(rows, now))
}

/// What an official has not read yet.
pub(super) async fn unread(
    tx: &mut Tx,
    official: &Official,
    now: OffsetDateTime,
) -> Result<Vec<NotificationLine>, Refusal> {
    let rows = tx.notifications_of(official.id, true, ON_DESK).await?;
    Ok(lines(rows, now))
}

fn lines(rows: Vec<NotificationRow>, now: OffsetDateTime) -> Vec<NotificationLine> {
    let lines = rows.into_iter().map(|row| NotificationLine {
        at: helsinki(row.notification.at),
        is_mail_needed: row.notification.is_mail_needed(now),
        notification: row.notification,
        decision: decision_line(row.decision, helsinki(now)),
    });
    lines.collect()
}
