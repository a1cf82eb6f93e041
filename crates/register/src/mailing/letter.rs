//! What is mailed: a reminder, a notification, or that a decision was made, to who gets it for
//! information.

use domain::distribution::{Attempt, Entry};
use domain::event::Event;
use domain::id::{DistributionId, NotificationId, ReminderId};
use domain::mailing::{Mailing, NotNow, Outcome};
use domain::notification::Notification;
use domain::reminder::Reminder;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Job, Tx};
use time::OffsetDateTime;

use crate::audit::Subject;
use crate::clock::helsinki;
use crate::mail::{Mail, Mailer};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::{distribution, notifications, reminders};

/// What the job of a mail needs: of what the mail is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Payload {
    Reminder(ReminderId),
    Notification(NotificationId),
    Distribution(DistributionId),
}

/// Something that is told by mail.
pub(super) enum Letter {
    Reminder(Reminder),
    Notification(Notification),
    Distribution(Entry),
}

impl Letter {
    /// What a job is to mail.
    pub(super) async fn load(tx: &mut Tx, job: &Job) -> Result<Self, Refusal> {
        match serde_json::from_str(&job.payload)? {
            Payload::Reminder(id) => {
                let reminder = tx.reminder(id).await?;
                Ok(Self::Reminder(reminder.ok_or(Refusal::NotFound)?))
            }
            Payload::Notification(id) => {
                let notification = tx.notification(id).await?;
                Ok(Self::Notification(notification.ok_or(Refusal::NotFound)?))
            }
            Payload::Distribution(id) => {
                let entry = tx.distribution_entry(id).await?;
                Ok(Self::Distribution(entry.ok_or(Refusal::NotFound)?))
            }
        }
    }

    /// What has become of its mail. One that nobody wants by mail never gets a job; should it have
    /// one, it is as if it had been taken back.
    pub(super) fn mailing(&self) -> &Mailing {
        match self {
            Self::Reminder(reminder) => &reminder.state,
            Self::Notification(one) => one.mail.as_ref().unwrap_or(&Mailing::Withdrawn),
            Self::Distribution(entry) => entry.mail.as_ref().unwrap_or(&Mailing::Withdrawn),
        }
    }

    /// The same after a transition of its mail.
    pub(super) fn becomes(
        self,
        transition: impl FnOnce(Mailing) -> Result<Mailing, NotNow>,
    ) -> Result<Self, NotNow> {
        let mailing = transition(self.mailing().clone())?;
        Ok(match self {
            Self::Reminder(reminder) => Self::Reminder(Reminder {
                state: mailing,
                ..reminder
            }),
            Self::Notification(notification) => Self::Notification(Notification {
                mail: Some(mailing),
                ..notification
            }),
            Self::Distribution(entry) => Self::Distribution(Entry {
                mail: Some(mailing),
                ..entry
            }),
        })
    }

    pub(super) async fn save(&self, tx: &mut Tx, at: OffsetDateTime) -> Result<(), Refusal> {
        match self {
            Self::Reminder(reminder) => fresh(tx.save_reminder(reminder, at).await?)?,
            Self::Notification(one) => fresh(tx.save_notification(one).await?)?,
            Self::Distribution(entry) => fresh(tx.save_distribution_entry(entry, at).await?)?,
        };
        Ok(())
    }

    /// Keeps a sending in the delivery log, of what has one.
    pub(super) async fn keep_attempt(
        &self,
        tx: &mut Tx,
        outcome: &Outcome,
        at: OffsetDateTime,
    ) -> Result<(), Refusal> {
        if let Self::Distribution(entry) = self {
            let attempt = Attempt::new(at, entry.address.clone(), outcome);
            tx.add_distribution_attempt(entry.id, &attempt).await?;
        }
        Ok(())
    }

    /// Whether it is still worth sending.
    pub(super) async fn is_needed(
        &self,
        tx: &mut Tx,
        now: OffsetDateTime,
    ) -> Result<bool, Refusal> {
        match self {
            Self::Reminder(reminder) => reminders::is_needed(tx, reminder, helsinki(now)).await,
            Self::Notification(one) => notifications::is_mail_needed(tx, one, now).await,
            Self::Distribution(entry) => distribution::is_needed(tx, entry).await,
        }
    }

    /// The mail, as things stand now.
    pub(super) async fn compose(
        &self,
        register: &Register,
        mailer: &Mailer,
        tx: &mut Tx,
        moment: OffsetDateTime,
    ) -> Result<Mail, Refusal> {
        match self {
            Self::Reminder(reminder) => {
                reminders::compose(register, mailer, tx, reminder, moment).await
            }
            Self::Notification(one) => notifications::compose(mailer, tx, one, moment).await,
            Self::Distribution(entry) => distribution::compose(mailer, tx, entry, moment).await,
        }
    }

    /// What the log says of it. The address stays out: it is kept where it can be removed.
    pub(super) fn event(&self, attempt: u32) -> (Event, Subject, Value) {
        let mailing = self.mailing();
        let trouble = mailing.failure().map(|failure| failure.trouble.code());
        match self {
            Self::Reminder(reminder) => {
                let payload = json!({
                    "official": reminder.reminded.official,
                    "decision": reminder.reminded.of.decision,
                    "service": reminder.reminded.of.service,
                    "last_day": reminder.reminded.last_day,
                    "outcome": mailing.code(),
                    "trouble": trouble,
                    "attempt": attempt,
                });
                let subject = Subject::Reminder(reminder.id);
                (Event::ReminderMailed, subject, payload)
            }
            Self::Notification(one) => {
                let payload = json!({
                    "official": one.official,
                    "decision": one.decision,
                    "kind": one.kind,
                    "outcome": mailing.code(),
                    "trouble": trouble,
                    "attempt": attempt,
                });
                let subject = Subject::Notification(one.id);
                (Event::NotificationMailed, subject, payload)
            }
            Self::Distribution(entry) => {
                let payload = json!({
                    "entry": entry.id,
                    "outcome": mailing.code(),
                    "trouble": trouble,
                    "attempt": attempt,
                });
                let subject = Subject::Decision(entry.decision);
                (Event::DistributionMailed, subject, payload)
            }
        }
    }
}
