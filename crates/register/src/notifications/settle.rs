//! What officials do with the mails of their own notifications, of which nobody else can know.

use domain::event::Event;
use domain::id::NotificationId;
use domain::mailing::{Mailing, NotNow};
use domain::notification::Notification;
use domain::role::UseCase;
use serde_json::json;

use super::is_mail_needed;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Settles a mail of which nobody knew whether it was sent: its official received it. Once more
/// changes nothing.
pub async fn confirm_received(
    register: &Register,
    actor: &Actor,
    id: NotificationId,
) -> Result<(), Refusal> {
    let (change, notification) = own(register, actor, "confirm_received", id).await?;
    if notification.mail == Some(Mailing::Received) {
        return Ok(());
    }
    let settled = becomes(notification, Mailing::confirm_received)?;
    finish(change, Event::NotificationReceived, &settled).await
}

/// Lets a mail that was not sent, or perhaps not, be sent once more; refused once it is not needed
/// any more. While it waits, once more changes nothing.
pub async fn send_again(
    register: &Register,
    actor: &Actor,
    id: NotificationId,
) -> Result<(), Refusal> {
    let (mut change, notification) = own(register, actor, "send_again", id).await?;
    if notification.mail == Some(Mailing::Planned) {
        return Ok(());
    }
    let again = becomes(notification, Mailing::send_again)?;
    let at = change.at();
    if !is_mail_needed(change.tx(), &again, at).await? {
        return Err(NotNow.into());
    }
    finish(change, Event::NotificationSentAgain, &again).await
}

/// One of the own notifications. The small forms of a list share one key, so that none is kept.
async fn own(
    register: &Register,
    actor: &Actor,
    name: &'static str,
    id: NotificationId,
) -> Result<(Box<Change>, Notification), Refusal> {
    let form = Form { name, key: None };
    let begun = register.begin(actor, UseCase::ManageOwnAccount, form);
    let mut change = match begun.await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Err(Refusal::FormUsed),
    };
    let notification = change.tx().notification(id).await?;
    let notification = notification.ok_or(Refusal::NotFound)?;
    if change.actor().user() == Some(notification.official) {
        Ok((change, notification))
    } else {
        Err(Refusal::Forbidden)
    }
}

fn becomes(
    mut notification: Notification,
    transition: impl FnOnce(Mailing) -> Result<Mailing, NotNow>,
) -> Result<Notification, NotNow> {
    let mailing = notification.mail.take().ok_or(NotNow)?;
    notification.mail = Some(transition(mailing)?);
    Ok(notification)
}

async fn finish(
    mut change: Box<Change>,
    event: Event,
    notification: &Notification,
) -> Result<(), Refusal> {
    fresh(change.tx().save_notification(notification).await?)?;
    let payload = json!({
        "decision": notification.decision,
        "kind": notification.kind,
    });
    change
        .finish(event, &Subject::Notification(notification.id), &payload)
        .await
}
