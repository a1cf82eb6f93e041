//! Mailing what the register has to tell, once.
//!
//! Two transactions with the sending between them: the first writes that it is being sent and
//! keeps its job from every other process, the second what came of it. Where the second is
//! missing, the job falls due again, and what it finds half-sent is unknown: never sent again.

mod letter;

use domain::mailing::{Failure, Mailing, Outcome, Trouble};
use serde_json::json;
use store::{AuditActor, Job, Tx};
use time::{Duration, OffsetDateTime};

use letter::Letter;
pub(crate) use letter::Payload;

use crate::audit;
use crate::mail::{Mail, Mailer};
use crate::refusal::Refusal;
use crate::register::Register;

/// For how long a mail that is being sent is kept from other processes: well beyond the patience
/// with a mail server.
pub(crate) const HOLD: Duration = Duration::minutes(2);
/// How long a job waits where there is no mail server to send by.
const UNTIL_MAIL_IS_SET_UP: Duration = Duration::hours(1);
/// How often a mail is tried, over eleven hours.
pub(crate) const ATTEMPTS: u32 = 12;

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

/// Does the job of a mail.
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
    let letter = Letter::load(&mut tx, job).await?;
    let at = register.clock().now();
    if *letter.mailing() == Mailing::Sending {
        let lost = Outcome::Unknown(Failure {
            trouble: Trouble::Interrupted,
            reply: String::new(),
        });
        end(&mut tx, letter, lost, job, at).await?;
    } else if letter.mailing().waits() && letter.is_needed(&mut tx, at).await? {
        let mail = letter.compose(register, mailer, &mut tx, moment).await?;
        letter.becomes(Mailing::begin)?.save(&mut tx, at).await?;
        tx.hold_job(job.id, moment + HOLD).await?;
        tx.commit().await?;
        return Ok(Claimed::Sending(Box::new(mail)));
    } else if letter.mailing().waits() {
        letter.becomes(Mailing::withdraw)?.save(&mut tx, at).await?;
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
        Outcome::Sent(_) | Outcome::Refused(_) => Mailed::Done,
        Outcome::Deferred(failure) if failure.trouble == Trouble::TryLater => Mailed::Later,
        Outcome::Deferred(_) | Outcome::Unknown(_) => Mailed::ServerAway,
    };
    let mut tx = register.store().write().await?;
    let letter = Letter::load(&mut tx, job).await?;
    let letter = end(&mut tx, letter, outcome, job, register.clock().now()).await?;
    let deferred = letter.mailing().waits();
    let result = json!({ "state": letter.mailing().code() }).to_string();
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

/// Saves what came of sending a mail, with its event.
async fn end(
    tx: &mut Tx,
    letter: Letter,
    outcome: Outcome,
    job: &Job,
    at: OffsetDateTime,
) -> Result<Letter, Refusal> {
    letter.keep_attempt(tx, &outcome, at).await?;
    let letter = letter.becomes(|mailing| mailing.finish(outcome))?;
    letter.save(tx, at).await?;
    let (event, subject, payload) = letter.event(job.attempts + 1);
    audit::append(tx, at, AuditActor::System, event, &subject, &payload).await?;
    Ok(letter)
}
