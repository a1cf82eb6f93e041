//! Mailing a reminder, once.
//!
//! Two transactions with the sending between them: the first writes that it is being sent and
//! keeps its job from every other process, the second what came of it. Where the second is
//! missing, the job falls due again, and what it finds half-sent is unknown: never sent again.

use domain::Lang;
use domain::event::Event;
use domain::official::Official;
use domain::reminder::{Failure, Outcome, PeriodOf, Reminder, ReminderState, Trouble};
use serde_json::json;
use store::{AuditActor, Job, Tx};
use time::{Duration, OffsetDateTime};
use wording::mail::reminder::{self as letter, About};

use super::{Payload, is_needed};
use crate::audit::{self, Subject};
use crate::mail::{Mail, Mailer};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::views::explained;

/// The kind of the jobs.
pub(crate) const KIND: &str = "reminder";
/// For how long a mail that is being sent is kept from other processes: well beyond the patience
/// with a mail server.
const HOLD: Duration = Duration::minutes(2);
/// How long a job waits where there is no mail server to send by.
const UNTIL_MAIL_IS_SET_UP: Duration = Duration::hours(1);
/// How often a mail is tried, over eleven hours.
const ATTEMPTS: u32 = 12;

/// What a round of jobs goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mailed {
    /// It is done with, one way or another.
    Done,
    /// It waits for a later round.
    Later,
    /// So it does, and others would fare no better in this round.
    ServerAway,
}

/// Does the job of a reminder's mail.
pub(crate) async fn mail(
    register: &Register,
    mailer: Option<&Mailer>,
    job: &Job,
) -> Result<Mailed, Refusal> {
    let Some(mailer) = mailer else {
        let mut tx = register.store().write().await?;
        let until = register.session_clock().now() + UNTIL_MAIL_IS_SET_UP;
        tx.hold_job(job.id, until).await?;
        tx.commit().await?;
        return Ok(Mailed::Later);
    };
    match claim(register, mailer, job).await? {
        Claimed::Sending(mail) => {
            let outcome = mailer.send(&mail).await;
            record(register, job, outcome).await
        }
        Claimed::Done => Ok(Mailed::Done),
        Claimed::Elsewhere => Ok(Mailed::Later),
    }
}

enum Claimed {
    /// It is this process's to send.
    Sending(Box<Mail>),
    /// There was nothing to send.
    Done,
    /// Another process has it.
    Elsewhere,
}

async fn claim(register: &Register, mailer: &Mailer, job: &Job) -> Result<Claimed, Refusal> {
    let mut tx = register.store().write().await?;
    let moment = register.session_clock().now();
    if tx.due_job(job.id, moment).await?.is_none() {
        return Ok(Claimed::Elsewhere);
    }
    let Payload { reminder: id } = serde_json::from_str(&job.payload)?;
    let reminder = tx.reminder(id).await?.ok_or(Refusal::NotFound)?;
    let now = register.clock().now_in_helsinki();
    let at = register.clock().now();
    if reminder.state == ReminderState::Sending {
        let lost = Outcome::Unknown(Failure {
            trouble: Trouble::Interrupted,
            reply: String::new(),
        });
        save(&mut tx, reminder.finish(lost)?, job, at).await?;
    } else if reminder.state.waits() && is_needed(&mut tx, &reminder, now).await? {
        let mail = compose(register, mailer, &mut tx, &reminder, moment).await?;
        fresh(tx.save_reminder(&reminder.begin()?, at).await?)?;
        tx.hold_job(job.id, moment + HOLD).await?;
        tx.commit().await?;
        return Ok(Claimed::Sending(Box::new(mail)));
    } else if reminder.state.waits() {
        fresh(tx.save_reminder(&reminder.withdraw()?, at).await?)?;
    }
    tx.finish_job(job.id, "{}", moment).await?;
    tx.commit().await?;
    Ok(Claimed::Done)
}

