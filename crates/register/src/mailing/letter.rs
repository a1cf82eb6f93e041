//! What is mailed: a reminder or a notification.

use domain::event::Event;
use domain::id::{NotificationId, ReminderId};
use domain::mailing::{Mailing, NotNow};
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
use crate::{notifications, reminders};

/// What the job of a mail needs: of what the mail is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Payload {
    Reminder(ReminderId),
    Notification(NotificationId),
}

/// Something that is told by mail.
pub(super) enum Letter {
    Reminder(Reminder),
    Notification(Notification),
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
        }
    }

    /// What has become of its mail. One that nobody wants by mail never gets a job; should it have
    /// one, it is as if it had been taken back.
    pub(super) fn mailing(&self) -> &Mailing {
        match self {
            Self::Reminder(reminder) => &reminder.state,
            Self::Notification(one) => one.mail.as_ref().unwrap_or(&Mailing::Withdrawn),
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
        })
    }

    pub(super) async fn save(&self, tx: &mut Tx, at: OffsetDateTime) -> Result<(), Refusal> {
        match self {
            Self::Reminder(reminder) => fresh(tx.save_reminder(reminder, at).await?)?,
            Self::Notification(one) => fresh(tx.save_notification(one).await?)?,
        };
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
        }
    }

    /// What the log says of it. The address stays out: the account has it.
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
        }
    }
}
