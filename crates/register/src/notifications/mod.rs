//! Notifications: what an event tells the officials concerned, on the desk and by mail.
//!
//! They are added in the transaction of their event, so that none is missing and none is of
//! something that did not happen.

mod letter;
mod settle;

use domain::event::Event;
use domain::id::{DecisionId, JobId, NotificationId, UserId};
use domain::mailing::Mailing;
use domain::notification::{Notification, NotificationKind, Way};
use domain::official::Official;
use domain::role::UseCase;
use domain::signing_right::signing_right;
use domain::slug::Slug;
use store::{DecisionLineRow, NewJob, Tx};
use time::OffsetDateTime;

pub(crate) use letter::compose;
pub use settle::{confirm_received, send_again};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::clock::helsinki;
use crate::ids::new_id;
use crate::mailing::Payload;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// The kind of the jobs.
pub(crate) const KIND: &str = "notification";

/// Notifies whoever an event concerns and did not do it themselves, on the ways that each of them chose.
pub(crate) async fn note(
    tx: &mut Tx,
    at: OffsetDateTime,
    by: Option<UserId>,
    event: Event,
    subject: &Subject,
) -> Result<(), Refusal> {
    let Some(kind) = NotificationKind::of(event) else {
        return Ok(());
    };
    let Some(decision) = decision_of(tx, subject).await? else {
        return Ok(());
    };
    let line = tx.decision_line(decision).await?.ok_or(Refusal::NotFound)?;
    for official in concerned(tx, kind, &line, at).await? {
        if by == Some(official) {
            continue;
        }
        let chosen = tx.chosen_notifications(official).await?;
        let on_desk = chosen.has(kind, Way::Desk);
        let by_mail = chosen.has(kind, Way::Mail);
        if !on_desk && !by_mail {
            continue;
        }
        let notification = Notification {
            id: new_id(at)?,
            version: 1,
            official,
            kind,
            decision,
            at,
            on_desk,
            read_at: None,
            mail: by_mail.then_some(Mailing::Planned),
        };
        tx.add_notification(&notification).await?;
    }
    Ok(())
}

/// The decision that an event is about. A filing notifies when it arrives, not when its record is
/// corrected.
async fn decision_of(tx: &mut Tx, subject: &Subject) -> Result<Option<DecisionId>, Refusal> {
    Ok(match subject {
        Subject::Decision(id) => Some(*id),
        Subject::Filing(id) => {
            let filing = tx.filing(*id).await?;
            let arrived = filing.filter(|filing| filing.version == 1);
            arrived.map(|filing| filing.decision)
        }
        _ => None,
    })
}

/// Whom a kind of notification of a decision concerns.
async fn concerned(
    tx: &mut Tx,
    kind: NotificationKind,
    line: &DecisionLineRow,
    at: OffsetDateTime,
) -> Result<Vec<UserId>, Refusal> {
    let officials = tx.accounts().await?;
    let enabled = officials.iter().filter(|official| !official.disabled);
    let ids = |chosen: Vec<&Official>| chosen.into_iter().map(|one| one.id).collect();
    Ok(match kind {
        NotificationKind::ToSign => {
            let today = helsinki(at).date();
            let Ok(series) = Slug::try_from(line.draft_series.trim().to_owned()) else {
                return Ok(Vec::new());
            };
            let deputyships = tx.deputyships_on(today).await?;
            let signs =
                |one: &&Official| signing_right(one, &series, today, &deputyships).is_some();
            ids(enabled.filter(signs).collect())
        }
        NotificationKind::ToPublish => {
            let publishes = |one: &&Official| one.role.may(UseCase::PublishDecision);
            ids(enabled.filter(publishes).collect())
        }
        NotificationKind::Returned
        | NotificationKind::Published
        | NotificationKind::FilingArrived => {
            ids(enabled.filter(|one| one.id == line.preparer).collect())
        }
    })
}

/// Gives each mail that waits its job where there is `mail`, and takes back those that nobody needs
/// any more. Nothing is locked while nothing is to be changed.
pub(crate) async fn keep_up(register: &Register, mail: bool) -> Result<(), Refusal> {
    let now = register.clock().now();
    let is_new = |one: &Notification| one.mail == Some(Mailing::Planned);
    let waiting = register.read().await?.waiting_notifications().await?;
    let old = |one: &Notification| !one.is_mail_needed(now);
    if !waiting.iter().any(|one| old(one) || (mail && is_new(one))) {
        return Ok(());
    }
    let mut tx = register.store().write().await?;
    let due_at = register.session_clock().now();
    for notification in tx.waiting_notifications().await? {
        if old(&notification) {
            let mail = notification.mail.clone();
            let withdrawn = Notification {
                mail: mail.map(Mailing::withdraw).transpose()?,
                ..notification
            };
            fresh(tx.save_notification(&withdrawn).await?)?;
        } else if mail && is_new(&notification) {
            let id: JobId = new_id(due_at)?;
            tx.add_job(&NewJob {
                id,
                kind: KIND,
                key: &format!("{KIND} {} {}", notification.id, notification.version),
                due_at,
                payload: &serde_json::to_string(&Payload::Notification(notification.id))?,
            })
            .await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Whether the mail of a notification is still worth sending: its official has an account and
/// wants such mail, has not read it on the desk, and it is no old news.
pub(crate) async fn is_mail_needed(
    tx: &mut Tx,
    notification: &Notification,
    now: OffsetDateTime,
) -> Result<bool, Refusal> {
    let official = tx.account(notification.official).await?;
    let chosen = tx.chosen_notifications(notification.official).await?;
    Ok(official.is_some_and(|official| !official.disabled)
        && chosen.has(notification.kind, Way::Mail)
        && notification.is_mail_needed(now))
}

/// Records that an official read one of the own notifications. Reading is no event.
pub async fn read(register: &Register, actor: &Actor, id: NotificationId) -> Result<(), Refusal> {
    let (mut tx, official) = own(register, actor).await?;
    let notification = tx.notification(id).await?.ok_or(Refusal::NotFound)?;
    if notification.official != official {
        return Err(Refusal::Forbidden);
    }
    if notification.read_at.is_some() {
        return Ok(());
    }
    let read = Notification {
        read_at: Some(register.clock().now()),
        ..notification
    };
    fresh(tx.save_notification(&read).await?)?;
    Ok(tx.commit().await?)
}

/// Records that an official read every own notification.
pub async fn read_all(register: &Register, actor: &Actor) -> Result<(), Refusal> {
    let (mut tx, official) = own(register, actor).await?;
    tx.read_notifications(official, register.clock().now())
        .await?;
    Ok(tx.commit().await?)
}

/// A transaction of an official who may look after the own account.
async fn own(register: &Register, actor: &Actor) -> Result<(Tx, UserId), Refusal> {
    let mut tx = register.store().write().await?;
    let id = actor.user().ok_or(Refusal::Forbidden)?;
    let official = tx.account(id).await?.ok_or(Refusal::Forbidden)?;
    if Actor::from(official).may(UseCase::ManageOwnAccount) {
        Ok((tx, id))
    } else {
        Err(Refusal::Forbidden)
    }
}