async fn record(register: &Register, job: &Job, outcome: Outcome) -> Result<Mailed, Refusal> {
    let is_last = job.attempts + 1 >= ATTEMPTS;
    let outcome = match outcome {
        Outcome::Deferred(failure) if is_last => Outcome::Refused(failure),
        other => other,
    };
    let mailed = match &outcome {
        Outcome::Sent | Outcome::Refused(_) => Mailed::Done,
        Outcome::Deferred(failure) if failure.trouble == Trouble::TryLater => Mailed::Later,
        Outcome::Deferred(_) | Outcome::Unknown(_) => Mailed::ServerAway,
    };
    let Payload { reminder: id } = serde_json::from_str(&job.payload)?;
    let mut tx = register.store().write().await?;
    let reminder = tx.reminder(id).await?.ok_or(Refusal::NotFound)?;
    let reminder = reminder.finish(outcome)?;
    let deferred = reminder.state.waits();
    let result = json!({ "state": reminder.state.code() }).to_string();
    save(&mut tx, reminder, job, register.clock().now()).await?;
    let moment = register.session_clock().now();
    if deferred {
        tx.retry_job(job.id, moment + pause(job.attempts)).await?;
    } else {
        tx.finish_job(job.id, &result, moment).await?;
    }
    tx.commit().await?;
    Ok(mailed)
}

/// How long to wait after a number of attempts: 1, 4, 9 … minutes, at most a day.
pub(crate) fn pause(attempts: u32) -> Duration {
    let tries = i64::from(attempts.min(37)) + 1;
    Duration::minutes(tries * tries).min(Duration::DAY)
}

/// Saves what became of a mail, with its event. The address stays out of the log: the account
/// has it.
async fn save(
    tx: &mut Tx,
    reminder: Reminder,
    job: &Job,
    at: OffsetDateTime,
) -> Result<(), Refusal> {
    fresh(tx.save_reminder(&reminder, at).await?)?;
    let payload = json!({
        "official": reminder.reminded.official,
        "decision": reminder.reminded.of.decision,
        "service": reminder.reminded.of.service,
        "last_day": reminder.reminded.last_day,
        "outcome": reminder.state.code(),
        "trouble": reminder.state.failure().map(|failure| failure.trouble.code()),
        "attempt": job.attempts + 1,
    });
    let subject = Subject::Reminder(reminder.id);
    let (actor, event) = (AuditActor::System, Event::ReminderMailed);
    audit::append(tx, at, actor, event, &subject, &payload).await
}

/// The mail of a reminder, as things stand now.
async fn compose(
    register: &Register,
    mailer: &Mailer,
    tx: &mut Tx,
    reminder: &Reminder,
    moment: OffsetDateTime,
) -> Result<Mail, Refusal> {
    let now = register.clock().now_in_helsinki();
    let PeriodOf { decision, service } = reminder.reminded.of;
    let official = tx.account(reminder.reminded.official).await?;
    let Official { email, .. } = official.ok_or(Refusal::NotFound)?;
    let decision = tx.decision(decision).await?.ok_or(Refusal::NotFound)?;
    let dates = match service {
        Some(service) => tx
            .service(service, now.date())
            .await?
            .and_then(|row| row.period),
        None => decision
            .publication()
            .and_then(|publication| publication.member_period),
    };
    let period = dates.and_then(|dates| explained(&dates, now, register.offices()));
    let (Some((period, _)), Some(sealed), Some(stored)) =
        (period, decision.sealed(), tx.register().await?)
    else {
        return Err(Refusal::NotFound);
    };
    let about = About {
        city: &stored.city,
        decision_maker: &sealed.content.decision_maker.0,
        section: &sealed.section,
        case_number: &sealed.content.case_number.0,
        of_a_party: service.is_some(),
        period: &period,
        decision_url: &desk_address(mailer, "paatokset", &decision.id),
        reminder_url: &desk_address(mailer, "muistutukset", &reminder.id),
    };
    // The language of the city: accounts have none of their own.
    let letter = letter::letter(&about, Lang::default());
    Ok(Mail {
        id: reminder.id,
        to: email,
        at: moment,
        subject: letter.subject,
        body: letter.body,
    })
}

/// The absolute address of an officials' page.
fn desk_address(mailer: &Mailer, of: &str, id: &dyn std::fmt::Display) -> String {
    format!("{}/tyopoyta/{of}/{id}", mailer.public_url())
}
